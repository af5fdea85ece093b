#!/usr/bin/env node
// `npm run chaos -- [--kills 200] [--seed N]`: the proof of test/integration/chaos.test.ts, at length.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", "test/integration/chaos.test.ts"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PASSERELLE_KILLS: values.kills, PASSERELLE_SEED: values.seed },
});
process.exitCode = status ?? 1;
