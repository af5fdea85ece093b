import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { configReference, putReference } from "../cli/config-reference.ts";
import { configShape } from "../loading/load-config.ts";

/** `passerelle reference`: the configuration reference; `--write` puts it in the README. */
export async function reference(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { write: { type: "boolean" } } });
  const text = configReference(configShape);
  if (values.write !== true) {
    process.stdout.write(`${text}\n`);
    return 0;
  }
  const file = join(root, "README.md");
  writeFileSync(file, putReference(readFileSync(file, "utf8"), text));
  return 0;
}
