import type { ReminderTime } from "../model/reminder-wish.ts";
import type { Workshop } from "../model/workshop.ts";
import type { Cohort } from "./cohorts.ts";
import type { Recipient } from "../model/subscription.ts";

/** A span of time: after `from`, until `to` included. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** What the planner plans from. */
export interface Programme {
  /** From `indexSubscriptions`. */
  readonly cohorts: readonly Cohort[];
  /** The next months, and the days just gone. */
  readonly workshops: readonly Workshop[];
  /** By id of workshop. */
  readonly attendees: ReadonlyMap<string, readonly Attendee[]>;
  /** Those to come, and those not planned yet: drop one in the write that stores its rows. */
  readonly occasions: readonly Occasion[];
}

/** What a person who signed up may be sent about that workshop. */
export type AttendeeKind = ReminderTime | "satisfaction";

/** Somebody who signed up, and what they want to be sent. */
export interface Attendee {
  readonly recipient: Recipient;
  readonly wants: readonly AttendeeKind[];
  /** False for who has no seat: they are not told what only registered people may know. */
  readonly isSeated?: boolean | undefined;
}

/** A message that somebody's deed makes due: a workshop was published, changed or cancelled. */
export interface Occasion {
  readonly kind: "new" | "change" | "cancellation";
  /** As they are since; several for a series announced as one. The first names it. */
  readonly workshops: readonly [Workshop, ...Workshop[]];
  /** The first one as people knew it, for a change or a cancellation. */
  readonly before?: Workshop | undefined;
  /** When it is due, quiet hours left aside. */
  readonly at: Date;
  /** The rooms that had received the announcement, for a change or a cancellation. */
  readonly told: readonly Recipient[];
  /** The people registered or waiting, for a change or a cancellation. */
  readonly registered: readonly Recipient[];
}
