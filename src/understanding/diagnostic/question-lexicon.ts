import type { Question, QuestionOption } from "../../model/questionnaire.ts";
import { isNegator } from "./negations.ts";
import { phrasesOf, type OptionPhrase } from "./option-phrases.ts";
import { thingNamed } from "./same-things.ts";
import { isSameWord, readableWord, type ReadableWord } from "./same-word.ts";
import { measureWords, roleWords } from "./small-words.ts";

/**
 * What the phrases of a question's options teach of words. A word counts by its mark: its stem, the thing it
 * names, or itself where it says how much.
 */
export interface QuestionLexicon {
  readonly phrases: readonly MarkedPhrase[];
  /**
   * How telling each mark is, `leastTelling`..1: 1 where only one option has it, the least where all have it
   * alike. One minus the entropy of the options given the mark.
   */
  readonly weights: ReadonlyMap<string, number>;
  /** In how many phrases of each option a mark is found; what is denied counts as `negationMark`. */
  readonly counts: ReadonlyMap<QuestionOption, ReadonlyMap<string, number>>;
  /** How many phrases each option has. */
  readonly sizes: ReadonlyMap<QuestionOption, number>;
  /** Every word of the phrases, with its mark. */
  readonly words: readonly (readonly [ReadableWord, string])[];
}

/** A phrase of an option by the marks of its words. */
export interface MarkedPhrase {
  readonly option: QuestionOption;
  readonly marks: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly denied: readonly string[];
  readonly kind: OptionPhrase["kind"];
  /** The weights of its marks together. */
  readonly weight: number;
}

/** The lexicon of a question, worked out at its first answer. */
export function lexiconOf(question: Question): QuestionLexicon {
  const known = remembered.get(question);
  if (known) return known;
  const made = lexiconFrom(question);
  remembered.set(question, made);
  return made;
}

/** The mark of a word in a question, slips of the keyboard and spellings by ear mended to its own words. */
export function markIn({ weights, words }: QuestionLexicon, word: string): string {
  const mark = markOf(word);
  if (weights.has(mark)) return mark;
  // "On est trois" where no phrase has a three: several.
  if (/^[2-9]$/u.test(word) && weights.has(several)) return several;
  const readable = readableWord(word);
  return words.find(([other]) => isSameWord(readable, other))?.[1] ?? mark;
}

/** "Not" is compared by itself: it tells nothing more, unless it is all that is said. */
export function tellingMarks(words: readonly string[]): readonly string[] {
  const others = words.filter((word) => !isNegator(word));
  return others.length > 0 ? others : words;
}

const several = "plusieurs";

/** The mark under which a negation is counted ("not", "nothing"). */
export const negationMark = (negation: string) => `!${negation}`;

/** Whether a mark says how much, how many or how often. */
export const isMeasure = (mark: string) => measureWords.has(mark) || /\d/u.test(mark);

// A question never changes once loaded.
const remembered = new WeakMap<Question, QuestionLexicon>();

const leastTelling = 0.3;

function lexiconFrom(question: Question): QuestionLexicon {
  const words = new Map<string, string>();
  const counts = new Map<QuestionOption, Map<string, number>>();
  const sizes = new Map<QuestionOption, number>();
  const marked = phrasesOf(question).map((phrase) => {
    const marks = new Set(tellingMarks(phrase.telling).map(markOf));
    for (const word of phrase.telling) words.set(word, markOf(word));
    const its = counts.get(phrase.option) ?? new Map<string, number>();
    for (const mark of [...marks, ...[...phrase.negations].map(negationMark)]) {
      its.set(mark, (its.get(mark) ?? 0) + 1);
    }
    counts.set(phrase.option, its);
    sizes.set(phrase.option, (sizes.get(phrase.option) ?? 0) + 1);
    return { phrase, marks };
  });
  const weights = new Map<string, number>();
  for (const mark of words.values()) {
    const shares = question.options.map(
      (option) => (counts.get(option)?.get(mark) ?? 0) / (sizes.get(option) ?? 1),
    );
    weights.set(mark, leastTelling + (1 - leastTelling) * (1 - evenness(shares)));
  }
  const phrases = marked.map(({ phrase, marks }) => ({
    option: phrase.option,
    marks,
    negations: phrase.negations,
    denied: phrase.denied.map(markOf),
    kind: phrase.kind,
    weight: [...marks].reduce((sum, mark) => sum + (weights.get(mark) ?? 0), 0),
  }));
  const readable = [...words].map(([word, mark]) => [readableWord(word), mark] as const);
  return { phrases, weights, counts, sizes, words: readable };
}

/** The entropy of shares over what it is when they are equal: 0 where one has all, 1 where all have as much. */
function evenness(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (sum === 0 || shares.length < 2) return 0;
  const entropy = shares
    .filter((share) => share > 0)
    .reduce((total, share) => total - (share / sum) * Math.log(share / sum), 0);
  return entropy / Math.log(shares.length);
}

/** Anyone of the association is as good as anyone else: "l'ordi de Monique", "de la secrétaire". */
function markOf(word: string): string {
  if (/^(?:19|20)\d\d$/u.test(word)) return "@year";
  if (isMeasure(word)) return word;
  if (roleWords.has(word)) return "@person";
  const thing = thingNamed(word);
  return thing === undefined ? (readableWord(word).stems[0] ?? word) : `=${thing}`;
}
