import { readFileSync } from "node:fs";
import type { Question } from "../../../src/model/questionnaire.ts";
import {
  readAnswer,
  type AnswerReading,
} from "../../../src/understanding/diagnostic/read-answer.ts";
import {
  readDiagnosticCommand,
  type DiagnosticCommand,
} from "../../../src/understanding/diagnostic/read-diagnostic-command.ts";
import { questionnaireAfter } from "../../support/changed-diagnostic.ts";

/** As it is written in content/. */
export const questionnaire = questionnaireAfter();

/** A message in answer to a question, and what a careful reader makes of it. */
export interface WordingCase {
  readonly question: Question;
  readonly message: string;
  /** In the words of the annex: codes joined by commas, "choisir", "clarifier", "passer"… */
  readonly expected: string;
}

export function readWordingCases(file: string): readonly WordingCase[] {
  const [, ...lines] = readFileSync(`test/fixtures/diagnostic/${file}`, "utf8").trim().split("\n");
  return lines.map((line) => {
    const [id = "", message = "", expected = ""] = line.split("\t");
    return { question: questionOf(id), message, expected };
  });
}

export function questionOf(id: string): Question {
  const question = questionnaire.questions.find((one) => one.id === id);
  if (!question) throw new Error(`There is no question ${id}.`);
  return question;
}

/** What is made of a message, in the words of the annex. */
export function readInWords(message: string, question: Question): string {
  const command = readDiagnosticCommand(message);
  if (command) return inWordsOfCommand(command);
  return inWords(readAnswer(message, question, "fr"));
}

/** Of some cases: those read right, asked again, and read as something that was not meant. */
export function judge(cases: readonly WordingCase[]) {
  const read = cases.map(({ question, message, expected }) => {
    const made = readInWords(message, question);
    return { question: question.id, message, expected, made };
  });
  const isRight = (one: { expected: string; made: string }) =>
    one.made === one.expected || (one.expected === "clarifier" && clarifications.has(one.made));
  const missed = read.filter((one) => !isRight(one));
  return {
    right: read.length - missed.length,
    askedAgain: missed.filter(({ made }) => asksAgain.has(made)),
    wrong: missed.filter(({ made }) => !asksAgain.has(made)),
  };
}

/** Yes and no that do not answer are answered kindly; it is asked again all the same. */
const clarifications = new Set(["clarifier", "oui-non"]);
const asksAgain = new Set(["clarifier", "oui-non", "choisir", "question", "hors-liste", "trop"]);

function inWords(reading: AnswerReading): string {
  if (reading.kind !== "answer") return readings[reading.kind];
  const { answer } = reading;
  if (answer.kind === "options") return answer.codes.join(",");
  if (answer.kind === "number") return String(answer.number);
  return { unknown: "inconnu", skipped: "passer", about: "texte" }[answer.kind];
}

const readings = {
  between: "choisir",
  "too-many": "trop",
  "not-listed": "hors-liste",
  "no-yes-or-no": "oui-non",
  question: "question",
  unclear: "clarifier",
} as const;

function inWordsOfCommand(command: DiagnosticCommand): string {
  if (command.kind === "edit") return `modifier ${command.number}`;
  return commands[command.kind];
}

const commands = {
  skip: "passer",
  // Without an answer to keep, it skips.
  keep: "passer",
  why: "pourquoi",
  help: "aide",
  where: "ou",
  pause: "pause",
  stop: "arreter",
  restart: "recommencer",
  erase: "effacer",
  human: "humain",
  back: "retour",
  resume: "reprendre",
  start: "commencer",
  finish: "terminer",
  details: "detail",
  roadmap: "feuille",
  report: "rapport",
} as const;
