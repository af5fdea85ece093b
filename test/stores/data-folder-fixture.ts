import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import type { LockOwner } from "../../src/stores/lock-owner.ts";
import { type LowdbStoreOptions, openLowdbStore } from "../../src/stores/lowdb-store.ts";
import { contractTypes } from "../contracts/note-types.ts";
import { contentOf } from "./content-of.ts";
import { RecordingLog } from "./recording-log.ts";

/** A process that is gone: a store it left unclosed is taken over like after a crash. Pids end at 2^22 on Linux. */
export const crashedProcess: LockOwner = {
  pid: 2 ** 22 + 1,
  birth: undefined,
  host: hostname(),
  since: "2026-11-22T00:00:00.000Z",
};

/** A folder for one test, removed when the test ends. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "passerelle-stores-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of a folder for one test, free for another store: what the disk looks like at this instant. */
export async function copyFolder(folder: string): Promise<string> {
  const copy = await makeFolder();
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith(".lock") });
  return copy;
}

/** The store on a folder, with the contract's types and a log that is thrown away. */
export async function openStore(
  folder: string,
  options: Partial<LowdbStoreOptions> = {},
): Promise<Store> {
  return openLowdbStore({ folder, types: contractTypes, log: new RecordingLog(), ...options });
}

/** Every document on disk in a folder that no store has open. */
export async function contentOfFolder(
  folder: string,
  options: Partial<LowdbStoreOptions> = {},
): Promise<string> {
  const store = await openStore(folder, options);
  try {
    return await contentOf(store);
  } finally {
    await store.close();
  }
}

/** The bytes of each file of a folder, the lock aside. */
export async function filesOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(folder)).filter((name) => name !== "store.lock").toSorted();
  const files = names.map(async (name): Promise<[string, Buffer]> => {
    return [name, await readFile(join(folder, name))];
  });
  return new Map(await Promise.all(files));
}

/** Changes a file as an operator or a fault would. */
export async function editFile(
  path: string,
  edit: (text: string) => string | Buffer,
): Promise<void> {
  await writeFile(path, edit(await readFile(path, "utf8")));
}
