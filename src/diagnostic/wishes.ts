import type { Answers } from "../model/diagnostic-run.ts";
import type { Questionnaire } from "../model/questionnaire.ts";

/** What an association would like to improve first. */
export interface Wishes {
  readonly dimensions: ReadonlySet<string>;
  readonly intents: ReadonlySet<string>;
}

/**
 * Reads wishes from the answers: dimensions chosen in a question that is not scored, whose options are
 * dimensions, and what a free sentence was about.
 * @param intents wished beside those of the answers
 */
export function wishesOf(
  { dimensions, questions }: Questionnaire,
  answers: Answers,
  intents: readonly string[],
): Wishes {
  const ids = new Set(dimensions.map(({ id }) => id));
  const given = questions
    .filter(({ dimension }) => dimension === undefined)
    .flatMap(({ id }) => answers[id] ?? []);
  const chosen = given.flatMap((answer) => (answer.kind === "options" ? answer.codes : []));
  const about = given.flatMap((answer) => (answer.kind === "about" ? answer.intents : []));
  return {
    dimensions: new Set(chosen.filter((code) => ids.has(code))),
    intents: new Set([...about, ...intents]),
  };
}
