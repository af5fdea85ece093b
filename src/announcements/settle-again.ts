import type { AnnouncementKind } from "../model/planned-announcement.ts";
import { firstToStart } from "./moments.ts";
import type { PlannedRow } from "./planned-row.ts";
import { settle } from "./quiet-hours.ts";
import type { WordsContent } from "./words/words-of.ts";

/**
 * When a message that is about to be sent may go, by the hours of its reader.
 * @returns now or later; undefined when their quiet hours last longer than it is useful
 */
export function settleAgain(
  row: PlannedRow,
  content: Pick<WordsContent, "now" | "find">,
): Date | undefined {
  const { now } = content;
  const { zone, quiet, to } = row.recipient;
  const moments = (row.parts.length > 0 ? row.parts : [row]).flatMap((part) => {
    const { kind, usefulUntil, isRegistered } = part;
    if (kind === "several") return [];
    const message = { kind, usefulUntil, isRegistered, soonest: missedFirst(part, kind, content) };
    return (
      settle({ ...message, at: now, earliest: now }, { zone, quiet, isDirect: to.isDirect }) ?? []
    );
  });
  // What may go at once takes the others with it.
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** For a change or a cancellation: what people would miss first. */
function missedFirst(
  { before, workshops: [id = ""] }: PlannedRow,
  kind: AnnouncementKind,
  { find }: Pick<WordsContent, "find">,
): Date | undefined {
  if (kind !== "change" && kind !== "cancellation") return undefined;
  return firstToStart([before, find(id)]);
}
