import { levelOf } from "./score.ts";
import { tellSteps } from "./tell-steps.ts";
import type { ResultTelling } from "./tell-result.ts";

/** Each dimension in words, then the steps that come next. Markdown. */
export function tellDetails({ tell, language, questionnaire, result }: ResultTelling): string {
  const lines = questionnaire.dimensions.map(({ id, name }) => {
    const found = result.scores.dimensions.find((one) => one.id === id);
    const level =
      found?.isConcerned === false
        ? tell("dr-not-concerned")
        : found?.score === undefined
          ? tell("dr-not-enough")
          : levelOf(questionnaire, found.score).name[language].toLowerCase();
    return tell("dr-dimension", { name: name[language], level });
  });
  const { now, next } = result.advice;
  const steps = tellSteps(
    next.map(({ recommendation }) => recommendation),
    { tell, language },
    { from: now.length + 1, withGesture: false },
  );
  return [
    [tell("dr-details"), ...lines].join("\n"),
    ...(steps.length === 0 ? [] : [[tell("dr-next"), ...steps].join("\n")]),
    ...(now.length === 0 ? [] : [tell("dr-details-how")]),
  ].join("\n\n");
}
