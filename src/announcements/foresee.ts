import { afterWaiting } from "./after-waiting.ts";
import type { PlannedAnnouncement } from "../model/planned-announcement.ts";
import type { Broadcasts } from "./announcer-ports.ts";
import type { Cohort } from "./cohorts.ts";
import { onceADay } from "./once-a-day.ts";
import { plan } from "./plan.ts";
import type { PlannedRow } from "./planned-row.ts";
import type { Occasion } from "./programme.ts";
import { digestSlots } from "./schedule.ts";

/** What somebody is about to do to the programme. */
export interface Intended extends Pick<Occasion, "kind" | "workshops" | "before"> {
  /** When they have it done; undefined for at once. */
  readonly at?: Date | undefined;
}

/** A message that would be sent. */
export interface ForeseenRow extends PlannedRow {
  /** Whether it waits for another day, its reader having one broadcast on this one. */
  readonly isHeld: boolean;
}

/** Who is to be told of a change or a cancellation, beside those who subscribed. */
export type ConcernedReaders = Pick<Occasion, "told" | "registered">;

/** What is known before it is done. */
export interface Foresight {
  readonly now: Date;
  readonly cohorts: readonly Cohort[];
  /** Who must know what becomes of the workshop; undefined of one that was never announced. */
  readonly concerned: Readonly<Record<"change" | "cancellation", ConcernedReaders>> | undefined;
  /** What waits about it, and nobody saw yet. */
  readonly waiting: readonly PlannedAnnouncement[];
  /** What nobody asked for, of which a reader gets little. */
  readonly broadcasts: Broadcasts;
}

/** What would be sent, by the very plan that sends it: what nobody was told of is announced, not changed. */
export function foresee(intended: Intended, foresight: Foresight): readonly ForeseenRow[] {
  const { now, cohorts, concerned, waiting, broadcasts } = foresight;
  const { workshops, before, at = now } = intended;
  const kind = concerned ? intended.kind : "new";
  if (kind === "new" && intended.kind === "cancellation") return [];
  const readers = kind === "new" ? undefined : concerned?.[kind];
  const occasion = { told: [], registered: [], ...readers, kind, workshops, before, at };
  const programme = { cohorts, workshops: [], attendees: new Map(), occasions: [occasion] };
  const rows = afterWaiting(plan(programme, { from: at, to: at }).rows, [{ occasion, waiting }]);
  const sent = [...broadcasts.sent, ...digestsUntil(at, now, cohorts)];
  const spread = onceADay(rows, { ...broadcasts, sent });
  return spread.map((row, index) => ({ ...row, isHeld: row.dueAt > (rows[index] ?? row).dueAt }));
}

/** The digests that will have been sent by then. */
function digestsUntil(at: Date, now: Date, cohorts: readonly Cohort[]): Broadcasts["sent"] {
  if (at <= now) return [];
  return cohorts.flatMap(({ hours, digests }) =>
    digests.flatMap(({ slot, members }) => {
      const slots = digestSlots(slot, hours.zone, { from: now, to: at });
      return slots.flatMap((one) => members.map(({ to, person }) => ({ to, person, at: one.at })));
    }),
  );
}
