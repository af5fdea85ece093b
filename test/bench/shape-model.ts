import type { Library } from "../../src/model/library.ts";
import { listExactWordings } from "../../src/understanding/exact-wordings.ts";
import { createFindHash } from "../../src/understanding/find-hash.ts";
import { learnLanguageEvidence } from "../../src/understanding/guess-language.ts";
import { listKnownWords } from "../../src/understanding/known-words.ts";
import { featuresOf } from "../../src/understanding/sentence-features.ts";
import type { Calibration, TrainedModel } from "../../src/understanding/trained-model.ts";
import { trainingExamples } from "../../src/understanding/training-examples.ts";
import { buildVocabulary } from "../../src/understanding/vocabulary.ts";
import { weighFeatures } from "../../src/understanding/weigh-features.ts";

/**
 * A model with the vocabulary, the classes and the parts of a learnt one, whose weights are only the
 * sums of each intent's sentences: it takes the time and memory of a learnt one to read a question.
 */
export function shapeModel(library: Library): TrainedModel {
  const examples = trainingExamples(library);
  const features = examples.map(({ text, language }) => featuresOf(text, language));
  const vocabulary = buildVocabulary(features);
  const find = createFindHash(vocabulary.hashes);
  const classes = library.intents.length + 1;
  const weights = new Int8Array(vocabulary.hashes.length * classes);
  for (const [row, { label }] of examples.entries()) {
    const { ids, values } = weighFeatures(features[row] ?? [], vocabulary, find);
    for (const [at, id] of ids.entries()) {
      const place = id * classes + label;
      weights[place] = Math.min(127, (weights[place] ?? 0) + Math.ceil(10 * (values[at] ?? 0)));
    }
  }
  return {
    libraryHash: library.hash,
    intents: library.intents.map(({ id }) => id),
    exact: listExactWordings(library),
    vocabulary,
    knownWords: listKnownWords(examples),
    weights,
    scales: new Float32Array(classes).fill(0.01),
    biases: new Float32Array(classes).fill(-1),
    calibration: { fr: calibration, en: calibration },
    languageEvidence: learnLanguageEvidence(examples),
  };
}

/** As in a model of our library. */
const calibration: Calibration = {
  temperature: 0.2,
  scope: [2.5, 2.5, -2, -1.5],
  sure: 0.6,
  surelyInScope: 0.7,
  likelyInScope: 0.6,
};
