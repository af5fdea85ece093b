import type { Workshop } from "../model/workshop.ts";
import { startOf } from "../workshops/workshop-time.ts";
import { likelyEndOf } from "./moments.ts";
import type { PlannedRow } from "./planned-row.ts";

/**
 * Why a planned message is not sent: the workshop is gone, no longer public, cancelled, without a date,
 * at another time or over; nothing is cancelled any more; or the message comes too late.
 */
export type SkipReason =
  "gone" | "unpublished" | "cancelled" | "postponed" | "moved" | "over" | "restored" | "too-late";

/** What is left of a message at the moment of sending. */
export interface Rechecked {
  /** What to send; undefined when nothing is left. */
  readonly row: PlannedRow | undefined;
  /** What is not sent, and why: for the ledger. */
  readonly skipped: readonly { readonly key: string; readonly reason: SkipReason }[];
}

/**
 * Looks at the workshops again at the moment of sending: what was cancelled, moved, unpublished or is over
 * since the message was planned is not told. Source: WORKSHOPS.md 7.1.
 * @param read the workshop as it is now, undefined when it was deleted
 */
export function recheck(
  row: PlannedRow,
  read: (id: string) => Workshop | undefined,
  now: Date,
): Rechecked {
  if (row.parts.length > 0) return recheckParts(row, read, now);
  const skip = (reason: SkipReason): Rechecked => ({
    row: undefined,
    skipped: [{ key: row.key, reason }],
  });
  const checked = row.workshops.map((id) => ({ id, reason: reasonFor(read(id), row, now) }));
  const workshops = checked.filter(({ reason }) => reason === undefined).map(({ id }) => id);
  const [first] = checked;
  // A series announced as one goes on without the dates that fell out.
  if (first?.reason !== undefined && workshops.length === 0) return skip(first.reason);
  if (now > row.usefulUntil) return skip("too-late");
  return { row: { ...row, workshops }, skipped: [] };
}

function recheckParts(
  row: PlannedRow,
  read: (id: string) => Workshop | undefined,
  now: Date,
): Rechecked {
  const checked = row.parts.map((part) => recheck(part, read, now));
  const parts = checked.flatMap((one) => (one.row ? [one.row] : []));
  const workshops = [...new Set(parts.flatMap((part) => part.workshops))];
  return {
    row: parts.length === 0 ? undefined : { ...row, parts, workshops },
    skipped: checked.flatMap(({ skipped }) => skipped),
  };
}

function reasonFor(
  workshop: Workshop | undefined,
  row: PlannedRow,
  now: Date,
): SkipReason | undefined {
  if (!workshop) return "gone";
  if (workshop.publication !== "published") return "unpublished";
  const { kind, effectiveStart } = row;
  const { status } = workshop;
  if (kind === "cancellation") return status === "cancelled" ? undefined : "restored";
  if (status === "cancelled") return "cancelled";
  // That it has no date any more is the change itself.
  if (status === "postponed" && kind !== "change") return "postponed";
  // Of sessions at choice, the first bears the start of all.
  const isFirst = workshop.id === row.workshops[0];
  const hasMoved = isFirst && startOf(workshop).getTime() !== effectiveStart?.getTime();
  // An announcement tells the date of the day; a move has its own notice.
  if (hasMoved && kind !== "new") return "moved";
  const isOver = kind !== "satisfaction" && now >= likelyEndOf(workshop);
  return isOver && kind !== "change" ? "over" : undefined;
}
