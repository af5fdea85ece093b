import type { Language } from "../../model/language.ts";
import type { Question } from "../../model/questionnaire.ts";
import { maxReadLength } from "../fold-text.ts";
import { isQuestion } from "../split-questions.ts";
import { stripCourtesy } from "../strip-courtesy.ts";
import type { AnswerReading } from "./answer-reading.ts";
import { answerWords, foldAnswer } from "./answer-words.ts";
import { isBareAssent, isDegree, readDegree, readDegreeBeforeRemark } from "./degrees.ts";
import { exactOptions, wholeOptions } from "./match-option.ts";
import { readAmount } from "./read-amount.ts";
import { clausesOf, readOwnWords } from "./read-own-words.ts";
import { readScale } from "./read-scale.ts";
import { readSeveral } from "./read-several.ts";
import { chosen, readSingleLabel, readSingleMark } from "./read-single.ts";
import { readText } from "./read-text.ts";
import { saysNothing, saysUnknown } from "./read-unknown.ts";

export type { AnswerReading } from "./answer-reading.ts";

/**
 * Reads an answer in free words, in both languages whatever the one spoken: a mark, a label or a synonym
 * of this question, "je ne sais pas", a degree where the question is graded, then words close to one
 * label. What could be read two ways is asked, never guessed. Commands are read before
 * (`readDiagnosticCommand`).
 * Source: CONVERSATION.md, 4.
 */
export function readAnswer(text: string, question: Question, _language: Language): AnswerReading {
  const heard = text.slice(0, maxReadLength);
  const said = stripCourtesy(heard) || heard.trim();
  const named = question.options.find(({ code }) => code.length > 1 && code === foldAnswer(said));
  if (named) return chosen([named], true);
  if (question.kind === "text") return readText(said);
  // "Merci beaucoup !" is no "beaucoup".
  if (stripCourtesy(heard) === "") return { kind: "unclear" };
  return readPlain(said, question) ?? readGuess(said, question);
}

/** What stands even in a question: "excel ?", "la 2 ?". */
function readPlain(text: string, question: Question): AnswerReading | undefined {
  const words = answerWords(text);
  if (words.length === 0) return undefined;
  const exact = exactOptions(words, question);
  if (question.kind === "several")
    return saysNotKnown(text, question) ?? readSeveralPlain(text, question);
  if (question.kind === "number") return saysNotKnown(text, question) ?? readAmount(text);
  const mark =
    (question.kind === "scale" ? readScale(text, question) : undefined) ??
    (wholeOptions(words, question).length === 1 ? undefined : readSingleMark(text, question));
  if (mark) return mark;
  if (exact.length > 0) return chosen(exact, false);
  return saysNotKnown(text, question);
}

/** What a question mark or an opening such as "comment" would make a question of. */
function readGuess(text: string, question: Question): AnswerReading {
  const words = answerWords(text);
  if (text.trimEnd().endsWith("?") || asks.test(foldAnswer(text))) return { kind: "question" };
  // "C'est la directrice qui gère ça, moi je sais pas."
  const last = clausesOf(text).at(-1);
  if (last !== undefined && saysUnknown(answerWords(last))) return unknown;
  const degree = question.isGraded ? readDegree(words, question) : undefined;
  if (degree && degree.length > 0) return chosen(degree, false);
  if (question.kind === "single" || question.kind === "scale") {
    const label = readSingleLabel(text, question);
    if (label) return label;
  }
  const remarked = question.isGraded ? readDegreeBeforeRemark(foldAnswer(text), question) : [];
  if (remarked.length > 0) return chosen(remarked, false);
  if (isBareAssent(words) || isDegree(words)) return { kind: "no-yes-or-no" };
  if (question.kind === "single" || question.kind === "scale") {
    const weighed = readOwnWords(text, question);
    if (weighed.length > 0) return chosen(weighed, false);
  }
  return isQuestion(text) ? { kind: "question" } : { kind: "unclear" };
}

const asks =
  /^(?:et |mais |euh |au fait )?(?:comment|pourquoi|combien|c'?est quoi|c quoi|c'est qui le|qu'est|quel(?:le)?s? |est-ce|est ce|faut-il|peut-on|pouvez|pourriez|avez-vous|how|what|why|which|where|who|can (?:i|you|we)|could|do (?:i|you|we)|does|should|is (?:it|there))(?!\p{L})/u;

function readSeveralPlain(text: string, question: Question): AnswerReading | undefined {
  const isAsked = text.trimEnd().endsWith("?") && /\s\S+\s/u.test(text);
  return isAsked || asks.test(foldAnswer(text)) ? undefined : readSeveral(text, question);
}

/** Not known; or the option that says so, where the question has one. */
function saysNotKnown(text: string, question: Question): AnswerReading | undefined {
  const isListed = exactOptions(answerWords(text), question).length > 0;
  // "Je ne sais pas, il faudrait que je demande à la présidente": each part says so.
  const parts = text.split(/[,.;:!…]+/u).map(answerWords);
  const some = parts.filter((words) => !saysNothing(words));
  const isUnknown = saysUnknown(answerWords(text)) || (some.length > 0 && some.every(saysUnknown));
  if (isListed || !isUnknown) return undefined;
  const meant = question.options.find(({ label }) => saysUnknown(answerWords(label.fr)));
  if (meant?.isExclusive) return chosen([meant], false);
  // "Il faut demander": the person does not know, or that is how it goes there.
  if (meant) return { kind: "unclear" };
  return unknown;
}

const unknown: AnswerReading = { kind: "answer", answer: { kind: "unknown" }, isPlain: false };
