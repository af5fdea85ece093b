import { isSameEvent, type CalendarEvent } from "../../model/calendar-event.ts";
import type { MirroredEvent } from "../../model/stored-mirror.ts";

/** What is decided from. */
export interface EventsSeen {
  /** What the calendar is to show, by id of workshop, first to start first. */
  readonly wanted: ReadonlyMap<string, CalendarEvent>;
  /** Workshops that stay as they are for now. */
  readonly unsettled: ReadonlySet<string>;
  /** What is known of the calendar's events. */
  readonly known: readonly MirroredEvent[];
  /** How many of ours it holds at most. */
  readonly mostEvents: number;
  readonly now: Date;
}

/** An event to be made, or to be written over. */
export interface EventToWrite {
  readonly workshop: string;
  readonly event: CalendarEvent;
  /** Undefined for one that was never tried. */
  readonly known: MirroredEvent | undefined;
}

/** What a calendar still lacks. */
export interface EventsPlan {
  readonly toCancel: readonly MirroredEvent[];
  readonly toWrite: readonly EventToWrite[];
}

/**
 * What must be done in a calendar for it to show what it is to show: nothing once that is done. An event that
 * has begun is left alone; where there is no room for all, the next ones go first.
 */
export function planEvents(seen: EventsSeen): EventsPlan {
  const { wanted, unsettled, mostEvents } = seen;
  const coming = seen.known.filter((one) => isToCome(one, seen.now));
  const byWorkshop = new Map(coming.map((one) => [one.workshop, one]));
  const toCancel = coming.filter(
    ({ workshop }) => !wanted.has(workshop) && !unsettled.has(workshop),
  );
  const unlike = [...wanted]
    .filter(([workshop]) => !unsettled.has(workshop))
    .map(([workshop, event]) => ({ workshop, event, known: byWorkshop.get(workshop) }))
    .filter(
      ({ event, known }) => !known || known.isUnsure === true || !isSameEvent(known.asked, event),
    );
  const room = Math.max(0, mostEvents - coming.length + toCancel.length);
  const fresh = unlike.filter(({ known }) => !known).slice(0, room);
  return { toCancel, toWrite: [...unlike.filter(({ known }) => known), ...fresh] };
}

/** Whether an event has not begun. */
export function isToCome({ asked }: Pick<MirroredEvent, "asked">, now: Date): boolean {
  return asked.startsAt > now.toISOString();
}
