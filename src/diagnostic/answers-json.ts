import type { DiagnosticRun, RecordedAnswer } from "../model/diagnostic-run.ts";
import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { answerInWords } from "./answer-in-words.ts";
import { valueOf } from "./answer-value.ts";
import { levelInWords } from "./radar-words.ts";
import type { Advice, Advised } from "./recommend.ts";
import { wordsOf } from "./roadmap-rows.ts";
import { levelOf, type Scores } from "./score.ts";
import { visibleQuestions } from "./visible-questions.ts";

/** What the file of answers is made from. */
export interface AnswersSource {
  readonly questionnaire: Questionnaire;
  readonly run: Pick<DiagnosticRun, "answers" | "path" | "roadmap" | "setAside">;
  readonly scores: Scores;
  readonly advice: Advice;
  readonly language: Language;
  readonly tell: Tell;
  /** The day it is made on, `YYYY-MM-DD`. */
  readonly day: string;
}

/** The shape of the file; `formatVersion` rises when a reader of the one before would go wrong. */
export interface AnswersFile {
  readonly format: "passerelle-diagnostic";
  readonly formatVersion: 1;
  /** A hash of the questions: two files of one version can be compared. */
  readonly questionnaire: string;
  readonly day: string;
  readonly path: string;
  readonly language: Language;
  /** In the order they were asked; `answer` as it is kept, `words` as it was read, `value` 0..3 or null. */
  readonly answers: readonly {
    readonly question: string;
    readonly text: string;
    readonly dimension: string | null;
    readonly answer: RecordedAnswer;
    readonly words: string;
    readonly value: number | null;
  }[];
  /** Scores are 0..100, or null with too few answers; coverage is 0..1. */
  readonly scores: {
    readonly overall: number | null;
    readonly level: string | null;
    readonly dimensions: readonly {
      readonly id: string;
      readonly name: string;
      readonly score: number | null;
      readonly level: string;
      readonly coverage: number;
      readonly isConcerned: boolean;
    }[];
  };
  readonly alerts: readonly { readonly id: string; readonly text: string }[];
  readonly advice: {
    readonly now: readonly AdvisedInFile[];
    readonly next: readonly AdvisedInFile[];
    readonly later: readonly AdvisedInFile[];
  };
  /** Recommendation, aim, who, helper, by (a day), state: as they were typed. */
  readonly roadmap: NonNullable<DiagnosticRun["roadmap"]>;
  /** Recommendations that are not made any more, and why. */
  readonly setAside: DiagnosticRun["setAside"];
}

/** One recommendation; `because` are the questions whose answers called for it. */
export interface AdvisedInFile {
  readonly id: string;
  readonly title: string;
  readonly step: string;
  readonly done: string;
  /** S: an hour, M: half a day, L: weeks. */
  readonly effort: string;
  readonly owner: string;
  readonly because: readonly string[];
}

/** Everything of a result, for another program: JSON, nothing of who answered. */
export function answersJson(source: AnswersSource): string {
  const file: AnswersFile = {
    format: "passerelle-diagnostic",
    formatVersion: 1,
    questionnaire: source.questionnaire.version,
    day: source.day,
    path: source.run.path,
    language: source.language,
    answers: answersOf(source),
    scores: scoresOf(source),
    alerts: source.advice.alerts.map((id) => ({
      id,
      text: source.questionnaire.alerts[id]?.[source.language] ?? id,
    })),
    advice: {
      now: source.advice.now.map((one) => advisedOf(one, source)),
      next: source.advice.next.map((one) => advisedOf(one, source)),
      later: source.advice.later.map((one) => advisedOf(one, source)),
    },
    roadmap: source.run.roadmap ?? [],
    setAside: source.run.setAside,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function answersOf(source: AnswersSource): AnswersFile["answers"] {
  const { questionnaire, run, language } = source;
  return visibleQuestions(questionnaire, run.path, run.answers).flatMap((question) => {
    const answer = run.answers[question.id];
    if (!answer) return [];
    return [
      {
        question: question.id,
        text: question.text[language],
        dimension: question.dimension ?? null,
        answer,
        words: answerInWords(question, answer, source),
        value: valueOf(question, answer) ?? null,
      },
    ];
  });
}

function scoresOf(source: AnswersSource): AnswersFile["scores"] {
  const { questionnaire, scores, language } = source;
  const { overall } = scores;
  return {
    overall: overall ?? null,
    level: overall === undefined ? null : levelOf(questionnaire, overall).name[language],
    dimensions: scores.dimensions.map((dimension) => ({
      id: dimension.id,
      name: questionnaire.dimensions.find(({ id }) => id === dimension.id)?.name[language] ?? "",
      score: dimension.score ?? null,
      level: levelInWords(dimension, source),
      coverage: dimension.coverage,
      isConcerned: dimension.isConcerned,
    })),
  };
}

function advisedOf({ recommendation, because }: Advised, source: AnswersSource): AdvisedInFile {
  const { questionnaire, language } = source;
  const { id, effort, owner } = recommendation;
  return {
    id,
    ...wordsOf(recommendation, language),
    effort,
    owner: questionnaire.owners[owner]?.[language] ?? owner,
    because: because.map(({ question }) => question),
  };
}
