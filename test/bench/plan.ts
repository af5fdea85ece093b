import { cpus } from "node:os";
import { parseArgs } from "node:util";

import type { Library } from "../../src/model/library.ts";
import type { GrowthPlan } from "./growth.ts";
import { foldCount } from "./library-trials.ts";
import type { Size } from "./trial.ts";

/** What is measured, and how much of it. */
export interface Plan extends GrowthPlan {
  readonly size: Size;
  /** How many folds of our own library are asked; 0 leaves it out. */
  readonly folds: number;
  /** Folders of sets. */
  readonly data: readonly string[];
  readonly isGrowthWanted: boolean;
  /** The file that takes all figures. */
  readonly json: string | undefined;
}

const full = {
  size: { examples: Infinity, questions: Infinity },
  folds: foldCount,
  counts: [133, 1000, 10_000],
  mostToLearn: 1000,
};

const quick = {
  size: { examples: 10, questions: 400 },
  folds: 1,
  counts: [133, 1000],
  mostToLearn: 133,
};

/** What the command takes. */
export const usage = `npm run bench -- [--quick] [--data DIR]... [--examples N] [--folds N] [--json FILE] [--no-library] [--no-growth]
  --quick        ${quick.size.examples} sentences an intent and language, ${quick.size.questions} questions a set, 1 fold, growth to 1,000 intents
  --data DIR     measures every set of the folder too: *.json, {lang, train, val: [{text, label}], oosVal}
  --examples N   learns at most N sentences an intent and language, and none of the answers
  --folds N      asks N of the ${foldCount} folds of our own library
  --json FILE    writes all figures
  --no-library   leaves our own library out, --no-growth the growing ones`;

/**
 * Reads the command's arguments; undefined when help is asked for.
 * @throws Error when an argument is not understood
 */
export function readPlan(args: readonly string[]): Plan | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      data: { type: "string", multiple: true, default: [] },
      examples: { type: "string" },
      folds: { type: "string" },
      json: { type: "string" },
      library: { type: "boolean", default: true },
      growth: { type: "boolean", default: true },
      help: { type: "boolean", default: false },
    },
    allowNegative: true,
  });
  if (values.help) return undefined;
  const plan = values.quick ? quick : full;
  const examples = countOf("--examples", values.examples, Infinity) ?? plan.size.examples;
  const folds = countOf("--folds", values.folds, foldCount) ?? plan.folds;
  return {
    ...plan,
    size: { ...plan.size, examples },
    folds: values.library ? folds : 0,
    data: values.data,
    isGrowthWanted: values.growth,
    json: values.json,
  };
}

function countOf(option: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const count = /^[1-9]\d*$/u.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw new RangeError(`${option} ${text}: a whole number from 1 to ${most} is needed`);
}

/** The plan in words, for whoever reads the figures later. */
export function describePlan({ size, folds, counts, isGrowthWanted }: Plan, library: Library) {
  const most = (count: number) => (count === Infinity ? "all" : `at most ${count}`);
  const answers = size.examples === Infinity ? "" : ", none of the answers";
  return [
    `Learnt: ${most(size.examples)} sentences an intent and language${answers}.`,
    `Asked: ${most(size.questions)} questions a set;`,
    `our library (${library.intents.length} intents): ${folds} of ${foldCount} folds.`,
    `Growth: ${isGrowthWanted ? `${counts.join(", ")} intents` : "left out"}.`,
    `A question's time is the shortest of three readings. Node ${process.version}, ${cpus().length} cores.`,
  ].join(" ");
}
