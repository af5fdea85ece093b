import { join, resolve } from "node:path";
import { loadConfig, type Config } from "../loading/load-config.ts";

/** The option every command takes. */
export const configOption = { config: { type: "string" } } as const;

/** The configuration named by `--config` (from the current folder), else the project's own. */
export function configOf(values: { readonly config?: string | undefined }, root: string): Config {
  return values.config === undefined
    ? loadConfig(join(root, "bot.config.json"))
    : loadConfig(resolve(values.config), true);
}
