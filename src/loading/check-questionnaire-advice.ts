import type { Recommendation } from "../model/questionnaire.ts";
import { checkCondition } from "./check-questionnaire-condition.ts";
import {
  placedQuestions,
  placedRecommendations,
  type Placed,
  type QuestionnaireFiles,
} from "./read-questionnaire.ts";

/** What the rest of the library holds for a recommendation to name. */
export interface Findable {
  /** Those that have a published answer. */
  readonly intents: readonly string[];
  readonly themes: readonly string[];
}

/** Checks that what recommendations name exists, and that they do not wait for one another for ever. */
export function checkQuestionnaireAdvice(files: QuestionnaireFiles, findable: Findable): void {
  const advice = placedRecommendations(files);
  const questions = placedQuestions(files).map(({ value }) => value);
  for (const [index, one] of advice.entries()) {
    const { value, problems, lineOf } = one;
    if (advice.findIndex(({ value: { id } }) => id === value.id) < index) {
      const message = `"${value.id}" is already a recommendation`;
      problems.add(lineOf(["id"]), message, "Give it another id");
    }
    checkFrameNames(one, files);
    if (!findable.themes.includes(value.theme)) {
      const line = lineOf(["theme"]);
      problems.add(line, `unknown theme "${value.theme}"`, "See content/themes.yaml");
    }
    for (const [at, intent] of value.intents.entries()) {
      if (findable.intents.includes(intent)) continue;
      const remedy = "Name one that has a published page in content/resources";
      problems.add(lineOf(["intents", at]), `nothing published answers "${intent}"`, remedy);
    }
    if (questions.length > 0) checkCondition(one, questions);
  }
  checkPrerequisites(advice);
}

function checkFrameNames(
  { value, problems, lineOf }: Placed<Recommendation>,
  { frame }: QuestionnaireFiles,
): void {
  if (!frame) return;
  const { dimensions, owners, alerts } = frame.content.value;
  const named = [
    { key: "dimension", name: value.dimension, known: dimensions.map(({ id }) => id) },
    { key: "owner", name: value.owner, known: Object.keys(owners) },
    { key: "alert", name: value.alert, known: Object.keys(alerts) },
  ];
  for (const { key, name, known } of named) {
    if (name === undefined || known.includes(name)) continue;
    problems.add(lineOf([key]), `unknown ${key} "${name}"`, `See ${frame.problems.file}`);
  }
}

function checkPrerequisites(advice: readonly Placed<Recommendation>[]): void {
  const after = new Map(advice.map(({ value }) => [value.id, value.after]));
  for (const { value, problems, lineOf } of advice) {
    for (const [at, id] of value.after.entries()) {
      if (after.has(id)) continue;
      const message = `"${value.id}" comes after "${id}", which does not exist`;
      problems.add(lineOf(["after", at]), message, "Name another recommendation");
    }
    if (!comesBefore(value.id, value.after, after)) continue;
    const message = `"${value.id}" comes after itself`;
    problems.add(
      lineOf(["after"]),
      message,
      "Break the circle of after: it would never be advised",
    );
  }
}

/** Whether an id is among others, or among what comes before them. */
function comesBefore(
  id: string,
  others: readonly string[],
  after: ReadonlyMap<string, readonly string[]>,
): boolean {
  const met = new Set(others);
  // Grows while it is walked, until nothing new comes before.
  for (const one of met) for (const before of after.get(one) ?? []) met.add(before);
  return met.has(id);
}
