import { mostValueOf, valueOf } from "../diagnostic/answer-value.ts";
import { recommend } from "../diagnostic/recommend.ts";
import type { Problem } from "../loading/problem.ts";
import type { ReadFiles } from "../loading/read-library.ts";
import {
  placedRecommendations,
  questionnairePaths,
  questionnaireOf,
} from "../loading/read-questionnaire.ts";
import type { Answers, RecordedAnswer } from "../model/diagnostic-run.ts";
import type { Condition, Question, Questionnaire, Recommendation } from "../model/questionnaire.ts";

/** A condition about so many combinations of answers is too long to try, and to explain. */
const mostCases = 20_000;

/**
 * The recommendations that no answers lead to, and those that the best answers lead to, by trying the
 * answers they are about. Nothing while the files contradict one another. Source: DIAGNOSTIC.md, 4.5 and 11.
 */
export function diagnosticProblems({ diagnostic }: ReadFiles): readonly Problem[] {
  const { frame, questions, codes, recommendations } = diagnostic;
  const parts = [frame, questions, codes, ...recommendations];
  const questionnaire = questionnaireOf(diagnostic);
  if (!questionnaire || parts.some((part) => !part || part.problems.found.length > 0)) return [];
  return placedRecommendations(diagnostic).flatMap(({ value, problems: { file }, lineOf }) =>
    findingsOf(questionnaire, value).map((finding) => ({
      file,
      line: lineOf(["when"]),
      message: `"${value.id}" ${finding.message}`,
      remedy: finding.remedy,
    })),
  );
}

type Finding = Pick<Problem, "message" | "remedy">;

function findingsOf(questionnaire: Questionnaire, recommendation: Recommendation): Finding[] {
  const { when } = recommendation;
  const asked = questionsAbout(questionnaire, when);
  const count = asked.reduce((product, question) => product * answersTo(question).length, 1);
  if (count > mostCases) {
    const message = `depends on ${count} combinations of answers`;
    return [{ message, remedy: "Name fewer questions, or make two recommendations" }];
  }
  const best = bestAnswers(questionnaire);
  const cases = combine(asked).map((answers) => ({ ...best, ...answers }));
  const isAdvised = (condition: Condition) => (answers: Answers) =>
    isMet(questionnaire, { ...recommendation, when: condition }, answers);
  const never = alternativesOf(when)
    .filter((alternative) => !cases.some(isAdvised(alternative)))
    .map((alternative) => ({
      message: `is never advised by ${JSON.stringify(alternative)}: no answers make it true`,
      remedy: `Remove that condition, or compare it with ${questionnairePaths.questions}`,
    }));
  const isAtBest = cases.filter((answers) => asked.every(isBestIn(answers))).some(isAdvised(when));
  // What only looks at scores is for those who do well.
  if (!isAtBest || "dimensionsAtLeast" in when) return never;
  const message = "is advised though every answer it depends on is the best";
  return [...never, { message, remedy: "Lower its max, or name other options" }];
}

function isMet(
  questionnaire: Questionnaire,
  recommendation: Recommendation,
  answers: Answers,
): boolean {
  const alone = { ...questionnaire, recommendations: [{ ...recommendation, after: [] }] };
  const { now, next, later } = recommend(alone, { path: "full", answers, setAside: {} });
  return [now, next, later].some((list) => list.length > 0);
}

/** The ways a condition can be true, each a condition of its own. */
function alternativesOf(condition: Condition): readonly Condition[] {
  if ("any" in condition) return condition.any.flatMap(alternativesOf);
  if (!("all" in condition)) return [condition];
  let ways: readonly (readonly Condition[])[] = [[]];
  for (const part of condition.all) {
    ways = ways.flatMap((way) => alternativesOf(part).map((one) => [...way, one]));
  }
  return ways.map((all) => ({ all }));
}

/** The questions a condition names, and those that they wait for. */
function questionsAbout({ questions }: Questionnaire, when: Condition): readonly Question[] {
  const named = new Set(namedIn(when));
  for (const { id, showIf } of questions) if (named.has(id) && showIf) named.add(showIf.question);
  return questions.filter(({ id, isAfterResult }) => named.has(id) && !isAfterResult);
}

function namedIn(condition: Condition): readonly string[] {
  if ("any" in condition) return condition.any.flatMap(namedIn);
  if ("all" in condition) return condition.all.flatMap(namedIn);
  return "question" in condition ? [condition.question] : [];
}

/** Every combination of answers to these questions. */
function combine(questions: readonly Question[]): readonly Answers[] {
  return questions.reduce<readonly Answers[]>(
    (cases, question) =>
      cases.flatMap((answers) =>
        answersTo(question).map((answer) => ({ ...answers, [question.id]: answer })),
      ),
    [{}],
  );
}

/** Every answer a question can have; a sentence has none that a condition could be about. */
function answersTo(question: Question): readonly RecordedAnswer[] {
  const unknown: RecordedAnswer = { kind: "unknown" };
  if (question.kind === "text") return [unknown];
  if (question.kind === "number") {
    return [
      ...Array.from({ length: 11 }, (_, number) => ({ kind: "number", number }) as const),
      unknown,
    ];
  }
  return [...choicesOf(question).map((codes) => ({ kind: "options", codes }) as const), unknown];
}

function choicesOf({ kind, options, mostChoices }: Question): readonly (readonly string[])[] {
  if (kind !== "several") return options.map(({ code }) => [code]);
  const alone = options.filter(({ isExclusive }) => isExclusive).map(({ code }) => [code]);
  let together: readonly (readonly string[])[] = [[]];
  for (const { code } of options.filter(({ isExclusive }) => !isExclusive)) {
    together = together.flatMap((codes) => [codes, [...codes, code]]);
  }
  const most = mostChoices ?? options.length;
  return [...alone, ...together.filter(({ length }) => length > 0 && length <= most)];
}

/** The best answer to each scored question. */
function bestAnswers({ questions }: Questionnaire): Answers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const best = answersTo(question).find((answer) => isBest(question, answer));
      return best && question.dimension !== undefined ? [[question.id, best]] : [];
    }),
  );
}

/** What is not scored has no best answer: any will do. */
function isBestIn(answers: Answers): (question: Question) => boolean {
  return (question) => question.dimension === undefined || isBest(question, answers[question.id]);
}

function isBest(question: Question, answer: RecordedAnswer | undefined): boolean {
  return valueOf(question, answer) === mostValueOf(question);
}
