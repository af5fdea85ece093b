import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { Problems } from "../../src/loading/problem.ts";
import {
  questionnaireOf,
  questionnairePaths,
  questionnaireShapes,
} from "../../src/loading/read-questionnaire.ts";
import { readYaml } from "../../src/loading/read-yaml.ts";
import { projectRoot } from "./project-root.ts";

function part<T>(path: string, shape: z.ZodType<T>) {
  const problems = new Problems(path);
  const content = readYaml(readFileSync(join(projectRoot, path), "utf8"), shape, problems);
  return content && { problems, content };
}

const { frame, questions, codes, recommendations } = questionnairePaths;

const read = questionnaireOf({
  frame: part(frame, questionnaireShapes.frame),
  questions: part(questions, questionnaireShapes.questions),
  codes: part(codes, questionnaireShapes.codes),
  recommendations: readdirSync(join(projectRoot, recommendations))
    .toSorted()
    .flatMap(
      (name) => part(`${recommendations}/${name}`, questionnaireShapes.recommendations) ?? [],
    ),
});
if (!read) throw new Error("the project's own diagnostic is broken: see npm run check");

/** The project's own questionnaire, read without the rest of the library, which takes seconds. */
export const questionnaire: Questionnaire = read;
