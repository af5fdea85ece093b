#!/usr/bin/env node
// Node runs no TypeScript: this builds `dist/` when a source is newer, then starts it.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const mark = join(root, "dist", ".tsbuildinfo");

if (isStale()) build();
// The reader of a pipe may leave first: `ask --batch | head -1`.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const { main } = await import("../dist/main.js");
process.exitCode = await main(process.argv.slice(2), root);

function isStale() {
  const built = modified(mark);
  return newest(join(root, "src")) > built || modified(join(root, "tsconfig.build.json")) > built;
}

function build() {
  process.stderr.write("Building Passerelle (only after a change)…\n");
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [compiler, "--project", "tsconfig.build.json"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status === 0) {
    // The compiler leaves the mark alone when nothing it writes has changed.
    const now = new Date();
    utimesSync(mark, now, now);
    return;
  }
  process.stderr.write(
    "The build failed. Run `npm ci` first; if it goes on, report the lines above.\n",
  );
  process.exit(1);
}

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, modified(join(entry.parentPath, entry.name))), 0);
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
