import type { Language } from "../model/language.ts";
import type { PhraseKey, Tell } from "../model/phrases.ts";
import type { Effort, Recommendation } from "../model/questionnaire.ts";

/** How a result is told. */
export interface ResultSaying {
  readonly language: Language;
  readonly tell: Tell;
}

const efforts: Readonly<Record<Effort, PhraseKey>> = {
  S: "dr-effort-s",
  M: "dr-effort-m",
  L: "dr-effort-l",
};

/** What a step takes, in words. */
export function tellEffort(effort: Effort, tell: Tell): string {
  return tell(efforts[effort]);
}

/** Steps, one a line, each with what it takes. Markdown. */
export function tellSteps(
  steps: readonly Recommendation[],
  { language, tell }: ResultSaying,
  options: {
    /** The number of the first. */
    readonly from: number;
    /** Whether the first one says what to do first. */
    readonly withGesture: boolean;
  },
): readonly string[] {
  return steps.map(({ title, effort, step }, index) => {
    const line = tell("dr-step", {
      number: options.from + index,
      title: withoutStop(title[language]),
      effort: tellEffort(effort, tell),
    });
    return index === 0 && options.withGesture
      ? tell("dr-step-gesture", { line, gesture: step[language] })
      : line;
  });
}

function withoutStop(title: string): string {
  return title.replace(/\.$/u, "");
}
