import { groupBy, merged } from "./merge-late.ts";
import type { PlannedRow } from "./planned-row.ts";

/** What is told in one message when it is due at one moment. */
const joined = ["new", "three-days-before", "day-before", "hour-before"] as const;

/**
 * Of one kind, a recipient gets one message at a moment: the announcements of an import, the reminders of an
 * evening. What only registered people may know is told workshop by workshop: they may lose one seat and keep
 * another.
 */
export function mergePrompt(rows: readonly PlannedRow[]): readonly PlannedRow[] {
  return joined.reduce(joinKind, rows);
}

function joinKind(rows: readonly PlannedRow[], kind: PlannedRow["kind"]): readonly PlannedRow[] {
  const same = rows.filter((row) => row.kind === kind && !row.isRegistered);
  // Most often one workshop is told to all the rooms.
  if (new Set(same.map(({ workshops }) => workshops[0])).size < 2) return rows;
  const joinable = new Set(same);
  const together = groupBy(same, ({ target, dueAt }) => `${dueAt.getTime()} ${target}`);
  const messages = [...together.values()].flatMap((theirs) =>
    theirs.length === 1 ? theirs : [merged(kind, theirs)],
  );
  return [...messages, ...rows.filter((row) => !joinable.has(row))];
}
