import type { Question, QuestionOption } from "../../model/questionnaire.ts";
import { answerWords, foldAnswer } from "./answer-words.ts";
import type { AnswerReading } from "./answer-reading.ts";
import { isNoOption } from "./degrees.ts";
import { closeOptions, exactOptions, speaksOfOthers } from "./match-option.ts";
import { negationsIn } from "./negations.ts";
import { tellingWords } from "./option-phrases.ts";
import { readMarks } from "./read-marks.ts";
import { clauseOptions } from "./read-own-words.ts";
import { weighOptions } from "./weigh-options.ts";

/** Reads a number, a letter or a place among the options of a single choice. */
export function readSingleMark(text: string, question: Question): AnswerReading | undefined {
  const said = readMarks(text, question);
  if (!said) return undefined;
  const named = said.marks.filter((mark) => mark !== "not-listed");
  if (named.length < said.marks.length) return { kind: "not-listed" };
  return chosen(
    named.map(({ option }) => option),
    named.every(({ isSure }) => isSure),
  );
}

/** Reads words close to one label; where "et" or "ou" joins two of them, one is to be chosen. */
export function readSingleLabel(text: string, question: Question): AnswerReading | undefined {
  const whole = closeOptions(answerWords(text), question);
  const [only] = whole;
  if (whole.length === 1 && only) {
    // "Pas grand-chose, juste une page Facebook": the last clause may correct the others.
    const each = clauseOptions(text, question);
    const words = answerWords(text);
    // "Un site": one word that several options are about.
    const about = tellingWords(words).length === 1 ? weighOptions(words, question) : [];
    if (about.length > 1 && exactOptions(words, question).length === 0) return chosen(about, false);
    return chosen(each.length < 2 || each.at(-1) === only ? whole : each, false);
  }
  if (whole.length > 0) return chosen(whole, false);
  const denied = afterNo(text, question);
  if (denied.length > 0) return chosen(denied, false);
  const headed = beforeRemark(text, question);
  if (headed) return chosen([headed], false);
  const parts = foldAnswer(text).split(/\s(?:et|ou|and|or)\s|[,;/+]/u);
  if (parts.length < 2 || parts.length > 4) return undefined;
  const found = parts.map((part) => oneOption(part, question));
  const options = found.flatMap((option) => option ?? []);
  if (options.length < found.length || new Set(options).size < 2) return undefined;
  return chosen(options, false);
}

/** "Une seule personne, c'est le problème": what stands before a comma, where the rest is another matter. */
function beforeRemark(text: string, question: Question): QuestionOption | undefined {
  const [head = "", ...tail] = foldAnswer(text).split(
    /[,;:.!…]\s|\s(?:car|parce que|because|puisque)\s/u,
  );
  if (tail.length === 0) return undefined;
  const exact = exactOptions(answerWords(head), question);
  const words = answerWords(tail.join(" "));
  const [option] = exact;
  if (exact.length !== 1 || !option || speaksOfOthers(words, option, question)) return undefined;
  const close = closeOptions(words, question);
  const isSame = close.length === 1 && close[0] === option;
  return isSame || (close.length === 0 && negationsIn(words).size === 0) ? option : undefined;
}

/** "Non, mais on aimerait bien": what comes after the no, where it is an option that says no. */
function afterNo(text: string, question: Question): readonly QuestionOption[] {
  const [first = "", ...rest] = answerWords(text);
  if (!question.isGraded || (first !== "non" && first !== "no")) return [];
  const words = rest[0] === "mais" || rest[0] === "but" ? rest.slice(1) : rest;
  const exact = exactOptions(words, question);
  const found = exact.length > 0 ? exact : closeOptions(words, question);
  return found.every(isNoOption) ? found : [];
}

/** One option, or those of which one is to be chosen. */
export function chosen(options: readonly QuestionOption[], isPlain: boolean): AnswerReading {
  const codes = [...new Set(options.map(({ code }) => code))];
  if (codes.length > 1) return { kind: "between", codes };
  return { kind: "answer", answer: { kind: "options", codes }, isPlain };
}

function oneOption(part: string, question: Question): QuestionOption | undefined {
  const words = answerWords(part);
  const exact = exactOptions(words, question);
  const found = exact.length > 0 ? exact : closeOptions(words, question);
  return found.length === 1 ? found[0] : undefined;
}
