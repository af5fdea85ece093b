import type { Answers, RecordedAnswer } from "../../src/model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../../src/model/questionnaire.ts";

/** The best answer to every scored question; nothing wished, volunteers and employees. */
export function answersAtTheirBest({ questions }: Questionnaire): Answers {
  const scored = questions.filter(({ dimension }) => dimension !== undefined);
  return {
    ...Object.fromEntries(scored.map((question) => [question.id, bestAnswer(question)])),
    P1: { kind: "options", codes: ["b"] },
  };
}

function bestAnswer({ kind, options }: Question): RecordedAnswer {
  if (kind === "number") return { kind: "number", number: 10 };
  if (kind === "several") {
    const ticks = options.filter(({ isExclusive }) => !isExclusive);
    return { kind: "options", codes: ticks.map(({ code }) => code) };
  }
  const [best] = options.toSorted((one, other) => (other.value ?? -1) - (one.value ?? -1));
  return { kind: "options", codes: best ? [best.code] : [] };
}
