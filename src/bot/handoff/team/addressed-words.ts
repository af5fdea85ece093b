import { foldText } from "../../../understanding/fold-text.ts";

/** Words that begin as words for who asked do. */
export interface Addressed {
  readonly text: string;
  /** They may as well be a colleague's, quoted to be talked about: they are shown before they go. */
  readonly isDoubtful: boolean;
}

/** What is left of words that begin with `>` or `!r`; undefined for others. */
export function withoutPrefix(text: string): string | undefined {
  const command = /^\s*!r(?=\s|$)(?<rest>[\s\S]*)$/iu.exec(text);
  if (command) return command.groups?.["rest"]?.trim();
  if (!isQuoted(text)) return undefined;
  const lines = text.trim().split("\n");
  const isWhole = lines.every((line) => isQuoted(line) || line.trim() === "");
  const [first = "", ...others] = lines;
  return [bare(first), ...(isWhole ? others.map(bare) : others)].join("\n").trim();
}

/**
 * What of a message is for who asked by how it begins. A chat quotes with the same sign `>`: words of a colleague,
 * or what a client puts before a reply, are not; lines below a quote may be about it. Source: HANDOFF.md, 7.2.
 * @param notes what colleagues of who wrote it said among themselves
 */
export function addressedWords(text: string, notes: readonly string[]): Addressed | undefined {
  const words = withoutPrefix(text);
  if (words === undefined) return undefined;
  if (!isQuoted(text)) return { text: words, isDoubtful: false };
  const lines = text.trim().split("\n");
  const quoted = lines.filter(isQuoted).map(bare).join("\n");
  if (/^<[@!#][^>\s]+>/u.test(quoted) || isSaidBy(notes, quoted)) return undefined;
  const isDoubtful = lines.some((line) => line.trim() !== "" && !isQuoted(line));
  return { text: words, isDoubtful };
}

function isQuoted(text: string): boolean {
  return /^\s*>/u.test(text);
}

function bare(line: string): string {
  return line.replace(/^\s*>\s?/u, "");
}

/** Whether words are a colleague's, or a part of them that is no mere "yes". */
function isSaidBy(notes: readonly string[], words: string): boolean {
  const said = plain(words);
  return notes.some((note) => {
    const whole = plain(note);
    return (
      said !== "" && (whole === said || (said.length >= SHORTEST_PART && whole.includes(said)))
    );
  });
}

/** In characters. */
const SHORTEST_PART = 12;

function plain(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
