import type { AnnouncementKind } from "../model/planned-announcement.ts";
import { after, latest } from "./moments.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../model/durations.ts";

/** A message later than this says so, in ms. */
const LATE_MS = 15 * MINUTE_MS;

/** The instants that decide how long a message is useful. */
export interface UsefulFacts {
  /** Its moment, quiet hours left aside. */
  readonly at: Date;
  /** Of the workshop, or the last of several; undefined for a digest. */
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
  /** Its end before it was changed or cancelled. */
  readonly previousEnd?: Date | undefined;
}

/**
 * The last instant at which a message is still worth sending.
 * Source: WORKSHOPS.md 7.3; three days before is ours: until one day remains.
 */
export function usefulUntil(kind: AnnouncementKind, facts: UsefulFacts): Date {
  const { at, start = at, end = start, previousEnd = end } = facts;
  switch (kind) {
    case "digest":
      return after(at, 36 * HOUR_MS);
    case "new":
      return start;
    case "three-days-before":
      return after(start, -DAY_MS);
    case "day-before":
      return after(start, -3 * HOUR_MS);
    case "hour-before":
      return after(start, -10 * MINUTE_MS);
    case "change":
      return latest(end, previousEnd);
    case "cancellation":
      return previousEnd;
    case "satisfaction":
      return after(at, 7 * DAY_MS);
  }
}

/** Whether a message found now has missed its moment by so much that it must say so. */
export function isLateBy(now: Date, dueAt: Date): boolean {
  return now.getTime() - dueAt.getTime() > LATE_MS;
}

/** What became of some messages that were late. */
export interface CatchUpLine {
  readonly kind: AnnouncementKind;
  /** Undefined for digests. */
  readonly workshop?: string | undefined;
  readonly outcome: CatchUpOutcome;
  /** Rooms and people. */
  readonly recipients: number;
}

/**
 * Sent late; no longer useful; its quiet hours last longer than it is useful; or a newer one of the same job
 * goes in its place.
 */
export type CatchUpOutcome = "caught-up" | "too-late" | "quiet" | "superseded";

/** What the coordinators are told in private after an outage, each line once. */
export interface CatchUpSummary {
  /** The time during which nothing was planned. */
  readonly from: Date;
  readonly to: Date;
  readonly lines: readonly CatchUpLine[];
}

/** Counts what became of late messages, one line for each kind, workshop and outcome. */
export class CatchUpCounts {
  readonly #lines = new Map<string, CatchUpLine>();

  add(outcome: CatchUpOutcome, of: Pick<CatchUpLine, "kind" | "workshop">, recipients = 1): void {
    if (recipients === 0) return;
    const { kind, workshop } = of;
    const name = `${kind} ${outcome} ${workshop ?? ""}`;
    const counted = this.#lines.get(name)?.recipients ?? 0;
    this.#lines.set(name, { kind, workshop, outcome, recipients: counted + recipients });
  }

  /** Undefined when nothing was late. */
  summary(from: Date, to: Date): CatchUpSummary | undefined {
    return this.#lines.size === 0 ? undefined : { from, to, lines: [...this.#lines.values()] };
  }
}
