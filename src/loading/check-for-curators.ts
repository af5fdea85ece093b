import { checkDirectoryReadiness } from "./check-directory-readiness.ts";
import { checkJargon } from "./check-jargon.ts";
import { checkNearDuplicates } from "./check-near-duplicates.ts";
import { checkQuestionnaireWords } from "./check-questionnaire-words.ts";
import { checkReadingLevel } from "./check-reading-level.ts";
import { checkReviewDays } from "./check-review-days.ts";
import { checkUtteranceCounts } from "./check-utterance-counts.ts";
import type { PlacedSentence } from "./placed-sentences.ts";
import type { Problem } from "./problem.ts";
import type { Jargon } from "./read-jargon.ts";
import type { ReadFiles } from "./read-library.ts";

/** What the files are judged by. */
export interface CuratorsView {
  readonly files: ReadFiles;
  readonly sentences: readonly PlacedSentence[];
  readonly jargon: Jargon;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** What works, and would be better otherwise: warnings, by file and line. */
export function checkForCurators({ files, sentences, jargon, today }: CuratorsView): Problem[] {
  return [
    ...checkUtteranceCounts(files.intents),
    ...checkNearDuplicates(sentences),
    ...checkReviewDays(files.resources, today),
    ...checkReadingLevel(files.resources),
    ...checkJargon(files.resources, jargon),
    ...checkQuestionnaireWords(files.diagnostic, jargon),
    ...checkDirectoryReadiness(files.directory, today),
  ].toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
