import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { link, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "../model/errors.ts";
import { diskFault } from "./data-folder.ts";
import { realDisk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { type Holder, parseHolder, readHolder } from "./lock-holder.ts";
import { isRunning, type LockOwner, thisProcess } from "./lock-owner.ts";

/** A data folder held by this process alone. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a data folder for one process, until `release` or the process's end.
 * The lock of a process that is gone is taken over; of several starters, one gets it.
 * @throws StoreError at once when another process holds the folder; it names that process
 */
export async function lockFolder(folder: string, owner?: LockOwner): Promise<FolderLock> {
  const holder = { ...(owner ?? (await thisProcess())), token: randomUUID() };
  const path = join(folder, "store.lock");
  try {
    await acquire(path, holder);
  } catch (cause) {
    throw diskFault(folder, cause);
  }
  const held = { path, token: holder.token };
  heldLocks.add(held);
  if (!process.listeners("exit").includes(releaseAll)) process.on("exit", releaseAll);
  return {
    async release() {
      heldLocks.delete(held);
      const found = await readHolder(path);
      if (found?.token === holder.token) await rm(path, { force: true });
    },
  };
}

/** What this process must let go of when it ends; one listener serves them all. */
const heldLocks = new Set<{ readonly path: string; readonly token: string }>();

/** How often the lock may change hands under our eyes before we give up. */
const maxRounds = 100;

async function acquire(path: string, holder: Holder, round = 1): Promise<void> {
  if (round > maxRounds) {
    throw new StoreError(`${path} keeps changing hands: start one Passerelle at a time`);
  }
  const found = await readHolder(path);
  const isOurs =
    found === undefined
      ? await appear(path, holder, link)
      : await takeOverIfGone(path, found, holder);
  if (!isOurs) await acquire(path, holder, round + 1);
}

async function takeOverIfGone(path: string, found: Holder, holder: Holder): Promise<boolean> {
  if (found.host !== holder.host) throw otherHostFault(path, found);
  if (await isRunning(found)) throw inUseFault(path, found);
  return takeOver(path, found, holder);
}

/**
 * Replaces the lock of a process that is gone. Only the holder of a second lock, taken the same way,
 * may do it, and only after seeing that the lock is still the one found: without it, a slow starter
 * would replace the fresh lock of a quick one.
 */
async function takeOver(path: string, gone: Holder, holder: Holder): Promise<boolean> {
  const guard = `${path}.takeover`;
  await acquire(guard, holder);
  try {
    const found = await readHolder(path);
    if (found?.token !== gone.token) return false;
    return await appear(path, holder, rename);
  } finally {
    await rm(guard, { force: true });
  }
}

/** Makes the lock appear whole, so that nobody reads half of it; false when another starter was quicker. */
async function appear(path: string, holder: Holder, step: typeof link): Promise<boolean> {
  const aside = `${path}.${holder.token}.tmp`;
  try {
    await realDisk.write(aside, JSON.stringify(holder));
    await step(aside, path);
    return true;
  } catch (cause) {
    // ENOENT: the quicker one has cleaned our file away with the leftovers of crashes.
    const code = errorCode(cause);
    if (code === "EEXIST" || code === "ENOENT") return false;
    throw cause;
  } finally {
    await rm(aside, { force: true });
  }
}

/** The process is ending: there is no time for promises. */
function releaseAll(): void {
  for (const { path, token } of heldLocks) releaseNow(path, token);
}

function releaseNow(path: string, token: string): void {
  try {
    if (parseHolder(readFileSync(path, "utf8"))?.token === token) rmSync(path, { force: true });
  } catch {
    // Left behind, the lock is seen to be stale by the next start.
  }
}

function inUseFault(path: string, found: LockOwner): StoreError {
  return new StoreError(
    `the data folder is used by process ${found.pid} since ${found.since} (${path}): stop that process first, or give this one another folder`,
  );
}

function otherHostFault(path: string, found: LockOwner): StoreError {
  return new StoreError(
    `the data folder is used by process ${found.pid} of the host "${found.host}" since ${found.since}: stop it there; if that host no longer runs Passerelle, delete ${path} and start again`,
  );
}
