import { gunzipSync, gzipSync } from "node:zlib";
import type { Library } from "../model/library.ts";
import { readCache, writeCache } from "./cache-file.ts";

/** The library read before from files of the same hash; undefined when they changed since. */
export function readCachedLibrary(file: string, hash: string): Library | undefined {
  const bytes = readCache(file);
  if (!bytes) return undefined;
  try {
    const library: unknown = JSON.parse(gunzipSync(bytes).toString("utf8"));
    return hasHash(library, hash) ? library : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a validated library for the next start. */
export function cacheLibrary(file: string, library: Library): void {
  writeCache(file, gzipSync(JSON.stringify(library)));
}

/** What bears the hash was written by `cacheLibrary` from a validated library. */
function hasHash(library: unknown, hash: string): library is Library {
  return (
    typeof library === "object" && library !== null && "hash" in library && library.hash === hash
  );
}
