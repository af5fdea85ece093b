import type { Answers, RecordedAnswer } from "../model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../model/questionnaire.ts";
import { explain, type WantedChange } from "./explain.ts";
import type { Advised } from "./recommend.ts";
import type { ResultSaying } from "./tell-steps.ts";

/** What a recommendation is explained from. */
export interface WhyTelling extends ResultSaying {
  readonly questionnaire: Questionnaire;
  /** As they are now. */
  readonly answers: Answers;
}

/** Why something is advised: the answers it comes from, and those that would make it needless. Markdown. */
export function tellWhy(advised: Advised, telling: WhyTelling): string {
  const { tell, language, questionnaire, answers } = telling;
  const { because, removedBy } = explain(questionnaire, advised, answers);
  const title = advised.recommendation.title[language].replace(/\.$/u, "");
  if (because.length === 0) return tell("dr-why-strength", { title });
  const given = because.flatMap(({ question: id, answer }) => {
    const question = questionOf(id, questionnaire);
    if (!question) return [];
    const said = {
      question: question.text[language],
      answer: tellAnswer(answer, question, telling),
    };
    return [tell("dr-why-answer", said)];
  });
  const wanted = removedBy.map((change) => tellChange(change, telling));
  return [
    [tell("dr-why", { title }), ...given].join("\n"),
    ...(wanted.length === 0 ? [] : [[tell("dr-why-removed"), ...wanted].join("\n")]),
  ].join("\n\n");
}

function tellAnswer(answer: RecordedAnswer, question: Question, telling: WhyTelling): string {
  const { tell } = telling;
  switch (answer.kind) {
    case "number":
      return String(answer.number);
    case "options":
      return answer.codes.length === 0
        ? tell("dr-why-nothing")
        : labels(answer.codes, question, telling).join(", ");
    case "unknown":
    case "skipped":
    case "about":
      return tell("dr-why-unknown");
  }
}

function tellChange(change: WantedChange, telling: WhyTelling): string {
  const { tell, language, questionnaire } = telling;
  const question = questionOf(change.question, questionnaire);
  if (!question) return "";
  const text = question.text[language];
  if (change.kind === "number") {
    return tell("dr-why-number", { number: change.atLeast, question: text });
  }
  const said = labels(change.codes, question, telling);
  if (change.kind === "choose") {
    return tell("dr-why-choose", { answer: said.join(tell("dr-or")), question: text });
  }
  const answer = said.join(", ");
  return change.count < said.length
    ? tell("dr-why-some", { count: change.count, answer, question: text })
    : tell("dr-why-tick", { answer, question: text });
}

function labels(
  codes: readonly string[],
  { options }: Question,
  { tell, language }: WhyTelling,
): readonly string[] {
  return options
    .filter(({ code }) => codes.includes(code))
    .map(({ label }) => tell("dr-quoted", { words: label[language] }));
}

function questionOf(id: string, { questions }: Questionnaire): Question | undefined {
  return questions.find((question) => question.id === id);
}
