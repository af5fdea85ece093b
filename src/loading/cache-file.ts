import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The bytes of a cache file, or undefined when there is none. */
export function readCache(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * Writes a cache file whole or not at all. Failing is no fault: a cache saves time, nothing else.
 * @returns whether it was written
 */
export function writeCache(file: string, bytes: Uint8Array): boolean {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, bytes, { mode: 0o600 });
    renameSync(unfinished, file);
    return true;
  } catch {
    removeQuietly(unfinished);
    return false;
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A folder that cannot be written to cannot be tidied either.
  }
}
