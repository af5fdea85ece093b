import { CatchUpCounts, isLateBy } from "./catch-up.ts";
import type { AnnouncerParts, Merged, PlaceNow, Renewal } from "./announcer-ports.ts";
import { announcementReply } from "./announcement-row.ts";
import { calledBy } from "./called-by.ts";
import { keepRow, readRow } from "./keep-row.ts";
import { mergeLate } from "./merge-late.ts";
import { keysOf, type PlannedRow } from "./planned-row.ts";
import { readerNow } from "./reader-now.ts";
import { recheck } from "./recheck.ts";
import { settleAgain } from "./settle-again.ts";
import { wordsOf, type WordsContent } from "./words/words-of.ts";

/** What renewing a row works with. */
export type RenewalParts = Pick<AnnouncerParts, "people" | "outbox" | "calledIn" | "keyOf"> & {
  readonly content: WordsContent;
};

/** Where nothing else waits and nothing late was sent. */
export const quietPlace: PlaceNow = {
  others: () => Promise.resolve([]),
  late: { left: 5, nextAt: new Date(0) },
};

/**
 * A row at the moment of sending: the workshops, the reader and the hour are looked at again, quiet hours too.
 * What missed its moment says so, and tells what else waits there late.
 * Sources: WORKSHOPS.md 7.1, 7.3 and 7.4.
 */
export async function renewRow(
  row: PlannedRow,
  place: PlaceNow,
  parts: RenewalParts,
): Promise<Renewal> {
  const { content, keyOf } = parts;
  const checked = await lookAgain(row, parts);
  if (typeof checked === "string") return { kind: "skip", reason: checked };
  const isLate = isLateNow(row, content.now);
  // What stands is corrected at once, for it disturbs nobody.
  const mayDisturb = row.corrects === undefined;
  if (mayDisturb) {
    const at = settleAgain(checked, content);
    if (at && at > content.now) return { kind: "wait", until: at };
    // What no later hour would do for goes at the moment it was planned for, a night that just began or not.
    if (!at && isLate) return { kind: "skip", reason: "quiet" };
    if (isLate && place.late.left === 0) return { kind: "wait", until: place.late.nextAt };
  }
  const late = isLate && mayDisturb ? await withOthers(checked, place, parts) : undefined;
  const said = late?.row ?? checked;
  const words = wordsOf(said, content);
  if (!words) return { kind: "skip", reason: "nothing-to-tell" };
  const called = await calledBy(said, words, parts);
  return {
    kind: "send",
    reply: announcementReply(said, words, keyOf, called),
    workshops: words.workshops.map(({ id }) => id),
    isLate: late !== undefined,
    merged: late?.merged,
  };
}

/** Whether it was late when it was planned, or has missed its moment since. */
function isLateNow({ isLate, dueAt }: PlannedRow, now: Date): boolean {
  return isLate || isLateBy(now, dueAt);
}

/** What is left of a row for its reader, or why nothing is. */
async function lookAgain(row: PlannedRow, parts: RenewalParts) {
  const { content } = parts;
  const { row: useful, skipped } = recheck(row, content.find, content.now);
  if (!useful) return skipped[0]?.reason ?? "nothing-to-tell";
  return (await readerNow(useful, parts)) ?? "no-longer-wanted";
}

/** A late row with those it is to tell besides: the ones of a room are few messages, of one job one. */
async function withOthers(
  row: PlannedRow,
  { others, late }: PlaceNow,
  parts: RenewalParts,
): Promise<{ readonly row: PlannedRow; readonly merged: Merged | undefined }> {
  const { now } = parts.content;
  const alone = { ...row, isLate: true, dueAt: now };
  const beside = (await others())
    .map(readRow)
    .filter(
      (one) => one.target === row.target && one.corrects === undefined && isLateNow(one, now),
    );
  const checked = await Promise.all(beside.map((one) => lookAgain(one, parts)));
  const waiting = checked.flatMap((one) => {
    // What may go at night takes nothing with it that may not.
    const isToCome = typeof one === "string" || +(settleAgain(one, parts.content) ?? NaN) !== +now;
    return isToCome ? [] : [{ ...one, isLate: true, dueAt: now }];
  });
  const all = mergeLate([alone, ...waiting], new CatchUpCounts(), late.left);
  const whole = all.find((one) => keysOf(one).includes(row.key)) ?? alone;
  const told = new Set(keysOf(whole));
  const covers = waiting.filter((one) => keysOf(one).some((key) => told.has(key)));
  if (covers.length === 0) return { row: alone, merged: undefined };
  // It stays the message it was: its number and its key are known already.
  const merged = { ...whole, key: row.key, replaces: [] };
  return {
    row: merged,
    merged: { covers: covers.map(({ key }) => key), planned: keepRow(merged) },
  };
}
