import { installRemedy, isInstalled, pythonEnvironments } from "./python-environment.ts";
import { runPasserelle } from "./run-passerelle.ts";

/** Says in one line what is skipped here; builds and learns once for all test files, so that those that run the command do not race to. */
export async function setup(): Promise<void> {
  const missing = pythonEnvironments.filter((environment) => !isInstalled(environment));
  if (missing.length > 0) process.stderr.write(`${installRemedy(missing)}\n`);
  const { code, err } = await runPasserelle(["build"]);
  if (code !== 0) throw new Error(`the build failed:\n${err}`);
}
