import type { ReadingPlace } from "../../workshops/read-date.ts";
import { readRepeat } from "../../workshops/read-repeat.ts";

/** A line that says how something repeats, and what stands around those words. */
export interface SplitRepeat {
  readonly before: string;
  readonly said: string;
  readonly after: string;
}

/**
 * Parts "Réunion tous les mardis à 18h jusqu'en juin à la Chesnaie" around what repeats: the fewest words that
 * say as much as the whole. Undefined when a line says nothing of a repetition, or only in passing.
 */
export function splitRepeat(line: string, place: ReadingPlace): SplitRepeat | undefined {
  if (readRepeat(line, place) === undefined) return undefined;
  const words = line.split(" ");
  const meaning = (from: number, to: number) =>
    JSON.stringify(readRepeat(words.slice(from, to).join(" "), place));
  const whole = meaning(0, words.length);
  let from = 0;
  while (meaning(from + 1, words.length) === whole) from += 1;
  // "Les mardis" says as much as "tous les mardis".
  if (each.test(words[from - 1] ?? "")) from -= 1;
  let to = words.length;
  while (to > from + 1 && meaning(from, to - 1) === whole) to -= 1;
  const said = words.slice(from, to).join(" ");
  // "On se voit les mardis" tells a story.
  const isPlain = from === 0 || readRepeat(said, place)?.kind !== "needs-hour" || each.test(said);
  if (!isPlain) return undefined;
  return {
    before: bare(words.slice(0, from).join(" ")),
    said,
    after: bare(words.slice(to).join(" ")),
  };
}

const each = /^(?:tous|toutes|chaque|every|each)\b/iu;

function bare(part: string): string {
  return part.replaceAll(/^[\s,;:–-]+|[\s,;:–-]+$/gu, "");
}
