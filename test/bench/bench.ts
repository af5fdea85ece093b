import { writeFile } from "node:fs/promises";

import type { Library } from "../../src/model/library.ts";
import { libraryFiles, readLibrary } from "../../src/loading/read-library.ts";
import type { Comparison } from "./compare.ts";
import { compareEngines } from "./compare-engines.ts";
import { dataTrials } from "./data-trials.ts";
import { measureGrowth } from "./growth.ts";
import { libraryTrials } from "./library-trials.ts";
import { describePlan, readPlan, usage, type Plan } from "./plan.ts";
import { comparisonTable, growthTable } from "./print-tables.ts";
import type { Trial } from "./trial.ts";

/** Measures what is asked for; prints tables on stdout as they come, progress on stderr. */
export async function bench(args: readonly string[], root: string): Promise<void> {
  const plan = readPlan(args);
  if (!plan) {
    print(usage);
    return;
  }
  const { library } = readLibrary(libraryFiles(root));
  if (!library) throw new Error("the content is broken: npm run -s passerelle -- check");
  print(`# Bench\n\n${describePlan(plan, library)}\n`);
  const comparisons: Comparison[] = [];
  for (const { name, trials } of setsOf(plan, library)) {
    const compared = await compareEngines(name, trials, progress);
    for (const comparison of compared) print(`${comparisonTable(comparison)}\n`);
    comparisons.push(...compared);
  }
  const growth = plan.isGrowthWanted ? await measureGrowth(library, plan, progress) : [];
  if (growth.length > 0) print(`${growthTable(growth)}\n`);
  if (plan.json === undefined) return;
  const figures = { plan: describePlan(plan, library), comparisons, growth };
  await writeFile(plan.json, `${JSON.stringify(figures, null, 2)}\n`);
}

/** Our library, then every set of the folders named. */
function setsOf(
  { folds, data, size }: Plan,
  library: Library,
): { readonly name: string; readonly trials: readonly Trial[] }[] {
  const own = { name: "own library", trials: libraryTrials(library, folds, size) };
  const others = data.flatMap((folder) => dataTrials(folder, library, size));
  return [
    ...(folds > 0 ? [own] : []),
    ...others.map(({ name, trial }) => ({ name, trials: [trial] })),
  ];
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
