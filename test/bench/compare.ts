import { engineNames, type EngineName } from "./engines/engines.ts";
import type { Scores } from "./score-trials.ts";

/**
 * What is measured, how it is headed, and which way is better: "neither" for the two halves of
 * `atThreshold`, since whoever refuses everything refuses best.
 */
export const columns = [
  { key: "top1", head: "top-1 %", isShare: true, better: "more" },
  { key: "top3", head: "top-3 %", isShare: true, better: "more" },
  { key: "oneTypoTop1", head: "1 typo %", isShare: true, better: "more" },
  { key: "twoTyposTop1", head: "2 typos %", isShare: true, better: "more" },
  { key: "auroc", head: "AUROC %", isShare: true, better: "more" },
  { key: "answeredRightly", head: "right %", isShare: true, better: "neither" },
  { key: "refusedOutside", head: "refused %", isShare: true, better: "neither" },
  { key: "atThreshold", head: "mean %", isShare: true, better: "more" },
  { key: "fitMs", head: "fit ms", isShare: false, better: "less" },
  { key: "p50Ms", head: "p50 ms", isShare: false, better: "less" },
  { key: "p99Ms", head: "p99 ms", isShare: false, better: "less" },
  { key: "residentMb", head: "resident MB", isShare: false, better: "less" },
  { key: "peakMb", head: "peak MB", isShare: false, better: "less" },
] as const;

export type Measure = (typeof columns)[number]["key"];

/** How every engine did on one set in one language. */
export interface Comparison {
  readonly set: string;
  readonly language: string;
  readonly questions: number;
  readonly outside: number;
  readonly scores: Readonly<Record<EngineName, Scores>>;
}

/** Ours beside the peer that does best. */
export interface Ratio {
  readonly bestPeer: EngineName;
  /** Ours divided by the peer's: above 1 is better for shares, below 1 for time and memory. */
  readonly ratio: number;
  readonly isAhead: boolean;
}

/** Ours against the best peer on a measure; undefined where the set, or the measure, cannot tell. */
export function againstBestPeer({ scores }: Comparison, measure: Measure): Ratio | undefined {
  const better = columns.find(({ key }) => key === measure)?.better;
  if (better === undefined || better === "neither") return undefined;
  const [ours, ...peers] = engineNames.map((name) => ({ name, value: scores[name][measure] }));
  const known = peers.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
  const [best] = known.toSorted((a, b) =>
    better === "more" ? b.value - a.value : a.value - b.value,
  );
  if (ours?.value === undefined || !best) return undefined;
  const ratio = ours.value / best.value;
  return { bestPeer: best.name, ratio, isAhead: better === "more" ? ratio > 1 : ratio < 1 };
}
