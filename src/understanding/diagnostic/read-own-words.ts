import type { Question, QuestionOption } from "../../model/questionnaire.ts";
import { answerWords, foldAnswer } from "./answer-words.ts";
import { closeOptions, exactOptions, speaksOfOthers } from "./match-option.ts";
import { isNegator, negationsIn } from "./negations.ts";
import { weighOptions } from "./weigh-options.ts";

/**
 * The options that somebody's own words may mean: of the whole message, and of each of its clauses ("on est
 * deux, moi et Paul", "un site, mais il est vieux"). Where clauses say different options, the last may
 * correct the others; where the whole does not agree, all of them are possible.
 */
export function readOwnWords(text: string, question: Question): readonly QuestionOption[] {
  const whole = weighOptions(answerWords(text), question);
  const clauses = clausesOf(text);
  if (clauses.length < 2) return whole;
  const read = clauses.map((clause) => ({ clause, option: optionOf(clause, question) }));
  const found = [...new Set(read.flatMap(({ option }) => option ?? []))];
  const [first] = found;
  if (found.length === 0 || found.length > mostRead || !first) return whole;
  if (found.length > 1) {
    const last = read.at(-1)?.option;
    return whole.length === 1 && whole[0] === last ? whole : found;
  }
  if (whole.length > 0) return whole.includes(first) ? [first] : [...new Set([...whole, first])];
  // What is denied or set against it may take it back.
  const left = read.filter(({ option }) => !option).map(({ clause }) => clause);
  return left.some((clause) => takesBack(clause, first, question)) ? [] : [first];
}

/** The options that the clauses of a message say, one by one. */
export function clauseOptions(text: string, question: Question): readonly QuestionOption[] {
  const read = clausesOf(text).flatMap((clause) => optionOf(clause, question) ?? []);
  return [...new Set(read)];
}

const mostClauses = 5;
const mostRead = 3;

/** The clauses of a message, folded; none where there are too many to be an answer. */
export function clausesOf(text: string): readonly string[] {
  const clauses = foldAnswer(text)
    .split(
      /[,;:.!…()]+\s*|\s(?=(?:mais|but|car|parce que|because|puisque|since|donc|so|sinon|otherwise)\s)|\s(?:et|and|puis|then)\s/u,
    )
    .filter((clause) => /\p{L}/u.test(clause));
  return clauses.length > mostClauses ? [] : clauses;
}

function optionOf(clause: string, question: Question): QuestionOption | undefined {
  const words = answerWords(clause.replace(/^(?:mais|but|car|donc|so|because)\s/u, ""));
  for (const read of [exactOptions, closeOptions, weighOptions]) {
    const options = read(words, question);
    if (options.length > 0) return options.length === 1 ? options[0] : undefined;
  }
  return undefined;
}

function takesBack(clause: string, option: QuestionOption, question: Question): boolean {
  const words = answerWords(clause);
  return (
    /^(?:mais|but|sinon|otherwise)\s/u.test(clause) ||
    words.some(isNegator) ||
    negationsIn(words).size > 0 ||
    speaksOfOthers(words, option, question)
  );
}
