import type { Condition, Question, Recommendation } from "../model/questionnaire.ts";
import type { Placed } from "./read-questionnaire.ts";

type Path = readonly PropertyKey[];

/** Says what is wrong at a path of a recommendation. */
type Refuse = (path: Path, message: string, remedy: string) => void;

/** Checks that the condition of a recommendation names what is there, each in a way it can be answered. */
export function checkCondition(
  { value, problems, lineOf }: Placed<Recommendation>,
  questions: readonly Question[],
): void {
  const refuse: Refuse = (path, message, remedy) => {
    problems.add(lineOf(path), `"${value.id}": ${message}`, remedy);
  };
  for (const { condition, path } of partsOf(value.when, ["when"])) {
    if (!("question" in condition)) continue;
    const question = questions.find(({ id }) => id === condition.question);
    if (question) checkPart(condition, question, { path, refuse });
    else refuse(path, `unknown question "${condition.question}"`, "Name one of questions.yaml");
  }
}

interface PlacedCondition {
  readonly condition: Condition;
  readonly path: Path;
}

/** What a condition is made of, down to single answers. */
function partsOf(condition: Condition, path: Path): PlacedCondition[] {
  if ("any" in condition) {
    return condition.any.flatMap((part, at) => partsOf(part, [...path, "any", at]));
  }
  if ("all" in condition) {
    return condition.all.flatMap((part, at) => partsOf(part, [...path, "all", at]));
  }
  return [{ condition, path }];
}

function checkPart(
  condition: Extract<Condition, { readonly question: string }>,
  { id, kind, dimension, options }: Question,
  { path, refuse }: { readonly path: Path; readonly refuse: Refuse },
): void {
  const checkCode = (code: string, at: Path) => {
    if (options.some((option) => option.code === code)) return;
    refuse([...path, ...at], `"${id}" has no option "${code}"`, "Name one of its options");
  };
  if ("is" in condition) {
    for (const [at, code] of condition.is.entries()) checkCode(code, ["is", at]);
  } else if ("lacks" in condition) {
    checkCode(condition.lacks, ["lacks"]);
    if (kind === "several") return;
    refuse(path, `"${id}" takes one answer only: nothing is lacking`, "Use is, min or max");
  } else if (dimension === undefined) {
    refuse(path, `"${id}" is not scored`, "Name the options themselves, with is");
  } else if (!("unknown" in condition) && (condition.min ?? condition.max) === undefined) {
    refuse(path, `every answer to "${id}" would do`, "Add min or max");
  }
}
