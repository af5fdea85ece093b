import type { ContentDraft } from "../model/content-draft.ts";
import { countWords, MOST_ANSWER_WORDS } from "../model/count-words.ts";
import type { Language } from "../model/language.ts";
import type { Library } from "../model/library.ts";
import { answersOf } from "./draft-files.ts";
import { monthsValid, tellsLaw } from "./needs-source.ts";
import { monthsAfter } from "./plain-day.ts";

/** What keeps a draft from being given to somebody else. */
export type DraftFault =
  | "title-missing"
  | "title-too-long"
  | "text-missing"
  | "text-too-long"
  | "text-html"
  | "wordings-too-long"
  | "source-missing"
  | "theme-unknown"
  | "intent-unknown"
  | "intent-taken"
  | "valid-past"
  | "valid-too-long"
  | "not-licensed";

const MOST_TITLE_LETTERS = 80;

/** Of an answer of so many words, none of them unreadably long. */
const MOST_ANSWER_LETTERS = 1500;

/** Ways to ask, and the letters of each: who asks in chat writes no more. */
const MOST_WORDINGS = 30;
const MOST_WORDING_LETTERS = 300;

/** Everything wrong with a draft. @param today `YYYY-MM-DD` */
export function checkDraft(
  draft: ContentDraft,
  library: Pick<Library, "intents" | "themes" | "phrases">,
  today: string,
): readonly DraftFault[] {
  const { title, otherTitle = "", text, utterances, sources, intent, isNew, validUntil } = draft;
  const notice = (language: Language) => library.phrases[language]["hc-untranslated"];
  // As they are written: numbers of steps, and what is said above a missing translation, count too.
  const { own, other } = answersOf(draft, notice);
  const isKnown = library.intents.some(({ id }) => id === intent);
  const latest = monthsAfter(today, monthsValid(text));
  const faults: readonly (readonly [boolean, DraftFault])[] = [
    [title.trim() === "", "title-missing"],
    [Math.max(title.length, otherTitle.length) > MOST_TITLE_LETTERS, "title-too-long"],
    [isNew && text.trim() === "", "text-missing"],
    [isNew && [own, other].some(isTooLong), "text-too-long"],
    [[title, otherTitle, own, other].some((one) => /<[a-z/!]/iu.test(one)), "text-html"],
    [
      utterances.length > MOST_WORDINGS ||
        utterances.some((wording) => wording.length > MOST_WORDING_LETTERS),
      "wordings-too-long",
    ],
    [isNew && sources.length === 0 && tellsLaw(text), "source-missing"],
    [!library.themes.some(({ id }) => id === draft.theme), "theme-unknown"],
    [!isNew && !isKnown, "intent-unknown"],
    [isNew && isKnown, "intent-taken"],
    [validUntil <= today, "valid-past"],
    [validUntil > latest, "valid-too-long"],
    [!draft.isLicensed, "not-licensed"],
  ];
  return faults.flatMap(([isFault, fault]) => (isFault ? [fault] : []));
}

function isTooLong(answer: string): boolean {
  return countWords(answer) > MOST_ANSWER_WORDS || answer.length > MOST_ANSWER_LETTERS;
}
