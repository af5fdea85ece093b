import { languages, type PerLanguage } from "../model/language.ts";
import type { Library } from "../model/library.ts";
import { calibrate } from "./calibrate.ts";
import { listExactWordings } from "./exact-wordings.ts";
import { createFindHash } from "./find-hash.ts";
import { learnLanguageEvidence } from "./guess-language.ts";
import { listKnownWords } from "./known-words.ts";
import { learnClasses } from "./learn-classes.ts";
import { rowsOf } from "./linear-svm.ts";
import { featuresOf } from "./sentence-features.ts";
import type { Calibration, TrainedModel } from "./trained-model.ts";
import { trainingExamples, type TrainingExample } from "./training-examples.ts";
import { unknownWhenHeldOut } from "./unknown-when-held-out.ts";
import { buildVocabulary } from "./vocabulary.ts";
import { weighFeatures } from "./weigh-features.ts";

/**
 * Learns to understand a library's questions: one linear classifier an intent and one for what is
 * out of scope, shared by both languages, then its calibration on held-out sentences. Deterministic.
 */
export function trainModel(library: Library): TrainedModel {
  const examples = trainingExamples(library);
  const features = examples.map(({ text, language }) => featuresOf(text, language));
  const vocabulary = buildVocabulary(features);
  const find = createFindHash(vocabulary.hashes);
  const rows = rowsOf(features.map((sentence) => weighFeatures(sentence, vocabulary, find)));
  const { heldOutScores, ...classes } = learnClasses(examples, rows, {
    features: vocabulary.hashes.length,
    classes: library.intents.length + 1,
  });
  const unknown = unknownWhenHeldOut(examples, features, vocabulary, find);
  return {
    libraryHash: library.hash,
    intents: library.intents.map(({ id }) => id),
    exact: listExactWordings(library),
    vocabulary,
    knownWords: listKnownWords(examples),
    ...classes,
    calibration: calibrateLanguages(examples, heldOutScores, unknown),
    languageEvidence: learnLanguageEvidence(examples),
  };
}

function calibrateLanguages(
  examples: readonly TrainingExample[],
  scores: readonly Float32Array[],
  unknown: Float32Array,
): PerLanguage<Calibration> {
  const heldOut = examples.map(({ label, language, fold }, row) => ({
    label,
    language,
    fold,
    scores: scores[row] ?? new Float32Array(),
    unknownShare: unknown[row] ?? 1,
  }));
  const [fr, en] = languages.map((language) =>
    calibrate(heldOut.filter((one) => one.fold !== -1 && one.language === language)),
  );
  if (fr === undefined || en === undefined) throw new RangeError("a language is missing");
  return { fr, en };
}
