// A program of its own: learns a library, or gives it a model of the same shape, and writes it down.
// Takes the file of a job, sends its parent how long it took.
import { readFileSync, writeFileSync } from "node:fs";

import type { Library } from "../../src/model/library.ts";
import { encodeModel } from "../../src/understanding/model-file.ts";
import { trainModel } from "../../src/understanding/train.ts";
import { shapeModel } from "./shape-model.ts";

/** What the program is asked to do. */
export interface LearnJob {
  readonly library: Library;
  /** False where learning would take hours: time and memory of reading do not depend on it. */
  readonly isLearnt: boolean;
  readonly modelFile: string;
}

/** What it tells. */
export interface LearnReport {
  readonly fitMs: number;
  readonly modelMb: number;
}

const [, , file = ""] = process.argv;
const job: unknown = JSON.parse(readFileSync(file, "utf8"));
if (!isJob(job)) throw new TypeError(`${file} is no job`);
process.send?.(learn(job));

/** What names a library and a model file was written by our parent. */
function isJob(read: unknown): read is LearnJob {
  return typeof read === "object" && read !== null && "library" in read && "modelFile" in read;
}

function learn({ library, isLearnt, modelFile }: LearnJob): LearnReport {
  const start = performance.now();
  const model = isLearnt ? trainModel(library) : shapeModel(library);
  const fitMs = performance.now() - start;
  const bytes = encodeModel(model);
  writeFileSync(modelFile, bytes);
  return { fitMs, modelMb: bytes.length / 2 ** 20 };
}
