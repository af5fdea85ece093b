import type { OutboxRow } from "../model/outbox-row.ts";
import type { PlannedAnnouncement } from "../model/planned-announcement.ts";
import type { Reply } from "../model/reply.ts";
import type { LateRoom } from "./late-pace.ts";

/**
 * What is left to say at the moment of sending. Other words are taken as long as nobody can have read the
 * first ones: afterwards the same message must be recognised.
 */
export type Verdict =
  | {
      readonly kind: "send";
      readonly reply?: Reply | undefined;
      readonly workshops?: readonly string[] | undefined;
      /** Others of the room it tells too, by their unique keys, and what it is kept as with them. */
      readonly merged?: Merged | undefined;
      /** Whether it comes late: a room gets few of those at once. */
      readonly isLate?: boolean | undefined;
    }
  /** It is looked at again then. */
  | { readonly kind: "wait"; readonly until: Date }
  | { readonly kind: "skip"; readonly reason: string };

/** What an announcement became that tells others of its room too. */
export interface Merged {
  readonly covers: readonly string[];
  readonly planned: PlannedAnnouncement;
}

/** What is known of a room when something is sent there. */
export interface RoomNow {
  /** What waits there for the same reader and nobody saw yet; read when asked. */
  readonly others: () => Promise<readonly OutboxRow[]>;
  /** The late messages it may still be sent. */
  readonly late: LateRoom;
}

/** Looks at an announcement again just before it is sent. Source: WORKSHOPS.md 7.1. */
export type Recheck = (row: OutboxRow, now: Date, room: RoomNow) => Promise<Verdict>;
