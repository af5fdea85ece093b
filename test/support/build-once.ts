import { runPasserelle } from "./run-passerelle.ts";

/** Builds and learns once for all test files, so that those that run the command do not race to. */
export async function setup(): Promise<void> {
  const { code, err } = await runPasserelle(["build"]);
  if (code !== 0) throw new Error(`the build failed:\n${err}`);
}
