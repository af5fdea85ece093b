import { chmod, mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { StoreError } from "../model/errors.ts";
import type { Disk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { waitForAll } from "./wait-for-all.ts";

/** Where a store's files are. */
export interface DataFolder {
  readonly path: string;
  readonly disk: Disk;
}

/**
 * Makes the folder if need be, durably, and closes it to other accounts.
 * @throws StoreError when it cannot be made or is not ours
 */
export async function createDataFolder({ path, disk }: DataFolder): Promise<void> {
  try {
    const firstMade = await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
    if (firstMade === undefined) return;
    // A new folder is only as durable as its name in the folder above.
    await waitForAll(foldersAbove(path, firstMade).map((above) => disk.syncFolder(above)));
  } catch (cause) {
    throw diskFault(path, cause);
  }
}

/** Removes the files of the folder whose name matches, durably. */
export async function removeFiles({ path, disk }: DataFolder, name: RegExp): Promise<void> {
  const names = await disk.list(path);
  const matching = names.filter((found) => name.test(found));
  if (matching.length === 0) return;
  await waitForAll(matching.map((found) => disk.remove(join(path, found))));
  await disk.syncFolder(path);
}

/** What a failed file operation is told as; anything else that was thrown stays what it is. */
export function diskFault(path: string, cause: unknown): Error {
  const code = errorCode(cause);
  // A StoreError already, or a mistake of ours that must show its stack.
  if (code === undefined && cause instanceof Error) return cause;
  const remedy = remedies.get(code ?? "") ?? "check the disk and the rights of the folder";
  return new StoreError(
    `the data folder ${path} cannot be written (${code ?? "unknown fault"}): ${remedy}`,
    {
      cause,
    },
  );
}

/** The folders that a folder's and its new parents' names are in, up to the one that was there. */
function foldersAbove(path: string, firstMade: string): readonly string[] {
  const above: string[] = [];
  for (
    let made = resolve(path);
    above.at(-1) !== dirname(resolve(firstMade));
    made = dirname(made)
  ) {
    above.push(dirname(made));
  }
  return above;
}

const remedies: ReadonlyMap<string, string> = new Map([
  ["ENOSPC", "the disk is full, free some space"],
  ["EDQUOT", "the disk quota is used up, free some space"],
  ["EROFS", "the disk is read-only; after a disk fault, check it before mounting it again"],
  ["EIO", "the disk is failing, copy the folder elsewhere"],
  ["EACCES", "give this account the right to write there"],
  ["EPERM", "give the folder to this account; its file system must have hard links"],
  ["ENOTSUP", "its file system must have hard links, put it on a local disk"],
  ["ENOTDIR", "a file stands where a folder should be"],
  ["EEXIST", "a file stands where a folder should be"],
]);
