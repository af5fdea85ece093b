import type { AnnouncementKind } from "../model/planned-announcement.ts";
import type { CatchUpCounts } from "./catch-up.ts";
import { latest } from "./moments.ts";
import { keysOf, type PlannedRow } from "./planned-row.ts";

/** Late messages one room gets at once. Source: WORKSHOPS.md 7.3. */
const MOST_LATE = 5;

/** What cannot wait comes first. */
const urgency: readonly PlannedRow["kind"][] = [
  "cancellation",
  "change",
  "hour-before",
  "day-before",
  "three-days-before",
  "new",
  "digest",
  "satisfaction",
  "several",
];

/**
 * Makes late messages bearable: of one job only the newest, late announcements in one message, and at most
 * five messages a recipient at one moment, the last of them telling the rest. Source: WORKSHOPS.md 7.3.
 * @param counts told what is superseded
 * @param most messages each recipient may get, 1 to 5
 */
export function mergeLate(
  rows: readonly PlannedRow[],
  counts: CatchUpCounts,
  most = MOST_LATE,
): PlannedRow[] {
  const together = groupBy(rows, ({ target, dueAt }) => `${dueAt.getTime()} ${target}`);
  return [...together.values()].flatMap((theirs) => {
    if (theirs.length === 1) return theirs;
    return atMost(announcedOnce(newestOfEachJob(theirs, counts)), most);
  });
}

/** The changes of one workshop are one job: the newest says all. (Of digests, one week's alone is useful.) */
function newestOfEachJob(rows: readonly PlannedRow[], counts: CatchUpCounts): PlannedRow[] {
  return [...groupBy(rows, jobOf).values()].flatMap((same) => {
    const newest = same.at(-1);
    if (!newest || same.length === 1) return same;
    const older = same.slice(0, -1);
    for (const row of older) {
      if (row.kind !== "several") {
        counts.add("superseded", { kind: row.kind, workshop: row.workshops[0] });
      }
    }
    // What they knew before the first of them is what changed for them.
    const before = older[0]?.before ?? newest.before;
    return [{ ...newest, before, replaces: older.flatMap(keysOf) }];
  });
}

function jobOf({ kind, workshops, key }: PlannedRow): string {
  return kind === "change" || kind === "cancellation" ? `change ${workshops[0] ?? ""}` : key;
}

function announcedOnce(rows: readonly PlannedRow[]): PlannedRow[] {
  const announced = rows.filter(({ kind }) => kind === "new");
  if (announced.length < 2) return [...rows];
  return [...rows.filter(({ kind }) => kind !== "new"), merged("new", announced)];
}

function atMost(rows: readonly PlannedRow[], most: number): PlannedRow[] {
  const urgent = rows.toSorted((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind));
  if (urgent.length <= most) return urgent;
  const alone = urgent.slice(0, most - 1);
  return [...alone, merged("several", urgent.slice(most - 1))];
}

/** One message for several rows of one recipient; its key says which. */
export function merged(
  kind: AnnouncementKind | "several",
  rows: readonly PlannedRow[],
): PlannedRow {
  const [first] = rows;
  if (!first) throw new RangeError("merge-late: nothing to merge");
  const parts = rows.flatMap((row) => (row.parts.length === 0 ? [row] : row.parts));
  return {
    ...first,
    key: JSON.stringify([kind, ...parts.map(({ key }) => key)]),
    kind,
    workshops: [...new Set(parts.flatMap(({ workshops }) => workshops))],
    usefulUntil: latest(...parts.map((part) => part.usefulUntil)),
    effectiveStart: undefined,
    parts,
    replaces: [],
  };
}

/** Some things under the names of their groups, in order. */
export function groupBy<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}
