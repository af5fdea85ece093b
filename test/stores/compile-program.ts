import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A program that Node can run, in a folder of its own. */
export interface CompiledProgram {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/**
 * Turns a TypeScript program of the tests into one that Node 20 runs, with all it imports.
 * Types are left to `check:types`: whoever works elsewhere in the house does not break this.
 */
export async function compileProgram(source: URL): Promise<CompiledProgram> {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-program-"));
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const file = fileURLToPath(source);
  const options = `--ignoreConfig --noCheck --target es2023 --module nodenext --types node
    --rewriteRelativeImportExtensions --rootDir . --outDir`.split(/\s+/);
  await promisify(execFile)(process.execPath, [compiler, ...options, folder, file], { cwd: root });
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  return {
    path: join(folder, relative(root, file).replace(/ts$/, "js")),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
