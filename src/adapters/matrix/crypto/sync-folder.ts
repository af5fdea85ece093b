import { closeSync, fsyncSync, openSync } from "node:fs";

/** Makes what was created, renamed and removed in a folder durable. */
export function syncFolder(path: string): void {
  // Windows cannot open a folder, and makes names durable by itself.
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
