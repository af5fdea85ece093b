import { createHash } from "node:crypto";
import { z } from "zod";
import {
  questionSchema,
  questionnaireFrame,
  recommendationSchema,
} from "../model/questionnaire-schema.ts";
import type { Question, Questionnaire, Recommendation } from "../model/questionnaire.ts";
import { folded } from "./folded.ts";
import type { Problems } from "./problem.ts";
import type { ReadYaml } from "./read-yaml.ts";

/** Where the diagnostic is written. */
const folder = "content/diagnostic";

/** Its files; the recommendations are in several, in the order of their names. */
export const questionnairePaths = {
  frame: `${folder}/frame.yaml`,
  questions: `${folder}/questions.yaml`,
  codes: `${folder}/codes.yaml`,
  recommendations: `${folder}/recommendations`,
} as const;

const meanings = z.record(z.string(), z.string().min(1));

/** What each file of the diagnostic holds. */
export const questionnaireShapes = {
  frame: z.strictObject(questionnaireFrame),
  questions: z.array(questionSchema).min(1),
  codes: z.strictObject({ used: meanings, retired: meanings }),
  recommendations: z.array(recommendationSchema).min(1),
};

type Shapes = typeof questionnaireShapes;

/** A part of the questionnaire, with the lines it stands on. */
interface QuestionnairePart<T> {
  readonly problems: Problems;
  readonly content: ReadYaml<T>;
}

/** The files of the diagnostic, each checked on its own; undefined where one cannot be read. */
export interface QuestionnaireFiles {
  readonly frame: QuestionnairePart<z.infer<Shapes["frame"]>> | undefined;
  readonly questions: QuestionnairePart<z.infer<Shapes["questions"]>> | undefined;
  readonly codes: QuestionnairePart<z.infer<Shapes["codes"]>> | undefined;
  readonly recommendations: readonly QuestionnairePart<z.infer<Shapes["recommendations"]>>[];
}

/** Something of the questionnaire, and where it is written. */
export interface Placed<T> {
  readonly value: T;
  readonly problems: Problems;
  /** The line of a part of it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** The questions, in order. */
export function placedQuestions({ questions }: QuestionnaireFiles): readonly Placed<Question>[] {
  return questions ? placedIn(questions) : [];
}

/** The recommendations of all files, in order. */
export function placedRecommendations({
  recommendations,
}: QuestionnaireFiles): readonly Placed<Recommendation>[] {
  return recommendations.flatMap((part) => placedIn(part));
}

/** The questionnaire the files make; undefined when one of them could not be read. */
export function questionnaireOf(files: QuestionnaireFiles): Questionnaire | undefined {
  const { frame, questions } = files;
  const recommendations = placedRecommendations(files).map(({ value }) => value);
  if (!frame || !questions || recommendations.length === 0) return undefined;
  const whole = {
    ...frame.content.value,
    questions: questions.content.value.map((question) => withFoldedSynonyms(question)),
    recommendations,
  };
  return { version: versionOf(whole), ...whole };
}

function placedIn<T>({ problems, content }: QuestionnairePart<readonly T[]>): Placed<T>[] {
  return content.value.map((value, index) => ({
    value,
    problems,
    lineOf: (path) => content.lineOf([index, ...path]),
  }));
}

/** Who writes them need not think of accents. */
function withFoldedSynonyms(question: Question): Question {
  const options = question.options.map((option) => ({
    ...option,
    synonyms: option.synonyms.map(folded),
  }));
  return { ...question, options };
}

/**
 * Names what answers mean and lead to, 12 hexadecimal digits of a SHA-256: a better wording keeps the
 * version. Source: DIAGNOSTIC.md, 9.
 */
function versionOf(whole: Omit<Questionnaire, "version">): string {
  const { dimensions, levels, ordering, questions, recommendations } = whole;
  const meaning = {
    dimensions: dimensions.map(({ id }) => id),
    levels: levels.map(({ from }) => from),
    ordering,
    questions: questions.map(meaningOf),
    recommendations: recommendations.map(
      ({ id, dimension, when, effort, impact, intents, after, alert }) => ({
        id,
        dimension,
        when,
        effort,
        impact,
        intents,
        after,
        alert,
      }),
    ),
  };
  return createHash("sha256").update(JSON.stringify(meaning)).digest("hex").slice(0, 12);
}

function meaningOf(question: Question): unknown {
  const { id, kind, dimension, weight, isShort, isAfterResult, showIf, alert } = question;
  const { tickValue, mostChoices } = question;
  const options = question.options.map(({ code, value, isNotApplicable, isExclusive }) => ({
    code,
    value,
    isNotApplicable,
    isExclusive,
  }));
  const asked = { id, kind, isShort, isAfterResult, showIf };
  return { ...asked, dimension, weight, alert, tickValue, mostChoices, options };
}
