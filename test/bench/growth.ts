import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Library } from "../../src/model/library.ts";
import { percentile } from "./measures.ts";
import { learnModel, runTrial } from "./run-program.ts";
import { syntheticTrial } from "./synthetic-library.ts";
import { libraryTrials } from "./library-trials.ts";
import type { Size, Trial } from "./trial.ts";

/** Our engine as it runs in service: a model learnt before, read from its file in a new process. */
export interface Growth {
  readonly name: string;
  readonly intents: number;
  /** False when the weights are only of the right shape. */
  readonly isLearnt: boolean;
  readonly fitMs: number;
  readonly modelMb: number;
  readonly startMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly emptyMb: number;
  readonly residentMb: number;
}

/** How much is measured. */
export interface GrowthPlan {
  /** How much of our own library is learnt and asked. */
  readonly size: Size;
  /** How many intents the made-up libraries have. */
  readonly counts: readonly number[];
  /** Learning one against all takes time with the square of the intents; larger ones are not learnt. */
  readonly mostToLearn: number;
}

/** Measures our own library, then made-up ones of growing size. */
export async function measureGrowth(
  library: Library,
  { size, counts, mostToLearn }: GrowthPlan,
  tell: (line: string) => void,
): Promise<Growth[]> {
  const [own] = libraryTrials(library, 1, size);
  const measured: Growth[] = [];
  const add = async (name: string, trial: Trial) => {
    tell(`growth: ${name}`);
    measured.push(await measure(name, trial, mostToLearn));
  };
  if (own) await add("own library", own);
  for (const count of counts) await add("synthetic", syntheticTrial(library, count));
  return measured;
}

async function measure(name: string, trial: Trial, mostToLearn: number): Promise<Growth> {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-growth-"));
  const modelFile = join(folder, "model.bin");
  const intents = trial.library.intents.length;
  const isLearnt = intents <= mostToLearn;
  try {
    const learnt = await learnModel({ library: trial.library, isLearnt, modelFile });
    const asked = { ...trial, withOneTypo: [], withTwoTypos: [], outside: [] };
    const report = await runTrial({ engine: "passerelle", trial: asked, modelFile });
    return {
      name,
      intents,
      isLearnt,
      ...learnt,
      startMs: report.fitMs,
      p50Ms: percentile(report.readMs, 0.5),
      p99Ms: percentile(report.readMs, 0.99),
      emptyMb: report.emptyMb,
      residentMb: report.residentMb,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
