import type { PlacedSentence } from "./placed-sentences.ts";
import type { Problem } from "./problem.ts";
import { createFindAlike } from "./trigram-likeness.ts";

/** From this likeness on, who learnt the sentence has seen the question. */
const ALIKE = 0.6;

/** Questions kept to measure with, and the file they stand in. */
export interface HeldOutQuestions {
  readonly file: string;
  readonly questions: readonly { readonly line: number; readonly question: string }[];
}

/**
 * Finds the sentences that are held-out questions, or nearly. The questions themselves are not told:
 * who writes sentences must not read them.
 */
export function checkHeldOut(
  sentences: readonly PlacedSentence[],
  { file: heldOutFile, questions }: HeldOutQuestions,
): Problem[] {
  const findAlike = createFindAlike(
    questions.map(({ question }) => question),
    ALIKE,
  );
  return sentences.flatMap(({ file, line, text }) => {
    const [nearest] = findAlike(text);
    if (!nearest) return [];
    const where = `${heldOutFile}:${questions[nearest.at]?.line ?? 1}`;
    return [
      {
        file,
        line,
        message: `"${text}" is like the held-out question of ${where} (${nearest.likeness.toFixed(2)})`,
        remedy: "Tell another situation: a question that was learnt measures nothing",
      },
    ];
  });
}
