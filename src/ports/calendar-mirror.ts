import type { CalendarDraft, CalendarEvent, ShownEvent } from "../model/calendar-event.ts";

/**
 * The calendars that a platform has of its own, where the programme is shown too. What people do there
 * changes nothing here.
 */
export interface CalendarMirror {
  /** The platform's own ids of those it may write in. */
  readonly calendars: readonly string[];
  /** How many of our events one of them holds at most. */
  readonly mostEvents: number;
  /** A calendar as people call it. */
  nameOf(calendar: string): string;
  /** An event as a calendar can hold it: what is too long is cut. */
  fit(draft: CalendarDraft): CalendarEvent;
  /**
   * The events of ours that are not over.
   * @throws PlaceRefused when a right is missing; anything else when it is not known
   */
  list(calendar: string): Promise<readonly ShownEvent[]>;
  /** @throws as `list`: then it may have been made */
  create(calendar: string, event: CalendarEvent): Promise<ShownEvent>;
  /**
   * Writes an event over.
   * @returns undefined when it is no longer there
   * @throws as `list`: then it may have been written over
   */
  change(calendar: string, id: string, event: CalendarEvent): Promise<ShownEvent | undefined>;
  /** Takes an event back; one that is not there any more is no fault. @throws as `list` */
  cancel(calendar: string, id: string): Promise<void>;
  /** Has `tell` called when events, or what we may do, changed in one of the calendars. */
  watch(tell: (calendar: string) => void): void;
}
