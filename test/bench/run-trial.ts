// A program of its own: one engine learns a trial's library and reads its questions. Takes the file of
// a job, sends its parent a `TrialReport`. Run with --expose-gc.
import { readFileSync } from "node:fs";

import { decodeModel } from "../../src/understanding/model-file.ts";
import type { EngineName } from "./engines/engines.ts";
import type { Read, Reading } from "./engines/engine.ts";
import type { Question } from "./measures.ts";
import type { Trial } from "./trial.ts";

/** What the program is asked to do. */
export interface TrialJob {
  readonly engine: EngineName;
  readonly trial: Trial;
  /** A model of ours that was learnt before: it is read instead of learnt again. */
  readonly modelFile: string | undefined;
}

/** What it tells; lists are in the order of the trial's. */
export interface TrialReport {
  readonly fitMs: number;
  readonly questions: readonly Reading[];
  readonly withOneTypo: readonly Reading[];
  readonly withTwoTypos: readonly Reading[];
  readonly outside: readonly Reading[];
  /** How long the first of `questions` took once the program was warm, see `timeReading`. */
  readonly readMs: readonly number[];
  /** Resident memory before learning, once all was read and garbage collected, and at its highest. */
  readonly emptyMb: number;
  readonly residentMb: number;
  readonly peakMb: number;
}

/** A question's time is the shortest of so many: others use the machine's cores too. */
const repeats = 3;
const mostTimed = 500;

const megabyte = 2 ** 20;

process.send?.(await runTrial(readJob()));

function readJob(): TrialJob {
  const [, , file = ""] = process.argv;
  const job: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (isJob(job)) return job;
  throw new TypeError(`${file} is no job`);
}

/** What names an engine and a trial was written by `runTrial` of our parent. */
function isJob(job: unknown): job is TrialJob {
  return typeof job === "object" && job !== null && "engine" in job && "trial" in job;
}

async function runTrial({ engine, trial, modelFile }: TrialJob): Promise<TrialReport> {
  const emptyMb = residentMb();
  const start = performance.now();
  const read = await prepare(engine, trial, modelFile);
  const fitMs = performance.now() - start;
  // All are read before time is taken: the just-in-time compiler has seen the code by then.
  const questions = await readAll(trial.questions, read);
  return {
    fitMs,
    questions,
    withOneTypo: await readAll(trial.withOneTypo, read),
    withTwoTypos: await readAll(trial.withTwoTypos, read),
    outside: await readAll(trial.outside, read),
    readMs: await timeReading(trial.questions.slice(0, mostTimed), read),
    emptyMb,
    residentMb: residentMb(),
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

/** Learns, or reads what was learnt before; loads no more code than that needs. */
async function prepare(
  engine: EngineName,
  { library }: Trial,
  modelFile: string | undefined,
): Promise<Read> {
  if (modelFile === undefined) {
    const { engines } = await import("./engines/engines.ts");
    const learn = await engines[engine]();
    return learn(library);
  }
  const { readWith } = await import("./engines/passerelle.ts");
  const model = decodeModel(readFileSync(modelFile), library.hash);
  if (!model) throw new Error(`${modelFile} holds no model of this library`);
  return readWith(model, library);
}

async function readAll(questions: readonly Question[], read: Read): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const { text, language } of questions) {
    readings.push(await read(text, language));
  }
  return readings;
}

async function timeReading(questions: readonly Question[], read: Read): Promise<number[]> {
  const shortest = questions.map(() => Infinity);
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const [at, { text, language }] of questions.entries()) {
      const start = performance.now();
      await read(text, language);
      shortest[at] = Math.min(shortest[at] ?? Infinity, performance.now() - start);
    }
  }
  return shortest;
}

function residentMb(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / megabyte;
}
