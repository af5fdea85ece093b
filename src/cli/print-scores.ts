import type { EvaluationScores, InScopeScore, OutOfScopeScore } from "./score-questions.ts";
import type { ShownConfusion } from "./show-confusions.ts";

/** Confusions shown in the table; `--json` has them all. */
const MOST_CONFUSIONS = 20;

/** Scores whose confusions come with examples. */
export interface ShownScores extends EvaluationScores {
  readonly confusions: readonly ShownConfusion[];
}

/** The scores as a table for a terminal; shares in %. */
export function printScores(scores: ShownScores): string {
  const inScope = [
    row("", ["questions", "top 1", "top 3", "answered", "+ offered", "wrong"]),
    inScopeRow("all", scores.all),
    ...Object.entries(scores.byLanguage).map(([name, score]) => inScopeRow(name, score)),
    ...Object.entries(scores.byKind).map(([name, score]) => inScopeRow(name, score)),
  ];
  const outside = [
    row("out of scope", ["questions", "refused", "offered", "wrong"]),
    ...Object.entries(scores.outOfScope).map(([name, score]) => outsideRow(name, score)),
  ];
  const confusions = scores.confusions.slice(0, MOST_CONFUSIONS).flatMap(confusionLines);
  const { questions, answered } = scores.notCovered;
  return [
    ...inScope,
    "",
    ...outside,
    "",
    `not covered by the library: ${questions} questions, ${answered} of them answered`,
    "",
    "confusions (expected -> first candidate), with the utterance of each most like the question",
    ...confusions,
  ].join("\n");
}

function confusionLines({ expected, got, times, examples }: ShownConfusion): string[] {
  return [
    `${String(times).padStart(4)}  ${expected} -> ${got}`,
    ...examples.flatMap(({ question, nearest }) => [
      `      ? ${question}`,
      ...nearest.map(
        ({ intent, utterance, likeness }) =>
          `        ${likeness.toFixed(2)} ${intent}: ${utterance}`,
      ),
    ]),
  ];
}

function inScopeRow(name: string, score: InScopeScore): string {
  const { questions, top1, top3, answered, offered, answeredWrongly } = score;
  const shares = [top1, top3, answered, answered + offered, answeredWrongly];
  return row(name, [String(questions), ...shares.map((part) => share(part, questions))]);
}

function outsideRow(name: string, score: OutOfScopeScore): string {
  const { questions, refused, offered, answeredWrongly } = score;
  const shares = [refused, offered, answeredWrongly];
  return row(name, [String(questions), ...shares.map((part) => share(part, questions))]);
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : ((100 * part) / whole).toFixed(1);
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(14) + cells.map((cell) => cell.padStart(10)).join("");
}
