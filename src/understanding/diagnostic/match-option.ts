import type { Question, QuestionOption } from "../../model/questionnaire.ts";
import { answerWords, mostWordsRead } from "./answer-words.ts";
import { deniedWords, isNegator, negationsIn } from "./negations.ts";
import { phrasesOf, tellingWords, type OptionPhrase } from "./option-phrases.ts";
import { isSameWord, readableWord, type ReadableWord } from "./same-word.ts";
import { measureWords, roleWords, yesWords } from "./small-words.ts";

/** The options whose label or synonym the words are, word for word. */
export function wholeOptions(
  words: readonly string[],
  question: Question,
): readonly QuestionOption[] {
  const whole = words.join(" ");
  return optionsOf(
    phrasesOf(question).filter((phrase) => phrase.kind !== "part" && phrase.whole === whole),
  );
}

/** The same, or those they are but for words that say nothing. */
export function exactOptions(
  words: readonly string[],
  question: Question,
): readonly QuestionOption[] {
  const same = wholeOptions(words, question);
  if (same.length > 0) return same;
  const telling = tellingWords(words);
  // "Oui" is not "plutôt oui", nor "pas vraiment" "ça ne nous sert pas".
  if (telling.every((word) => yesWords.has(word) || isNegator(word))) return [];
  const negations = negationsIn(words);
  return optionsOf(
    phrasesOf(question).filter(
      (phrase) =>
        phrase.kind !== "part" &&
        phrase.telling.join(" ") === telling.join(" ") &&
        sameSet(phrase.negations, negations),
    ),
  );
}

/**
 * The options an answer is close to: one when it is clearly nearer than the others, several when they are
 * as near, none when too much of what was said is in none of them.
 */
export function closeOptions(
  words: readonly string[],
  question: Question,
): readonly QuestionOption[] {
  if (words.length === 0 || words.length > mostWordsRead) return [];
  const said = whatIsSaid(words, question);
  const found = question.options
    .map((option) => ({ option, ...nearest(said, option, question) }))
    .filter(({ nearness }) => nearness > 0)
    .toSorted((a, b) => b.nearness - a.nearness);
  const [best] = found;
  if (!best || best.covered < leastCovered) return [];
  // Where little was said, what is nearly as much covered by another may be that one.
  const rivals = found.filter(
    ({ nearness, covered }) =>
      nearness > best.nearness - clearMargin || (best.isVague && covered >= leastOfRival),
  );
  return rivals.length > mostRivals ? [] : rivals.map(({ option }) => option);
}

/** Whether words say more than an option does: how much, how many, or what another option tells. */
export function speaksOfOthers(
  words: readonly string[],
  option: QuestionOption,
  question: Question,
): boolean {
  const phrases = phrasesOf(question);
  const its = phrases.filter((phrase) => phrase.option === option).flatMap(readableOf);
  const others = phrases.filter((phrase) => phrase.option !== option).flatMap(readableOf);
  return tellingWords(words)
    .filter((word) => !wholeWords.has(word))
    .map(readableWord)
    .some((word) => !isAmong(word, its) && (isMeasure(word) || isAmong(word, others)));
}

/** They tell how it is, not of another thing that is so. */
const wholeWords = new Set("tout tous toute toutes all bien".split(" "));

/** An option this much nearer than another is the one meant. */
const clearMargin = 0.15;
/** More candidates than this are not a choice to offer. */
const mostRivals = 3;
/** How much of what was said must be found in the option. */
const leastCovered = 0.74;
const leastOfRival = 0.6;
const half = 0.5;
/** How much of a phrase must have been said. */
const leastRecalled = { label: 0.3, part: 0.5, synonym: 0.66 } as const;

/** An answer as it is compared with options. */
interface Said {
  readonly words: readonly ReadableWord[];
  readonly negations: ReadonlySet<string>;
  readonly denied: readonly ReadableWord[];
  /** Only one word tells something. */
  readonly isAlone: boolean;
  readonly namesRole: boolean;
  /** Words of the question: they tell nothing where the option has them not. */
  readonly asked: readonly ReadableWord[];
}

interface Nearness {
  /** 0..1, 0 when it cannot be meant. */
  readonly nearness: number;
  /** The share of what was said that the option holds. */
  readonly covered: number;
  /** Little of the option's phrase was said, or not how much or how often. */
  readonly isVague: boolean;
}

const far: Nearness = { nearness: 0, covered: 0, isVague: true };

function whatIsSaid(words: readonly string[], question: Question): Said {
  const telling = tellingWords(words).filter(
    (word, at, all) => !yesWords.has(word) || (at > 0 && at < all.length - 1),
  );
  const others = telling.filter((word) => !roleWords.has(word));
  return {
    words: telling.map(readableWord),
    negations: negationsIn(words),
    denied: deniedWords(words).map(readableWord),
    isAlone: telling.length === 1,
    namesRole: others.length < telling.length,
    asked: askedBy(question),
  };
}

function nearest(said: Said, option: QuestionOption, question: Question): Nearness {
  // What is said of "nothing is backed up" is not said of "everything is".
  const phrases = phrasesOf(question).filter(
    (phrase) => phrase.option === option && sameSet(phrase.negations, said.negations),
  );
  const all = phrases.flatMap(readableOf);
  let best = far;
  for (const phrase of phrases) {
    const found = nearnessTo(said, phrase, all);
    if (found.nearness > best.nearness) best = found;
  }
  return best;
}

/** How near a phrase is; `all` are the words of its option, of which any may go with it. */
function nearnessTo(said: Said, phrase: OptionPhrase, all: readonly ReadableWord[]): Nearness {
  const denied = phrase.denied.map(readableWord);
  if (said.denied.some((word) => !isAmong(word, denied))) return far;
  const its = readableOf(phrase);
  const words = said.words.filter(
    (word) => isAmong(word, its) || !(isAmong(word, said.asked) || roleWords.has(word.word)),
  );
  const missed = words.filter((word) => !isAmong(word, all));
  // One "more", "seldom" or "3" too many, and something else is meant.
  if (words.some((word) => isMeasure(word) && !isAmong(word, its))) return far;
  // A synonym stands for the option only whole: "pas à l'aise" is not "pas du tout à l'aise".
  const isSynonym = phrase.kind === "synonym";
  if (isSynonym && its.some((word) => isMeasure(word) && !isAmong(word, said.words))) return far;
  // "Rien n'est écrit" is only the second half of "nous faisons attention, mais rien n'est écrit".
  if (its.some(({ word }) => contrasts.has(word) && !said.words.some((one) => one.word === word)))
    return far;
  const shared = its.filter((word) => isAmong(word, said.words)).length;
  const recalled = shared / its.length;
  if (words.length === 0 || recalled < leastRecalled[phrase.kind]) return far;
  // One word in common is enough where nothing else was said, or where it is a whole synonym.
  const isWhole = isSynonym && recalled === 1 && !said.namesRole;
  if (shared < 2 && !said.isAlone && !isWhole) return far;
  const covered = 1 - missed.length / words.length;
  const isVague =
    recalled < half || its.some((word) => isMeasure(word) && !isAmong(word, said.words));
  return { nearness: covered * (0.6 + 0.4 * recalled), covered, isVague };
}

const contrasts = new Set(["mais", "but"]);

const isMeasure = ({ word }: ReadableWord) => measureWords.has(word) || /\d/u.test(word);

/** Of those who may do it, one is as good as another: "l'ordi du trésorier", "de la secrétaire". */
const isAmong = (one: ReadableWord, list: readonly ReadableWord[]) =>
  list.some(
    (other) => isSameWord(one, other) || (roleWords.has(one.word) && roleWords.has(other.word)),
  );

const askedWords = new WeakMap<Question, readonly ReadableWord[]>();

function askedBy(question: Question): readonly ReadableWord[] {
  const { fr, en } = question.text;
  const known =
    askedWords.get(question) ?? tellingWords(answerWords(`${fr} ${en}`)).map(readableWord);
  askedWords.set(question, known);
  return known;
}

const phraseWords = new WeakMap<OptionPhrase, readonly ReadableWord[]>();

function readableOf(phrase: OptionPhrase): readonly ReadableWord[] {
  const known = phraseWords.get(phrase) ?? phrase.telling.map(readableWord);
  phraseWords.set(phrase, known);
  return known;
}

function optionsOf(phrases: readonly OptionPhrase[]): readonly QuestionOption[] {
  return [...new Set(phrases.map(({ option }) => option))];
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}
