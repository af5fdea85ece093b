import type { RoadmapLine, StepState } from "../model/diagnostic-run.ts";
import type { PhraseKey } from "../model/phrases.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import type { ResultSaying } from "./tell-steps.ts";

/** How a roadmap is told. */
export interface RoadmapSaying extends ResultSaying {
  readonly questionnaire: Questionnaire;
  /** A day in words. */
  readonly sayDay: (day: string) => string;
  /** What somebody typed, so that it can be said again: it calls nobody and is no markup. */
  readonly quote: (words: string) => string;
}

const states: Readonly<Record<StepState, PhraseKey>> = {
  "to-do": "dr-state-to-do",
  "under-way": "dr-state-under-way",
  done: "dr-state-done",
  "put-off": "dr-state-put-off",
  "given-up": "dr-state-given-up",
};

/** A roadmap, one step a line: what, who, by when, what for and how far it is. Markdown. */
export function tellRoadmap(roadmap: readonly RoadmapLine[], saying: RoadmapSaying): string {
  const { tell } = saying;
  const lines = roadmap.map((line, index) => tellRoadmapLine(line, index, saying));
  return [tell("dr-roadmap"), ...lines, tell("dr-roadmap-adopt")].join("\n\n");
}

/** One line of it. @param index from 0 */
function tellRoadmapLine(line: RoadmapLine, index: number, saying: RoadmapSaying): string {
  const { tell, sayDay, quote } = saying;
  const { who, helper, by, aim, state } = line;
  const name = who === undefined ? tell("dr-who-later") : quote(who);
  const people =
    helper === undefined ? name : tell("dr-who-with", { who: name, helper: quote(helper) });
  const what = tell("dr-roadmap-line", {
    number: index + 1,
    title: titleOf(line, saying),
    people,
    day: sayDay(by),
    state: tell(states[state]),
  });
  return aim === undefined ? what : `${what}\n${tell("dr-roadmap-aim", { aim: quote(aim) })}`;
}

/** What is to be done; its id where the questionnaire no longer knows it. */
export function titleOf(
  { recommendation: id }: RoadmapLine,
  { questionnaire, language }: Pick<RoadmapSaying, "questionnaire" | "language">,
): string {
  const found = questionnaire.recommendations.find((one) => one.id === id);
  return (found?.title[language] ?? id).replace(/\.$/u, "");
}

/** Lines of the beginning that one person should not carry alone. */
const FIRST_LINES = 3;
const MOST_FOR_ONE = 2;

/**
 * Who is named on more than two of the first three lines, as it was typed first: not everything should rest on
 * one person. Undefined when nobody is. @param fold the same for all ways to type a name
 */
export function whoCarriesAll(
  roadmap: readonly RoadmapLine[],
  fold: (name: string) => string,
): string | undefined {
  const first = roadmap.slice(0, FIRST_LINES);
  return first
    .flatMap(({ who, helper }) => [who, helper])
    .find((name) => {
      if (name === undefined) return false;
      const named = first.filter((line) =>
        [line.who, line.helper].some((one) => one !== undefined && fold(one) === fold(name)),
      );
      return named.length > MOST_FOR_ONE;
    });
}
