import { hostname } from "node:os";
import { errorCode } from "./error-code.ts";
import { processBirth } from "./process-birth.ts";

/** The process that holds a data folder. */
export interface LockOwner {
  readonly pid: number;
  /** See `processBirth`; tells this process from a later one with the same pid. */
  readonly birth: string | undefined;
  readonly host: string;
  /** The UTC instant it took the folder, ISO 8601. */
  readonly since: string;
}

/** The process we are. */
export async function thisProcess(): Promise<LockOwner> {
  return {
    pid: process.pid,
    birth: await processBirth(process.pid),
    host: hostname(),
    since: new Date().toISOString(),
  };
}

/**
 * Whether the owner of a lock taken on this host is still running.
 * Containers that share a host name and a folder cannot see each other's processes: give them distinct names.
 */
export async function isRunning(owner: LockOwner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0);
  } catch (cause) {
    // EPERM: it runs, under another account.
    if (errorCode(cause) !== "EPERM") return false;
  }
  const birth = await processBirth(owner.pid);
  return birth === undefined || owner.birth === undefined || birth === owner.birth;
}
