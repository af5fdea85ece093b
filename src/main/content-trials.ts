import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { readTrial, type ContentTrialReport, type FileChange } from "../model/content-change.ts";
import type { ContentTrials } from "../ports/content-trials.ts";
import type { Log } from "../ports/log.ts";

/** What trying changes needs. */
export interface ContentTrialParts {
  /** The project whose content it is. */
  readonly root: string;
  /** Options given to the command, as `--config`. */
  readonly args: readonly string[];
  readonly log: Log;
  readonly adopt: () => Promise<boolean>;
}

const launcher = fileURLToPath(new URL("../../src/passerelle.mjs", import.meta.url));

/** Trials in a process of their own, at a low priority, while this one answers. */
export function createContentTrials({
  root,
  args,
  log,
  adopt,
}: ContentTrialParts): ContentTrials & { readonly stop: () => void } {
  const children = new Set<ReturnType<typeof spawn>>();
  let isStopped = false;
  return {
    adopt,
    stop: () => {
      isStopped = true;
      for (const child of children) child.kill();
    },
    try: async (changes) =>
      new Promise((resolve) => {
        // The next approved draft is tried as soon as this one ends: not while we leave.
        if (isStopped) {
          resolve(undefined);
          return;
        }
        const all = [launcher, "curate", "try", String(process.pid), "--root", root, ...args];
        const child = spawn(process.execPath, all, {
          cwd: root,
          stdio: ["pipe", "pipe", "inherit"],
        });
        children.add(child);
        if (child.pid !== undefined) {
          setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
        }
        let out = "";
        child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
        child.once("error", (cause) => log.error("content-not-tried", cause));
        child.once("close", (code) => {
          children.delete(child);
          resolve(code === 0 ? reportOf(out, log) : undefined);
        });
        // A child that is gone before it read says so by its code.
        child.stdin.on("error", () => undefined);
        child.stdin.end(JSON.stringify(changes satisfies readonly FileChange[]));
      }),
  };
}

function reportOf(out: string, log: Log): ContentTrialReport | undefined {
  try {
    return readTrial(out);
  } catch (cause) {
    log.error("content-trial-unreadable", cause);
    return undefined;
  }
}
