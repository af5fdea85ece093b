import { targetOf, usualQuietHours } from "../model/subscription.ts";
import { addDays, dayOf, instantOf, wallTimeAt } from "../workshops/wall-time.ts";
import type { Broadcasts } from "./announcer-ports.ts";
import { readRow } from "./keep-row.ts";
import { groupBy, merged } from "./merge-late.ts";
import { latest } from "./moments.ts";
import { keysOf, type PlannedRow } from "./planned-row.ts";

/**
 * Announcements of new workshops, at most one broadcast a day for each reader: those of one tick are one message;
 * what would be a second one waits for the next morning, and all that waits already is told with it. What would
 * come too late then goes at once. Source: WORKSHOPS.md 11.
 */
export function onceADay(
  rows: readonly PlannedRow[],
  { sent, waiting }: Broadcasts,
): readonly PlannedRow[] {
  const announced = waiting.map(readRow).filter(isAnnouncement);
  const waitingBy = groupBy(announced, ({ target }) => target);
  const sentTo = groupBy(sent, (whom) => targetOf(whom));
  const freshBy = groupBy(rows.filter(isAnnouncement), ({ target }) => target);
  return rows.flatMap((row) => {
    if (!isAnnouncement(row)) return [row];
    const [first, ...others] = freshBy.get(row.target) ?? [];
    if (row !== first) return [];
    const known = { waiting: waitingBy.get(row.target) ?? [], sent: sentTo.get(row.target) ?? [] };
    return spread([first, ...others], known);
  });
}

function isAnnouncement({ kind, corrects }: PlannedRow): boolean {
  return kind === "new" && corrects === undefined;
}

/** What one reader is to be told at a tick, in one message but for what would come too late in it. */
function spread(fresh: readonly PlannedRow[], { waiting, sent }: Known): readonly PlannedRow[] {
  const last = latest(...fresh.map(({ dueAt }) => dueAt));
  const tooSoon = fresh.filter(({ usefulUntil }) => usefulUntil < last);
  const together = fresh.filter((one) => !tooSoon.includes(one));
  if (together.length === 0) return fresh;
  const row = joined(together);
  const others = waiting.filter(({ dueAt }) => together.every((one) => dueAt <= one.usefulUntil));
  if (others.length > 0) {
    return [...tooSoon, { ...joined([...others, row]), replaces: others.flatMap(keysOf) }];
  }
  const isSecond = sent.some(({ at }) => isOnDayOf(row, at));
  const morning = nextMorning(row);
  const mayWait = together.every(({ usefulUntil }) => morning <= usefulUntil);
  return [...tooSoon, isSecond && mayWait ? { ...row, dueAt: morning } : row];
}

/** What is known of the broadcasts of one reader. */
interface Known {
  readonly waiting: readonly PlannedRow[];
  readonly sent: readonly { readonly at: Date }[];
}

/** One message for all of them, once the last one is due. */
function joined(rows: readonly PlannedRow[]): PlannedRow {
  const [only, ...others] = rows;
  if (only && others.length === 0) return only;
  return {
    ...merged("new", rows),
    dueAt: latest(...rows.map(({ dueAt }) => dueAt)),
    isLate: rows.some(({ isLate }) => isLate),
  };
}

function isOnDayOf({ dueAt, recipient: { zone } }: PlannedRow, at: Date): boolean {
  return dayOf(wallTimeAt(at, zone)) === dayOf(wallTimeAt(dueAt, zone));
}

/** When the quiet hours of the next day end, by the reader's clock. */
function nextMorning({ dueAt, recipient: { zone, quiet = usualQuietHours } }: PlannedRow): Date {
  const day = dayOf(addDays(wallTimeAt(dueAt, zone), 1));
  return instantOf(`${day}T${quiet.to}`, zone);
}
