import { languages } from "../../model/language.ts";
import type { Question, QuestionOption } from "../../model/questionnaire.ts";
import { answerWords } from "./answer-words.ts";
import { deniedWords, negationsIn } from "./negations.ts";
import { smallWords } from "./small-words.ts";

/** One way to say an option. */
export interface OptionPhrase {
  readonly option: QuestionOption;
  /** All its words, joined by blanks. */
  readonly whole: string;
  /** Its words that tell something. */
  readonly telling: readonly string[];
  readonly negations: ReadonlySet<string>;
  /** The words its negations bear on. */
  readonly denied: readonly string[];
  readonly kind: "label" | "part" | "synonym";
}

/**
 * All the ways to say each option of a question: its labels in both languages, the parts of a label
 * between its commas and colons, the label without its "oui" or "non", its synonyms.
 */
export function phrasesOf(question: Question): readonly OptionPhrase[] {
  const known = remembered.get(question);
  if (known) return known;
  const phrases = question.options.flatMap((option) =>
    [...sayings(option)].map(([text, kind]) => phrase(option, text, kind)),
  );
  remembered.set(question, phrases);
  return phrases;
}

/** The words that tell something, or all of them where none does ("moi", "non"). */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !smallWords.has(word));
  return telling.length === 0 ? words : telling;
}

// A question never changes once loaded: its phrases are worked out at its first answer.
const remembered = new WeakMap<Question, readonly OptionPhrase[]>();

function phrase(option: QuestionOption, text: string, kind: OptionPhrase["kind"]): OptionPhrase {
  const words = answerWords(text);
  return {
    option,
    whole: words.join(" "),
    telling: tellingWords(words),
    negations: negationsIn(words),
    denied: deniedWords(words),
    kind,
  };
}

function sayings({ label, synonyms }: QuestionOption): ReadonlyMap<string, OptionPhrase["kind"]> {
  const found = new Map<string, OptionPhrase["kind"]>();
  for (const language of languages) {
    const text = label[language];
    const bare = text.replace(/^(?:oui|non|yes|no)\b[\s,:]*(?:mais|but|et|and)?\s*/iu, "");
    found.set(text, "label");
    if (bare !== "") found.set(bare, "label");
    for (const part of text.split(/[,:;()]|\s—\s/u)) {
      const trimmed = part.trim();
      // "Oui", "qui", "No": too little to stand for the option.
      // What follows "mais" or "et" says no more than half of it.
      if (caveat.test(trimmed) || trimmed.length < shortestPart || found.has(trimmed)) continue;
      found.set(trimmed, "part");
    }
  }
  for (const synonym of synonyms) found.set(synonym, "synonym");
  return found;
}

const shortestPart = 6;

const caveat = /^(?:mais|et|ou|sans|but|and|or|without|with no)\b/iu;
