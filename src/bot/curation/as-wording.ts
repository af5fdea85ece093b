import { cleanForPublication, type RemovedKind } from "../../curation/clean-for-publication.ts";
import type { KeptOne } from "../../curation/cluster-questions.ts";
import { bareWords } from "../../model/bare-words.ts";
import type { Language } from "../../model/language.ts";
import { maskPersonalData } from "../../privacy/mask-personal-data.ts";

/** Sentences of one cluster that become wordings: a page is not understood better by more of the same. */
const MOST_WORDINGS = 10;

/** Nobody asks again in so many letters. */
const MOST_LETTERS = 300;

/** Stands where something was taken out, until that is cut away. */
const hole = "▢";
const holes: Readonly<Record<RemovedKind, string>> = {
  contact: hole,
  name: hole,
  place: hole,
  amount: hole,
  association: hole,
};

/** The questions in a language as wordings, once each, the first ten. */
export function wordingsIn(questions: readonly KeptOne[], language: Language): readonly string[] {
  const own = questions
    .filter(({ document }) => document.language === language)
    .map(({ document }) => asWording(document.question))
    .filter((wording) => wording !== "" && wording.length <= MOST_LETTERS);
  const once = new Map(own.toReversed().map((wording) => [bareWords(wording), wording]));
  return [...once.values()].toReversed().slice(0, MOST_WORDINGS);
}

/** A question as a wording: nothing personal, and nobody says a sentence with a hole. */
export function asWording(question: string): string {
  const { text } = cleanForPublication(question, {
    names: [],
    places: [],
    mask: maskPersonalData,
    instead: holes,
  });
  const marked = text.replaceAll(/\[[^\]]*\]/gu, hole);
  const whole = marked.split(/(?<=[.!?…])\s+/u).filter((sentence) => !sentence.includes(hole));
  const isMost = whole.join(" ").length * 2 >= marked.length;
  return (isMost ? whole.join(" ") : marked)
    .replaceAll(
      new RegExp(`(?:(?<!\\p{L})(?:de|à|chez|in|at|of|from)\\s+)?${hole}\\s*,?`, "gu"),
      "",
    )
    .replaceAll(/\s+/gu, " ")
    .trim();
}
