import { z } from "zod";
import type { CalendarEvent, ShownEvent } from "./calendar-event.ts";
import type { DocumentType } from "./document-type.ts";

/** A platform's own calendar. */
export interface CalendarName {
  /** As in `Address.platform`. */
  readonly platform: string;
  /** The platform's own id of it. */
  readonly calendar: string;
}

/** A workshop in a platform's own calendar. */
export interface MirroredEvent extends CalendarName {
  /** Its id. */
  readonly workshop: string;
  /** What it was last to be. */
  readonly asked: CalendarEvent;
  /** As the platform showed it after that; undefined while nobody knows of one. */
  readonly shown?: ShownEvent | undefined;
  /** Written before the platform is asked: found there after a crash, nobody knows whether it did it. */
  readonly isUnsure?: boolean | undefined;
  /** A coordinator was told that somebody changed it by hand; until it is written over. */
  readonly isEditTold?: boolean | undefined;
  /** UTC instant (ISO 8601) when this was last written. */
  readonly at: string;
}

/** A calendar that takes nothing of ours: a coordinator was told so. */
export interface ClosedCalendar {
  readonly at: string;
}

/** Names what is stored of a workshop in a calendar, or of the calendar alone. */
export function mirrorId({ platform, calendar }: CalendarName, workshop?: string): string {
  return JSON.stringify([platform, calendar, ...(workshop === undefined ? [] : [workshop])]);
}

/** Events that show workshops, each under its `mirrorId`. */
export const storedMirroredEvents: DocumentType<MirroredEvent> = {
  collection: "mirrored-events",
  description: "stored-mirrored-events",
  version: 1,
  migrations: [],
  read: (json) => mirroredSchema.parse(json),
  keptDays: 30,
  lastUsed: ({ asked: { endsAt }, at }) => (endsAt > at ? endsAt : at),
  owner: () => undefined,
};

/** Calendars that take nothing of ours, each under its `mirrorId`. */
export const storedClosedCalendars: DocumentType<ClosedCalendar> = {
  collection: "closed-calendars",
  description: "stored-closed-calendars",
  version: 1,
  migrations: [],
  read: (json) => closedSchema.parse(json),
  keptDays: 400,
  lastUsed: ({ at }) => at,
  owner: () => undefined,
};

const instant = z.iso.datetime();

const event = z.strictObject({
  title: z.string(),
  text: z.string(),
  place: z.string(),
  startsAt: instant,
  endsAt: instant,
});

const mirroredSchema = z.strictObject({
  platform: z.string(),
  calendar: z.string(),
  workshop: z.string(),
  asked: event,
  shown: event.extend({ id: z.string() }).optional(),
  isUnsure: z.boolean().optional(),
  isEditTold: z.boolean().optional(),
  at: instant,
});

const closedSchema = z.strictObject({ at: instant });
