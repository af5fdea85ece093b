import { fork, type ChildProcess } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { LearnJob, LearnReport } from "./learn-model.ts";
import type { TrialJob, TrialReport } from "./run-trial.ts";

/** Runs an engine on a trial, in a process of its own. */
export function runTrial(job: TrialJob): Promise<TrialReport> {
  return runProgram("run-trial", job, isTrialReport);
}

/** Learns a library in a process of its own, and writes the model to a file. */
export function learnModel(job: LearnJob): Promise<LearnReport> {
  return runProgram("learn-model", job, isLearnReport);
}

/** Runs a program that stands beside this file; its report is what `isReport` knows. */
async function runProgram<T>(name: string, job: unknown, isReport: (told: unknown) => told is T) {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-bench-"));
  try {
    const file = join(folder, "job.json");
    await writeFile(file, JSON.stringify(job));
    const program = fileURLToPath(import.meta.url).replace(/run-program(\.\w+)$/, `${name}$1`);
    const child = fork(program, [file], {
      execArgv: ["--expose-gc"],
      // What peers print is not ours to print.
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    return await new Promise<T>((resolve, reject) => {
      child.once("error", reject);
      child.once("message", (told) => {
        if (isReport(told)) resolve(told);
      });
      // After the last message, unlike "exit".
      child.once("disconnect", () => {
        const fail = () => reject(new Error(`${name} ended (${endOf(child)}) without a report`));
        if (endOf(child) === undefined) child.once("exit", fail);
        else fail();
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The signal or code that a process ended with; undefined while it runs. */
function endOf({ signalCode, exitCode }: ChildProcess): string | number | undefined {
  return signalCode ?? exitCode ?? undefined;
}

// Our own programs tell it: what names its part that no other has is whole.
function isTrialReport(told: unknown): told is TrialReport {
  return typeof told === "object" && told !== null && "readMs" in told;
}

function isLearnReport(told: unknown): told is LearnReport {
  return typeof told === "object" && told !== null && "modelMb" in told;
}
