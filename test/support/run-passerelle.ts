import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./project-root.ts";

const launcher = join(projectRoot, "src", "passerelle.mjs");

/** What a command printed, and how it ended. */
export interface CommandRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the real command line, with more environment when given. */
export function startPasserelle(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  const env = { ...process.env, ...environment };
  return spawn(process.execPath, [launcher, ...args], { cwd: projectRoot, env });
}

/** Runs the real command line to its end, with `input` on standard input. */
export async function runPasserelle(args: readonly string[], input = ""): Promise<CommandRun> {
  const child = startPasserelle(args);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, err };
}
