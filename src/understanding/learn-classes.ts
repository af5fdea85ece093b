import { learnClass, scoreRow, type SparseRows } from "./linear-svm.ts";
import { foldCount, type TrainingExample } from "./training-examples.ts";

/** One linear classifier a class, its weights in whole steps of the class's scale. */
export interface LearntClasses {
  /** Feature after feature, one weight a class. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly biases: Float32Array;
  /** What classifiers that did not learn a sentence score it, one score a class; empty when it is never held out. */
  readonly heldOutScores: readonly Float32Array[];
}

/** Passes over the sentences: more change no answer. Calibration is content with fewer. */
const passes = 6;
const foldPasses = 4;

/** Learns every class, and scores each sentence with classifiers that did not see it. */
export function learnClasses(
  examples: readonly TrainingExample[],
  rows: SparseRows,
  { features, classes }: { readonly features: number; readonly classes: number },
): LearntClasses {
  const labels = Int32Array.from(examples, ({ label }) => label);
  const folds = examples.map(({ fold }) => fold);
  const everyone = Int32Array.from(examples.keys());
  const learnt = {
    weights: new Int8Array(features * classes),
    scales: new Float32Array(classes),
    biases: new Float32Array(classes),
    heldOutScores: folds.map((fold) => new Float32Array(fold === -1 ? 0 : classes)),
  };
  const state = {
    weights: new Float64Array(features),
    duals: new Float64Array(examples.length),
    bias: 0,
  };
  for (let wanted = 0; wanted < classes; wanted += 1) {
    learnClass({ rows, members: everyone, labels, wanted }, state, passes);
    learnt.biases[wanted] = state.bias;
    learnt.scales[wanted] = store(state.weights, learnt.weights, wanted, classes);
    for (let fold = 0; fold < foldCount; fold += 1) {
      const members = everyone.filter((row) => folds[row] !== fold);
      // From nothing: going on from what all sentences taught measured 1.5 points too low.
      learnClass({ rows, members, labels, wanted }, state, foldPasses);
      for (const [row, scores] of learnt.heldOutScores.entries()) {
        if (folds[row] === fold) scores[wanted] = scoreRow(rows, row, state);
      }
    }
  }
  return learnt;
}

/** Writes a class's weights as steps of -127 to 127; returns what one step is worth. */
function store(weights: Float64Array, into: Int8Array, wanted: number, classes: number): number {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const scale = largest / 127;
  for (const [feature, weight] of weights.entries()) {
    into[feature * classes + wanted] = Math.round(weight / scale);
  }
  return scale;
}
