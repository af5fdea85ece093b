import type { Question } from "../../model/questionnaire.ts";
import type { AnswerReading } from "./answer-reading.ts";
import { answerWords, foldAnswer } from "./answer-words.ts";
import { chosen } from "./read-single.ts";

/** Reads a mark out of as many as the scale has ("4/5", "4 sur 5"), out of another total, or in between ("3,5"). */
export function readScale(text: string, question: Question): AnswerReading | undefined {
  const words = foldAnswer(text).replace(/^(?:je dirais|plutot|environ|bof)\s/u, "");
  // "Deux sur cinq".
  const folded = /^\p{L}+ (?:sur|out of) \p{L}+$/u.test(words)
    ? answerWords(words).join(" ")
    : words;
  const { options } = question;
  const at = (place: number) =>
    options.slice(Math.max(0, Math.floor(place) - 1), Math.max(1, Math.ceil(place)));
  const decimal = /^(\d)[.,](\d)(?: ?(?:\/|sur) ?5)?[.!]?$/u.exec(folded);
  if (decimal) {
    const place = Number(`${decimal[1] ?? ""}.${decimal[2] ?? ""}`);
    return place < 1 || place > options.length
      ? { kind: "not-listed" }
      : chosen(at(place), place % 1 === 0);
  }
  const [, part, whole] = /^(\d{1,3}) ?(?:\/|sur|out of) ?(\d{1,3})[.!]?$/u.exec(folded) ?? [];
  if (part === undefined || whole === undefined) return undefined;
  const [mark, total] = [Number(part), Number(whole)];
  if (mark > total || total === 0) return { kind: "not-listed" };
  if (total === options.length) return mark === 0 ? { kind: "not-listed" } : chosen(at(mark), true);
  const place = Math.max(1, (mark * options.length) / total);
  // Another total: a half is between two, the rest is the nearest.
  return chosen(at(place % 1 === 0.5 ? place : Math.round(place)), false);
}
