import { resolve } from "node:path";
import type { Knowledge } from "../bot/knowledge.ts";
import { readQuestions, type ReadQuestion } from "../cli/read-questions.ts";
import { compareOutcomes, type JudgedOutcome } from "../curation/compare-outcomes.ts";
import { checkHeldOut } from "../loading/check-held-out.ts";
import { checkNearDuplicates } from "../loading/check-near-duplicates.ts";
import type { Config } from "../loading/load-config.ts";
import { listSentences, type PlacedSentence } from "../loading/placed-sentences.ts";
import { describeProblem } from "../loading/problem.ts";
import { libraryFiles, type ReadFiles } from "../loading/read-library.ts";
import type { SourceFile } from "../loading/source-file.ts";
import type { ContentTrialReport, FileChange } from "../model/content-change.ts";
import { systemClock } from "../system/system-clock.ts";
import { answerOnce } from "./answer-once.ts";
import { learnLibrary, loadKnowledge } from "./load-knowledge.ts";
import { readCheckedLibrary } from "./read-checked-library.ts";

/**
 * Checks, learns and evaluates the library as some files would make it; nothing is written but, when it is
 * accepted, what was learnt, so that it need not be learnt again.
 * @throws ConfigurationError when the library as it is, or the evaluation, cannot be read
 */
export async function tryContent(
  root: string,
  config: Config,
  changes: readonly FileChange[],
): Promise<ContentTrialReport> {
  const file = config.evaluation;
  const questions = readQuestions(resolve(root, file));
  const known = await loadKnowledge(root, config);
  const before = outcomesOf(questions, known);
  const filesNow = libraryFiles(root);
  const reading = readCheckedLibrary(changed(filesNow, changes));
  const problems = [
    ...reading.problems,
    ...aboutNewSentences(reading.files, readCheckedLibrary(filesNow).files, { file, questions }),
  ];
  if (!reading.library || problems.length > 0) {
    const unchanged = compareOutcomes(before, before);
    return { ...unchanged, problems: problems.map(describeProblem), isAccepted: false };
  }
  const { knowledge, keep } = await learnLibrary(root, config, reading.library);
  const compared = compareOutcomes(before, outcomesOf(questions, knowledge));
  if (compared.isAccepted) keep();
  return { ...compared, problems: [] };
}

function changed(
  files: readonly SourceFile[],
  changes: readonly FileChange[],
): readonly SourceFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const { path, after } of changes) {
    if (after === undefined) byPath.delete(path);
    else byPath.set(path, { path, bytes: new TextEncoder().encode(after) });
  }
  // In the order they are read in: the same files are known by the same hash.
  return [...byPath.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** What new sentences must not be: a question of the evaluation, or one of another intent but for a word. */
function aboutNewSentences(
  files: ReadFiles,
  filesNow: ReadFiles,
  heldOut: { readonly file: string; readonly questions: readonly ReadQuestion[] },
) {
  const sentences = listSentences(files);
  const known = new Set(listSentences(filesNow).map(nameOf));
  const fresh = sentences.filter((sentence) => !known.has(nameOf(sentence)));
  const isFresh = new Set(fresh.map(({ file, line }) => `${file}:${line}`));
  // Last, so that a pair is told at the new one.
  const ordered = [...sentences.filter((sentence) => known.has(nameOf(sentence))), ...fresh];
  const twice = checkNearDuplicates(ordered).filter(({ file, line }) =>
    isFresh.has(`${file}:${line}`),
  );
  return [...checkHeldOut(fresh, heldOut), ...twice];
}

function nameOf({ language, intent, text }: PlacedSentence): string {
  return `${language} ${intent} ${text}`;
}

function outcomesOf(
  questions: readonly ReadQuestion[],
  knowledge: Knowledge,
): readonly JudgedOutcome[] {
  const now = systemClock.now();
  return questions.map(({ question, intents }) => {
    const { decision, intents: found } = answerOnce(question, knowledge, now);
    return { question, expected: intents, decision, intents: found };
  });
}
