/** Probability, by a logistic regression, of what its evidence speaks for. */
export function logistic(weights: readonly number[], evidence: readonly number[]): number {
  return 1 / (1 + Math.exp(-dot(weights, evidence)));
}

/** Keeps the weights finite when the two sides can be told apart without error. */
const ridge = 1e-2;

/** Fits a logistic regression by Newton's method; the rows hold their constant 1. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  isTrue: readonly boolean[],
): number[] {
  const size = rows[0]?.length ?? 0;
  let weights = rows[0]?.map(() => 0) ?? [];
  for (let step = 0; step < 25; step += 1) {
    const slope = weights.map((weight) => -ridge * weight);
    const curve: number[][] = weights.map((_, at) =>
      weights.map((__, other) => (at === other ? ridge : 0)),
    );
    for (const [number, row] of rows.entries()) {
      const chance = logistic(weights, row);
      const miss = (isTrue[number] === true ? 1 : 0) - chance;
      const bend = chance * (1 - chance);
      for (let at = 0; at < size; at += 1) {
        slope[at] = (slope[at] ?? 0) + miss * (row[at] ?? 0);
        const line = curve[at] ?? [];
        for (let other = 0; other < size; other += 1) {
          line[other] = (line[other] ?? 0) + bend * (row[at] ?? 0) * (row[other] ?? 0);
        }
      }
    }
    const change = solve(curve, slope);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
  }
  return weights;
}

/** Solves a small symmetric positive system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const top = lines[pivot] ?? [];
    for (const [at, line] of lines.entries()) {
      if (at === pivot) continue;
      const factor = (line[pivot] ?? 0) / (top[pivot] ?? 1);
      for (let column = pivot; column <= size; column += 1) {
        line[column] = (line[column] ?? 0) - factor * (top[column] ?? 0);
      }
    }
  }
  return lines.map((line, at) => (line[size] ?? 0) / (line[at] ?? 1));
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
}
