#!/usr/bin/env node
// Node 20 runs no TypeScript: this compiles the bench, with all it imports, into a folder of its own.
// Types are left to `npm run check:types`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = mkdtempSync(join(tmpdir(), "passerelle-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

compile();
const { bench } = await import(pathToFileURL(join(folder, "test", "bench", "bench.js")).href);
try {
  await bench(process.argv.slice(2), root);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function compile() {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const options =
    "--ignoreConfig --noCheck --target es2023 --module nodenext --types node --rewriteRelativeImportExtensions --rootDir . --outDir";
  const programs = ["bench", "run-trial", "learn-model"].map((name) => `test/bench/${name}.ts`);
  const args = [compiler, ...options.split(" "), folder, ...programs];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    process.stderr.write("The bench could not be compiled. Run `npm ci` first.\n");
    process.exit(1);
  }
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
}
