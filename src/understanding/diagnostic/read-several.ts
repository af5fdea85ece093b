import type { Question, QuestionOption } from "../../model/questionnaire.ts";
import { answerWords, foldAnswer } from "./answer-words.ts";
import type { AnswerReading } from "./answer-reading.ts";
import { closeOptions, exactOptions, wholeOptions } from "./match-option.ts";
import { readMarks } from "./read-marks.ts";
import { weighOptions } from "./weigh-options.ts";

/**
 * Reads an answer of several choices: numbers, letters, labels, "toutes", "toutes sauf la 3"; undefined
 * where it names none.
 */
export function readSeveral(text: string, question: Question): AnswerReading | undefined {
  const whole = wholeOptions(answerWords(text), question);
  if (whole.length > 0) return several(whole, question, false);
  const none = question.options.filter(({ isExclusive }) => isExclusive);
  if (saysNone.test(answerWords(text).join(" ")) && none.length === 1 && isNone(none)) {
    return several(none, question, false);
  }
  return (
    readHowMany(text, question) ??
    readMarkList(text, question) ??
    readAllBut(text, question) ??
    readYesByYes(text, question) ??
    readLabels(text, question)
  );
}

/** "Aucun de tout ça", "absolument rien": nothing of the list, whatever is pointed at. */
const saysNone =
  /^(?:absolument |non |no |vraiment )?(?:aucune?s?|rien|none|nothing)(?: (?:de|du|le|la|les|tout|tous|toutes|ca|cela|ceux|celles|ci|ces|options|reponses|choses|of|these|those|them|all|at))*$/u;

/** An option that goes with no other may also say "I do not know yet". */
const isNone = (options: readonly QuestionOption[]) =>
  options.every(({ label }) => saysNone.test(answerWords(label.fr).join(" ")));

/** Options chosen together; one of them is to be left where "none of these" stands beside others. */
function several(
  options: readonly QuestionOption[],
  { options: all, mostChoices }: Question,
  isPlain: boolean,
): AnswerReading {
  const codes = all.filter((option) => options.includes(option)).map(({ code }) => code);
  const isMixed = codes.length > 1 && options.some(({ isExclusive }) => isExclusive);
  if (isMixed) return { kind: "between", codes };
  if (mostChoices !== undefined && codes.length > mostChoices) {
    return { kind: "too-many", most: mostChoices };
  }
  return { kind: "answer", answer: { kind: "options", codes }, isPlain };
}

/** "Les 4", where there are four; "les trois premiers". */
function readHowMany(text: string, question: Question): AnswerReading | undefined {
  const real = question.options.filter(({ isExclusive }) => !isExclusive);
  const [, count, first] =
    /^(?:oui )?(?:tou(?:te)?s )?les (\d)( premiere?s)?$/u.exec(answerWords(text).join(" ")) ?? [];
  if (count === undefined || (first === undefined && Number(count) !== real.length))
    return undefined;
  return several(real.slice(0, Number(count)), question, false);
}

function readMarkList(text: string, question: Question): AnswerReading | undefined {
  const said = readMarks(unglued(text, question), question);
  if (!said) return undefined;
  const named = said.marks.filter((mark) => mark !== "not-listed");
  if (named.length < said.marks.length) return { kind: "not-listed" };
  const options = named.map(({ option }) => option);
  const isSure = named.every(({ isSure: sure }) => sure);
  if (!said.isRange && !said.isSpan) return several(options, question, isSure);
  const [from = 0, to = 0] = options.map((option) => question.options.indexOf(option));
  const span = question.options.slice(Math.min(from, to), Math.max(from, to) + 1);
  // "1-2" is both readings at once; "1-3" may leave out the second.
  if (said.isSpan || span.length <= 2) return several(span, question, said.isRange);
  return { kind: "between", codes: span.map(({ code }) => code) };
}

/** "14" where there are six options: the first and the fourth. */
function unglued(text: string, { options }: Question): string {
  return foldAnswer(text).replaceAll(/\d{2,10}/gu, (digits) => {
    const each = digits.split("");
    const isGlued =
      Number(digits) > options.length &&
      each.every((digit) => Number(digit) >= 1 && Number(digit) <= options.length) &&
      new Set(each).size === each.length;
    return isGlued ? each.join(" ") : digits;
  });
}

/** "Toutes", "toutes sauf la 3", "all but the last one". */
function readAllBut(text: string, question: Question): AnswerReading | undefined {
  const [first = "", ...rest] = foldAnswer(text).split(
    /\s(?:sauf|excepte|hormis|a part|a l'exception d[eu]s?|moins|except(?: for)?|but)\s/u,
  );
  if (rest.length > 1 || !saysAll(first)) return undefined;
  const real = question.options.filter(({ isExclusive }) => !isExclusive);
  if (rest[0] === undefined) return several(real, question, false);
  const left = resolve(rest[0], question);
  if (!left || left.some(({ isExclusive }) => isExclusive)) return undefined;
  return several(
    real.filter((option) => !left.includes(option)),
    question,
    false,
  );
}

function saysAll(folded: string): boolean {
  const words = answerWords(folded).filter((word) => !aroundAll.has(word));
  return words.length > 0 && words.length <= 2 && words.every((word) => allWords.has(word));
}

const allWords = new Set("tout toutes tous toute all everything every integralite".split(" "));
const aroundAll = new Set(
  "oui yes je on nous dirais les la le l ce c est vrai vraies of them the a fait faisons a chez these merci svp true is it ca cela".split(
    " ",
  ),
);

/** "1 oui, 2 non, 3 oui": those that are so. */
function readYesByYes(text: string, question: Question): AnswerReading | undefined {
  const words = answerWords(text);
  if (words.length < 4 || words.length % 2 !== 0) return undefined;
  const chosen: QuestionOption[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const option = question.options[Number(words[at]) - 1];
    const says = words[at + 1] ?? "";
    if (!option || !["oui", "non", "yes", "no"].includes(says)) return undefined;
    if (says === "oui" || says === "yes") chosen.push(option);
  }
  return chosen.length === 0 ? undefined : several(chosen, question, false);
}

function readLabels(text: string, question: Question): AnswerReading | undefined {
  const found = resolve(text, question);
  return found && several(found, question, false);
}

/** The options a text names, taken whole, or part by part between its commas, then between its "et". */
function resolve(text: string, question: Question): readonly QuestionOption[] | undefined {
  const whole = resolvePart(text, question);
  if (whole) return whole;
  for (const joint of [/[,;/+\n]/u, /[,;/+\n]|\s(?:et|and|puis|&)\s/u]) {
    const parts = text.split(joint).filter((part) => /[\p{L}\p{N}]/u.test(part));
    if (parts.length < 2 || parts.length > mostParts) continue;
    const found = parts.map((part) => resolvePart(part, question));
    if (found.every((options) => options !== undefined)) return found.flat();
  }
  return undefined;
}

const mostParts = 12;

function resolvePart(text: string, question: Question): readonly QuestionOption[] | undefined {
  const words = answerWords(text);
  const whole = wholeOptions(words, question);
  if (whole.length === 1) return whole;
  const said = readMarks(unglued(text, question), question);
  if (said && !said.isRange) {
    const named = said.marks.flatMap((mark) => (mark === "not-listed" ? [] : mark.option));
    return named.length === said.marks.length ? named : undefined;
  }
  const exact = exactOptions(words, question);
  const close = exact.length > 0 ? exact : closeOptions(words, question);
  const found = close.length > 0 ? close : weighOptions(words, question);
  return found.length === 1 ? found : undefined;
}
