import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The programs `.ci/install-matrix` installs. */
export type PythonEnvironment = (typeof pythonEnvironments)[number];

/** All of them; without the last, only the tests with a strict program are skipped. */
export const pythonEnvironments = ["matrix-synapse", "matrix-nio", "mautrix"] as const;

/** One line for whoever wonders why tests were skipped. */
export function installRemedy(missing: readonly PythonEnvironment[]): string {
  return `tests on a real Matrix homeserver skipped, not installed: ${missing.join(", ")}; run .ci/install-matrix`;
}

/** The Python of an environment. */
export function pythonOf(environment: PythonEnvironment): string {
  return join(folderOf(environment), "bin", "python");
}

/** Whether it was installed to the end. */
export function isInstalled(environment: PythonEnvironment): boolean {
  return existsSync(join(folderOf(environment), "installed.txt"));
}

function folderOf(environment: PythonEnvironment): string {
  const cache = process.env["PASSERELLE_CACHE"] ?? join(homedir(), ".cache", "passerelle");
  return join(cache, environment);
}
