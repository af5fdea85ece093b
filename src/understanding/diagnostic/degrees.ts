import type { Question, QuestionOption } from "../../model/questionnaire.ts";
import { answerWords } from "./answer-words.ts";
import { measureWords, yesWords } from "./small-words.ts";

/**
 * The options of a graded question that a yes, a no or a degree may mean ("plutôt oui", "bof", "not
 * really"); undefined when the words are none. Yes alone never means the best one by itself.
 */
export function readDegree(
  words: readonly string[],
  { options }: Question,
): readonly QuestionOption[] | undefined {
  const values = degreeOf(words);
  if (values === undefined) return undefined;
  const isYes = values.every((value) => value >= 1);
  // Where "no need" and "not yet" differ, or where a yes has several kinds, only the side is known.
  const knowsDegree = values.length > 0 && options.every(({ isNotApplicable }) => !isNotApplicable);
  if (knowsDegree && !isBareAssent(words)) return withValues(options, values);
  return isYes ? options.filter(isYesOption) : options.filter(isNoOption);
}

/**
 * The same of what stands before a comma ("jamais, on n'a pas le temps"), unless what follows takes it
 * back or says how much.
 */
export function readDegreeBeforeRemark(
  folded: string,
  question: Question,
): readonly QuestionOption[] {
  const [head = "", ...tail] = folded.split(/[,;:.!…]\s|\s(?:car|parce que|because)\s/u);
  if (tail.length === 0) return [];
  if (answerWords(tail.join(" ")).some(takesBack)) return [];
  return readDegree(answerWords(head), question) ?? [];
}

/** A grade, a yes or a number after the comma: the first word was not all of it. */
const takesBack = (word: string) =>
  measureWords.has(word) || yesWords.has(word) || /\d|ieme$|^derniere?$/u.test(word);

/** Whether the words are a yes, a no, or a degree of either. */
export function isDegree(words: readonly string[]): boolean {
  return degreeOf(words) !== undefined;
}

/** Whether the words only say yes or no. */
export function isBareAssent(words: readonly string[]): boolean {
  const said = strip(words);
  return said.length > 0 && said.every((word) => bareAssents.has(word));
}

const bareAssents = new Set([
  ...yesWords,
  "non",
  "no",
  "👍",
  "👎",
  "✅",
  "❌",
  "bien",
  "sur",
  "sure",
]);

function withValues(options: readonly QuestionOption[], values: readonly number[]) {
  return options.filter(({ value }) => value !== undefined && values.includes(value));
}

const saysFirst = ({ label }: QuestionOption, fr: string, en: string) =>
  new RegExp(`^${fr}\\b`, "iu").test(label.fr) || new RegExp(`^${en}\\b`, "iu").test(label.en);

/** Whether an option says yes, more or less. */
function isYesOption(option: QuestionOption): boolean {
  if (option.isNotApplicable === true || saysFirst(option, "non", "no")) return false;
  return saysFirst(option, "oui", "yes") || (option.value ?? 0) >= 2;
}

/** Whether an option says no, whatever its reason. */
export function isNoOption(option: QuestionOption): boolean {
  if (saysFirst(option, "oui", "yes")) return false;
  return option.isNotApplicable === true || option.value === 0;
}

const around = new Set(
  `je j on nous dirais dirai dis pense crois euh heu ben bah bon alors donc hein quoi chez ce c est ca merci svp stp
  i would say think d it s us for pour moi la franchement malheureusement unfortunately helas please thanks thank you
  eh va`.split(/\s+/u),
);

const strip = (words: readonly string[]) => words.filter((word) => !around.has(word));

function degreeOf(words: readonly string[]): readonly number[] | undefined {
  const said = strip(words);
  // "Oui oui", "bof bof".
  const once = said.filter((word, at) => word !== said[at - 1]).join(" ");
  const depends = /^(?:(?:oui|yes) )?depends?(?: \p{L}+){0,4}$/u.test(once) ? [1] : undefined;
  return degrees.get(said.join(" ")) ?? degrees.get(once) ?? depends;
}

const phrases = (list: string, ...values: readonly number[]) =>
  list.split(",").map((phrase) => [strip(phrase.trim().split(/\s+/u)).join(" "), values] as const);

const degrees: ReadonlyMap<string, readonly number[]> = new Map([
  ...phrases(
    `oui tout a fait, tout a fait, oui completement, completement, oui totalement, totalement, absolument, oui absolument,
    oui parfaitement, parfaitement, oui toujours, toujours, oui vraiment, oui tres bien, tres bien, oui a 100 %, a 100 %,
    100 %, entierement, oui entierement, oui tout le temps, tout le temps, oui carrement, carrement, oui sans probleme,
    yes absolutely, absolutely, yes completely, completely, yes totally, totally, yes definitely, definitely, always,
    yes always, fully, yes fully, yes very much, yes very much so, very much so, very well, yes very well`,
    3,
  ),
  ...phrases(
    `plutot oui, oui plutot, oui assez, assez, assez bien, plutot bien, oui plutot bien, oui assez bien, oui globalement, globalement oui,
    globalement, dans le ensemble oui, oui dans le ensemble, dans le ensemble, en general oui, oui en general, en general,
    oui presque, presque, oui la plupart de le temps, oui la plupart du temps, la plupart du temps, oui souvent, souvent, mostly, yes mostly, mostly yes,
    rather yes, yes rather, quite, quite well, yes quite, pretty much, pretty well, often, yes often, usually, most of the time,
    generally, generally yes, pas mal`,
    2,
  ),
  ...phrases(
    `oui un peu, un peu, un petit peu, oui un petit peu, peu, bof, mouais, moyen, moyennement, ca depend, depend,
    de les fois oui, parfois, oui parfois, des fois, de fois, oui des fois, de temps en temps, oui de temps en temps, de temps a autre, oui de temps a autre, so so, ni oui ni non,
    plus ou moins, oui plus ou moins, couci couca, comme ci comme ca, comme ci comme, peut mieux faire, vite fait, a moitie, en partie, oui en partie,
    a little, a bit, a little bit, yes a bit, yes a little, sometimes, yes sometimes, depends, more or less, somewhat,
    kind of, sort of, partly, meh, occasionally, from time to time, now and then, once in a while, in part`,
    1,
  ),
  ...phrases(
    `non, nan, non pas vraiment, pas vraiment, non pas de le tout, pas du tout, non pas du tout, pas trop, non pas trop,
    non jamais, jamais, presque jamais, presque pas, quasi jamais, quasiment jamais, quasiment pas, plutot non, non plutot pas, plutot pas, non pas encore,
    pas encore, non vraiment pas, vraiment pas, pas tellement, non pas tellement, absolument pas, non absolument pas, certainement pas,
    pas pour le instant, non pas pour le instant, pas pour le moment, non pas pour le moment, pas actuellement, not at the moment, not for now,
    je ne pense pas, je ne crois pas, je pense pas, je crois pas, i do not think so, i dont think so,
    non rien, aucunement, pas possible, non pas possible, impossible, no, not really, no not really, not at all, no not at all,
    never, no never, almost never, hardly, hardly ever, barely, not yet, no not yet, not much, rather not, absolutely not, 👎, ❌`,
    0,
  ),
  ...phrases(
    `pas souvent, non pas souvent, pas tres souvent, rarement, oui rarement, non rarement, pas beaucoup, pas assez, non pas assez,
    pas regulierement, tres peu, tres rarement, pas tres bien, pas bien, not often, not very often, rarely, seldom, not enough,
    not very well, not well, not regularly, very little`,
    0,
    1,
  ),
  ...phrases(
    `pas toujours, oui pas toujours, oui mais pas toujours, pas tout a fait, non pas tout a fait, oui et non, oui mais, not always, yes but not always,
    not quite, yes and no, pas completement, pas totalement, pas entierement, not completely, not entirely, not fully`,
    1,
    2,
  ),
  ...phrases(
    "oui, oui oui, ok, okay, oui bien sur, bien sur, yes, yes of course, of course, sure, 👍, ✅, oui evidemment, evidemment, si",
    2,
    3,
  ),
]);
