import type { ReadingPlace } from "../../workshops/read-date.ts";
import { readWhen, saysNoDate } from "./read-when.ts";

/**
 * Parts "au 3 mars : la salle est prise" into a date and why; all of it is the date when no part before a mark
 * is one, and a colon inside an hour is none.
 */
export function splitReason(
  said: string,
  place: ReadingPlace,
): { readonly when: string; readonly reason?: string } {
  for (const { index, 0: mark } of said.matchAll(marks)) {
    const [when, reason] = [said.slice(0, index), said.slice(index + mark.length).trim()];
    // "Mardi, le 3 mars" goes on with the date.
    const isDate = !saysNoDate(readWhen(when, {}, place));
    if (isDate && reason !== "" && saysNoDate(readWhen(reason, {}, place))) return { when, reason };
  }
  return { when: said };
}

/** A reason without the word that leads to it: it is told after "Raison :". */
export function bareReason(said: string): string {
  return said.trim().replace(because, "").trim();
}

const because =
  /^(?:car\s|parce qu(?:e\s|['’])|pour cause (?:de\s|d['’])|à cause (?:de\s|d['’])|because(?: of)?\s|since\s)\s*/iu;

/** What stands between a date and a reason. */
const marks = /(?:\s*[:;,.–—-]|\s)\s*(?<=\s)(?:car|parce que|because)\s+|\s*[:;,.–—-]\s+(?!\d)/giu;
