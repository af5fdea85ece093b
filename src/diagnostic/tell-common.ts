import type { DrawnResult } from "../model/diagnostic-group.ts";
import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Question, Questionnaire } from "../model/questionnaire.ts";
import type { Scores } from "./score.ts";

/** What the answers of several people come to, as it is told. */
export interface CommonTelling {
  readonly questionnaire: Questionnaire;
  readonly drawn: Pick<DrawnResult, "people" | "apart">;
  /** Of the common answers. */
  readonly scores: Pick<Scores, "dimensions">;
  readonly language: Language;
  readonly tell: Tell;
}

/** A longer list is not read on a phone; the report has all of it. */
const MOST_LINES = 7;

/** Where several people agree, and what they may look at together; never who said what. Markdown. */
export function tellCommon(telling: CommonTelling): string {
  const { tell, drawn } = telling;
  return [
    tell("dg-common", { people: drawn.people }),
    tellAgreed(telling),
    ...tellApart(telling),
  ].join("\n\n");
}

/** The dimensions they answered alike. */
function tellAgreed({ questionnaire, drawn, scores, language, tell }: CommonTelling): string {
  const far = new Set(
    drawn.apart.map(({ question }) => find(question, questionnaire)?.dimension ?? ""),
  );
  const scored = new Set(
    scores.dimensions.filter(({ score }) => score !== undefined).map(({ id }) => id),
  );
  const names = questionnaire.dimensions
    .filter(({ id }) => scored.has(id) && !far.has(id))
    .map(({ name }) => name[language]);
  return names.length === 0 ? tell("dg-agree-none") : tell("dg-agree", { list: names.join(", ") });
}

function tellApart(telling: CommonTelling): readonly string[] {
  const { drawn, tell } = telling;
  if (drawn.apart.length === 0) return [tell("dg-apart-none")];
  const lines = drawn.apart.map((one) => apartLine(one, telling));
  const more = lines.length - MOST_LINES;
  const shown = more > 0 ? lines.slice(0, MOST_LINES) : lines;
  const rest =
    more > 0 ? [tell(more === 1 ? "dg-apart-one-more" : "dg-apart-more", { count: more })] : [];
  return [[tell("dg-apart"), ...shown, ...rest].join("\n"), tell("dg-apart-why")];
}

function apartLine(
  { question: id, from, to }: DrawnResult["apart"][number],
  { questionnaire, language, tell }: CommonTelling,
): string {
  const question = find(id, questionnaire);
  const text = question?.text[language] ?? id;
  const low = question && inWords(from, question, language);
  const high = question && inWords(to, question, language);
  return low === undefined || high === undefined
    ? tell("dg-apart-line", { question: text })
    : tell("dg-apart-range", { question: text, from: low, to: high });
}

/** A value as the answer that has it; undefined where no single answer does. */
function inWords(
  value: number | undefined,
  { kind, options, tickValue }: Question,
  language: Language,
): string | undefined {
  if (value === undefined) return undefined;
  if (kind === "number") return String(Math.round((value * 10) / 3));
  if (tickValue !== undefined) return undefined;
  return options.find((option) => option.value === value)?.label[language];
}

function find(id: string, { questions }: Questionnaire): Question | undefined {
  return questions.find((question) => question.id === id);
}
