import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { describeProblem } from "../loading/problem.ts";
import { libraryFiles, readLibrary } from "../loading/read-library.ts";
import { configOf, configOption } from "./options.ts";

/** `passerelle check [ROOT]`: everything wrong at once, each with its file, line and remedy. */
export async function check(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: configOption,
    allowPositionals: true,
  });
  const [folder] = positionals;
  const checked = folder === undefined ? root : resolve(folder);
  configOf({ config: values.config ?? join(checked, "bot.config.json") }, root);
  const { library, problems } = readLibrary(libraryFiles(checked));
  for (const problem of problems) process.stdout.write(`${describeProblem(problem)}\n`);
  if (!library) {
    process.stdout.write(`${problems.length} problems.\n`);
    return 1;
  }
  const { intents, resources } = library;
  process.stdout.write(`Nothing wrong: ${intents.length} intents, ${resources.length} pages.\n`);
  return 0;
}
