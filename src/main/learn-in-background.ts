import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";

/** How learning in the background ended. */
export type LearningEnd = "learnt" | "failed" | "stopped";

/** A library being learnt by another process. */
export interface Learning {
  /** What was wrong, when it failed, is on standard error. */
  readonly end: Promise<LearningEnd>;
  readonly stop: () => void;
}

/** Learns a changed library in a process of its own, at a low priority, while this one answers. */
export function learnInBackground(root: string, args: readonly string[]): Learning {
  const launcher = join(root, "src", "passerelle.mjs");
  const child = spawn(process.execPath, [launcher, "build", ...args], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const end = new Promise<LearningEnd>((resolve) => {
    child.once("error", () => resolve("failed"));
    child.once("close", (code, signal) => {
      if (signal !== null) resolve("stopped");
      else resolve(code === 0 ? "learnt" : "failed");
    });
  });
  return { end, stop: () => void child.kill() };
}
