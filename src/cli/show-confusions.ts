import type { IntentId } from "../model/library.ts";
import { confusionOf, type Confusion, type ScoredQuestion } from "./score-questions.ts";

/** Two questions are enough to see what a confusion is about. */
const MOST_EXAMPLES = 2;

/** An utterance of an intent, and how alike a question it is, 0..1. */
interface Near {
  readonly intent: IntentId;
  readonly utterance: string;
  readonly likeness: number;
}

/** A question that was taken for another need, and what each side holds that is most like it. */
export interface ConfusionExample {
  readonly question: string;
  readonly language: string;
  /** The nearest utterance of what was expected, then of what was understood. */
  readonly nearest: readonly Near[];
}

/** A confusion with some of its questions. */
export interface ShownConfusion extends Confusion {
  readonly examples: readonly ConfusionExample[];
}

/** Finds the utterance of an intent most like a question. */
export type FindNearest = (
  question: string,
  intent: IntentId,
) => { readonly text: string; readonly likeness: number } | undefined;

/** Puts beside each confusion one or two of its questions, with the nearest utterances of both sides. */
export function showConfusions(
  confusions: readonly Confusion[],
  scored: readonly ScoredQuestion[],
  findNearest: FindNearest,
): ShownConfusion[] {
  return confusions.map((confusion) => ({
    ...confusion,
    examples: scored
      .filter((one) => isOf(confusionOf(one), confusion))
      .slice(0, MOST_EXAMPLES)
      .map(({ label: { question, language } }) => ({
        question,
        language,
        nearest: [confusion.expected, confusion.got].flatMap((side) =>
          nearestOf(question, side.split("|"), findNearest),
        ),
      })),
  }));
}

function isOf(found: Pick<Confusion, "expected" | "got"> | undefined, wanted: Confusion): boolean {
  return found?.expected === wanted.expected && found.got === wanted.got;
}

/** The nearest utterance of one side, which has several intents when several are right. */
function nearestOf(
  question: string,
  intents: readonly IntentId[],
  findNearest: FindNearest,
): readonly Near[] {
  return intents
    .flatMap((intent) => {
      const near = findNearest(question, intent);
      return near ? [{ intent, utterance: near.text, likeness: near.likeness }] : [];
    })
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 1);
}
