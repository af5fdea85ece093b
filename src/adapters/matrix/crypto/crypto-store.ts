import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { initAsync, StoreHandle } from "@matrix-org/matrix-sdk-crypto-wasm";
import {
  IDBCursor,
  IDBCursorWithValue,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBOpenDBRequest,
  IDBRequest,
  IDBTransaction,
  IDBVersionChangeEvent,
} from "fake-indexeddb";
import { StoreError } from "../../../model/errors.ts";
import { type DurableIndexedDb, openDurableIndexedDb } from "./durable-indexeddb.ts";
import { OneAtATime } from "./one-at-a-time.ts";
import { readFileIfThere, writeOwnerOnlyFile } from "./owner-only-file.ts";

/** The keys of one device, on disk and open. */
export interface CryptoStore {
  readonly handle: StoreHandle;
  readonly database: DurableIndexedDb;
}

/** Where the keys of a device are kept, and who is told when the disk refuses. */
export interface CryptoStoreOptions {
  /** Made when it is missing, for its owner alone; one process at a time. */
  readonly folder: string;
  /** See `DurableIndexedDbOptions`: the process must end. */
  readonly onFatal: (cause: Error) => void;
  readonly compactAfterBytes?: number;
}

/**
 * Opens the store of a folder: `store.log` holds the keys, encrypted with the 32 bytes of `store.key`.
 * @throws StoreError when one of the two is damaged, or the key is lost
 */
export async function openCryptoStore(options: CryptoStoreOptions): Promise<CryptoStore> {
  const { folder, ...rest } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const logPath = join(folder, "store.log");
  const key = await storeKey(join(folder, "store.key"), logPath);
  const database = await openDurableIndexedDb({ path: logPath, ...rest });
  try {
    return { handle: await openHandle(database, key), database };
  } catch (cause) {
    await database.close();
    throw new StoreError(
      `${join(folder, "store.key")}: this key does not open the encryption store ${logPath}: ${remedy}`,
      { cause },
    );
  }
}

const keyBytes = 32;

async function storeKey(path: string, logPath: string): Promise<Uint8Array> {
  const found = await readFileIfThere(path);
  if (found?.length === keyBytes) return found;
  if (found)
    throw new StoreError(`${path} must hold ${keyBytes} bytes, it has ${found.length}: ${remedy}`);
  if (existsSync(logPath))
    throw new StoreError(`${path} is missing, ${logPath} is there: ${remedy}`);
  const made = randomBytes(keyBytes);
  await writeOwnerOnlyFile(path, made);
  return made;
}

const remedy =
  "restore it from a backup; without it, move the folder away and log in again as a new device. Nothing was changed.";

/** The WebAssembly module finds IndexedDB as a global when a store is opened, so one is opened at a time. */
const openings = new OneAtATime();

async function openHandle(database: DurableIndexedDb, key: Uint8Array): Promise<StoreHandle> {
  await initAsync();
  return openings.run(async () => {
    for (const [name, value] of Object.entries(classes)) defineGlobal(name, value);
    defineGlobal("indexedDB", database.factory);
    try {
      return await StoreHandle.openWithKey("passerelle", key);
    } finally {
      Reflect.deleteProperty(globalThis, "indexedDB");
    }
  });
}

/** What the module compares with `instanceof`, or calls. */
const classes = {
  IDBCursor,
  IDBCursorWithValue,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBOpenDBRequest,
  IDBRequest,
  IDBTransaction,
  IDBVersionChangeEvent,
};

function defineGlobal(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
