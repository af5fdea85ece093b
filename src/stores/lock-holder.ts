import { readFile } from "node:fs/promises";
import { StoreError } from "../model/errors.ts";
import { errorCode } from "./error-code.ts";
import type { LockOwner } from "./lock-owner.ts";

/** What a lock file says: who took the lock, and which taking it was. */
export interface Holder extends LockOwner {
  /** Tells one taking of the lock from another. */
  readonly token: string;
}

/**
 * Who holds a lock; undefined when nobody does.
 * @throws StoreError when the file does not say it
 */
export async function readHolder(path: string): Promise<Holder | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return undefined;
    throw cause;
  }
  const holder = parseHolder(text);
  if (holder === undefined) {
    throw new StoreError(
      `${path} says nothing of who uses the folder: make sure no Passerelle is running on it, then delete this file`,
    );
  }
  return holder;
}

/** Reads the text of a lock file; undefined when it is not one. */
export function parseHolder(text: string): Holder | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== "object" || parsed === null) return undefined;
  const { pid, birth, host, since, token }: { [K in keyof Holder]?: unknown } = parsed;
  // Zero and below would name groups of processes.
  if (!Number.isSafeInteger(pid) || Number(pid) < 1) return undefined;
  if (typeof host !== "string" || typeof since !== "string" || typeof token !== "string") {
    return undefined;
  }
  const knownBirth = typeof birth === "string" ? birth : undefined;
  return { pid: Number(pid), birth: knownBirth, host, since, token };
}
