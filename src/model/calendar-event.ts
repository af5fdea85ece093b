/** A workshop as a platform's own calendar shows it. */
export interface CalendarEvent {
  readonly title: string;
  readonly text: string;
  /** Where it is, in words. */
  readonly place: string;
  /** UTC instants (ISO 8601, with milliseconds); the end comes after the start. */
  readonly startsAt: string;
  readonly endsAt: string;
}

/** An event that is in a calendar. */
export interface ShownEvent extends CalendarEvent {
  /** The platform's own id of it. */
  readonly id: string;
}

/** An event before it is cut to what a calendar holds. */
export interface CalendarDraft extends CalendarEvent {
  /** Stands below the text, and is never cut. */
  readonly ending: string;
}

/** Whether two events read the same. */
export function isSameEvent(one: CalendarEvent, other: CalendarEvent): boolean {
  return (
    one.title === other.title &&
    one.text === other.text &&
    one.place === other.place &&
    one.startsAt === other.startsAt &&
    one.endsAt === other.endsAt
  );
}
