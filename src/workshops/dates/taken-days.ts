import type { WallTime } from "../../model/workshop.ts";

/** Days a part of the text can mean. */
export interface TakenDays {
  readonly days: readonly string[];
  /** What is left of the text, this part standing as `|`. */
  readonly rest: string;
  readonly isDayFirst?: boolean;
  /** The days are meanings to choose from, not years or months of which the first is meant. */
  readonly isChoice?: boolean;
  /** Of a weekday: its number, and whether a word as "prochain" narrows it down. */
  readonly weekday?: number;
  readonly isNarrowed?: boolean;
}

/** A text without the part a form found in it. */
export function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)}|${text.slice(match.index + match[0].length)}`;
}

/** A wall time of a day that no clock change touches, to count days from. */
export function noonOf(day: string): WallTime {
  return `${day}T12:00`;
}
