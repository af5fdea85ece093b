import type { Question, QuestionOption } from "../../model/questionnaire.ts";

/** What a word names among the options of a question: one of them, or none that there is. */
export type Mark = { readonly option: QuestionOption; readonly isSure: boolean } | "not-listed";

/**
 * Reads a number, a letter or a place ("3", "c", "troisième", "last"); undefined for any other word.
 * A letter is a code first, and not sure where the option at that place of the alphabet is another.
 */
export function readMark(word: string, { options }: Question): Mark | undefined {
  if (lastPlaces.has(word)) return marked(options.at(-1));
  const number = numberNamed(word);
  if (number !== undefined) return marked(options[number - 1]);
  if (!/^[a-z]$/u.test(word)) return undefined;
  const coded = options.find(({ code }) => code === word);
  const placed = options[alphabet.indexOf(word)];
  const option = coded ?? placed;
  if (option) return { option, isSure: coded === placed || placed === undefined };
  return alphabet.indexOf(word) < mostLetters ? "not-listed" : undefined;
}

/** The number a word writes, in digits or in full, or that its place has ("2e", "second"). */
export function numberNamed(word: string): number | undefined {
  if (/^\d{1,4}$/u.test(word)) return Number(word);
  const place = /^(\d{1,2})(?:e|er|ere|re|eme|ieme|nd|st|rd|th)$/u.exec(word)?.[1];
  return place === undefined ? inFull.get(word) : Number(place);
}

function marked(option: QuestionOption | undefined): Mark {
  return option ? { option, isSure: true } : "not-listed";
}

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** Letters further on ("k", "y", "n") are more often short words than choices. */
const mostLetters = 8;

const lastPlaces = new Set(["dernier", "derniere", "last"]);

const inFull: ReadonlyMap<string, number> = new Map(
  [
    "zero",
    "un une one premier premiere first",
    "deux two deuxieme second seconde",
    "trois three troisieme third",
    "quatre four quatrieme fourth",
    "cinq five cinquieme fifth",
    "six sixieme sixth",
    "sept seven septieme seventh",
    "huit eight huitieme eighth",
    "neuf nine neuvieme ninth",
    "dix ten dixieme tenth",
    "onze eleven onzieme eleventh",
    "douze twelve",
    "treize thirteen",
    "quatorze fourteen",
    "quinze fifteen",
    "seize sixteen",
    "dixsept seventeen",
    "dixhuit eighteen",
    "dixneuf nineteen",
    "vingt twenty",
  ].flatMap((names, number) => names.split(" ").map((name) => [name, number] as const)),
);
