import type { Reply } from "../model/reply.ts";
import type { AnnouncementRow } from "./announcer-ports.ts";
import { keepRow } from "./keep-row.ts";
import { keysOf, type PlannedRow } from "./planned-row.ts";
import { wordsOf, type ToldWords, type WordsContent } from "./words/words-of.ts";

/** Gives a reply its key, of at most 25 characters. */
type KeyOf = (key: string) => string;

/**
 * A planned row for the outbox, as it would read now.
 * @returns undefined for an empty digest, or a change that only registered people may know
 */
export function announcementRow(
  row: PlannedRow,
  content: WordsContent,
  keyOf: KeyOf,
): AnnouncementRow | undefined {
  const words = wordsOf(row, content);
  if (!words) return undefined;
  const { key, kind, dueAt, usefulUntil, effectiveStart, corrects } = row;
  return {
    key,
    covers: keysOf(row).filter((one) => one !== key),
    reply: announcementReply(row, words, keyOf),
    notBefore: dueAt,
    usefulUntil,
    kind: corrects === undefined ? kind : "correction",
    workshops: words.workshops.map(({ id }) => id),
    effectiveStart,
    planned: keepRow(row),
  };
}

/** A planned row as a message. @param mentions ids of those it calls by name */
export function announcementReply(
  { key, recipient, corrects }: Pick<PlannedRow, "key" | "recipient" | "corrects">,
  { text, choices, times }: ToldWords,
  keyOf: KeyOf,
  mentions: readonly string[] = [],
): Reply {
  return {
    key: keyOf(key),
    to: recipient.to,
    kind: "announcement",
    text,
    choices,
    attachments: [],
    language: recipient.language,
    ...(corrects === undefined ? {} : { replaces: corrects, isOnlyInPlace: true }),
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(times.length > 0 ? { times: times.map((at) => ({ at: at.toISOString() })) } : {}),
  };
}
