import { shuffleInPlace } from "./seeded-order.ts";
import type { SparseVector } from "./weigh-features.ts";

/** Sentences as rows of one sparse matrix: row n holds the entries from `starts[n]` to `starts[n + 1]`. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Squared length of each row, the constant 1 that carries the bias included. */
  readonly squares: Float32Array;
}

/** One class against all others. */
export interface ClassTask {
  readonly rows: SparseRows;
  /** The rows to learn from. */
  readonly members: Int32Array;
  /** The class of each row. */
  readonly labels: Int32Array;
  readonly wanted: number;
}

/** Where learning is written: the weight of each feature, the bias, and the dual variable of each row. */
export interface ClassState {
  readonly weights: Float64Array;
  readonly duals: Float64Array;
  bias: number;
}

// Cost of an error, and how much more a missed sentence of the class costs: it has one for a hundred others.
const cost = 0.12;
const costOfWanted = 12 * cost;
const softnessOfOthers = 0.5 / cost;
const softnessOfWanted = 0.5 / costOfWanted;

export function rowsOf(vectors: readonly SparseVector[]): SparseRows {
  const starts = new Int32Array(vectors.length + 1);
  for (const [row, { ids }] of vectors.entries()) starts[row + 1] = (starts[row] ?? 0) + ids.length;
  const size = starts[vectors.length] ?? 0;
  const rows = {
    starts,
    ids: new Int32Array(size),
    values: new Float32Array(size),
    squares: new Float32Array(vectors.length),
  };
  for (const [row, { ids, values }] of vectors.entries()) {
    rows.ids.set(ids, starts[row]);
    rows.values.set(values, starts[row]);
    rows.squares[row] = values.reduce((sum, value) => sum + value * value, 1);
  }
  return rows;
}

/**
 * Learns a linear support vector machine with squared hinge loss by dual coordinate descent; what
 * `state` held is written over.
 * Hsieh et al., ICML 2008, https://doi.org/10.1145/1390156.1390208, algorithm 1 for L2-SVM.
 */
export function learnClass(task: ClassTask, state: ClassState, passes: number): void {
  const { rows, members, labels, wanted } = task;
  const { starts, ids, values, squares } = rows;
  const { weights, duals } = state;
  weights.fill(0);
  duals.fill(0);
  const order = Int32Array.from(members);
  let seed = wanted + 1;
  let bias = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    seed = shuffleInPlace(order, order.length, seed);
    for (const row of order) {
      const sign = labels[row] === wanted ? 1 : -1;
      const softness = sign === 1 ? softnessOfWanted : softnessOfOthers;
      const start = starts[row] ?? 0;
      const end = starts[row + 1] ?? 0;
      let score = bias;
      for (let at = start; at < end; at += 1)
        score += (weights[ids[at] ?? 0] ?? 0) * (values[at] ?? 0);
      const dual = duals[row] ?? 0;
      const gradient = sign * score - 1 + softness * dual;
      if (dual === 0 && gradient >= 0) continue;
      const next = Math.max(0, dual - gradient / ((squares[row] ?? 1) + softness));
      const change = (next - dual) * sign;
      duals[row] = next;
      bias += change;
      for (let at = start; at < end; at += 1) {
        const id = ids[at] ?? 0;
        weights[id] = (weights[id] ?? 0) + change * (values[at] ?? 0);
      }
    }
  }
  state.bias = bias;
}

/** The score of one row: how far on the class's side it stands. */
export function scoreRow(rows: SparseRows, row: number, { weights, bias }: ClassState): number {
  let score = bias;
  for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at += 1) {
    score += (weights[rows.ids[at] ?? 0] ?? 0) * (rows.values[at] ?? 0);
  }
  return score;
}
