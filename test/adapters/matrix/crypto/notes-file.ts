import { copyFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type IDBDatabase, IDBCursor, IDBKeyRange, type IDBTransaction } from "fake-indexeddb";
import {
  type DurableIndexedDb,
  openDurableIndexedDb,
} from "../../../../src/adapters/matrix/crypto/durable-indexeddb.ts";
import { type LogDisk, realLogDisk } from "../../../../src/adapters/matrix/crypto/log-disk.ts";
import { committed, settled } from "../../../../src/adapters/matrix/crypto/settled.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

/** How a test's store differs from an ordinary one. */
interface Options {
  readonly disk?: LogDisk;
  readonly onFatal?: (cause: Error) => void;
  readonly compactAfterBytes?: number;
}

/** A store of notes in a file of its own. */
export class NotesFile {
  readonly path = join(temporaryFolder(), "store.log");

  /** A store with four notes. */
  async start(options?: Options): Promise<{ store: DurableIndexedDb; database: IDBDatabase }> {
    const store = await openStore(this.path, options);
    const database = await openNotes(store);
    await write(database, (transaction) => {
      for (const key of ["n1", "n2", "n3", "n4"]) {
        transaction.objectStore("notes").put({ author: "a", text: key }, key);
      }
    });
    return { store, database };
  }

  /**
   * What a new process would find now. A copy is looked at: opening the file itself would remove a
   * compaction's new file from under it.
   */
  async content(): Promise<unknown> {
    const copy = `${this.path}.copy`;
    copyFileSync(this.path, copy);
    const store = await openStore(copy);
    const database = await settled(store.factory.open("notes"));
    const content = await contentOf(database);
    database.close();
    await store.close();
    return content;
  }
}

/** A database of notes, with an index on their author. */
export async function openNotes(store: DurableIndexedDb, version = 1): Promise<IDBDatabase> {
  const opening = store.factory.open("notes", version);
  opening.addEventListener("upgradeneeded", () => {
    const database = opening.result;
    if (version === 1) {
      database.createObjectStore("notes").createIndex("by-author", "author");
      database.createObjectStore("people", { keyPath: "name" }).put({ name: "amina" });
    } else {
      database.deleteObjectStore("people");
      opening.transaction?.objectStore("notes").deleteIndex("by-author");
      opening.transaction?.objectStore("notes").put({ author: "upgrade" }, "upgraded");
    }
  });
  return settled(opening);
}

/** Does something in one transaction, and waits for its end. */
export async function write(
  database: IDBDatabase,
  ask: (transaction: IDBTransaction) => void,
): Promise<void> {
  const transaction = database.transaction([...database.objectStoreNames], "readwrite");
  ask(transaction);
  await committed(transaction);
}

/** All that the database holds. */
export async function contentOf(database: IDBDatabase): Promise<unknown> {
  const transaction = database.transaction([...database.objectStoreNames], "readonly");
  const stores = [...database.objectStoreNames].map(async (name) => {
    const store = transaction.objectStore(name);
    const [keys, values] = [settled(store.getAllKeys()), settled(store.getAll())];
    return [name, await keys, await values, [...store.indexNames]];
  });
  return [database.version, await Promise.all(stores)];
}

/** Ways to change the four notes. */
export const everyKindOfWrite: readonly (readonly [
  string,
  (transaction: IDBTransaction) => void,
])[] = [
  ["a put", (t) => t.objectStore("notes").put({ author: "b", bytes: new Uint8Array(3) }, "k")],
  ["a put over another", (t) => t.objectStore("notes").put({ author: "c" }, "n1")],
  ["an add", (t) => t.objectStore("notes").add({ author: "d" }, ["a", 1, new Date(5)])],
  ["a put whose value holds its key", (t) => t.objectStore("people").put({ name: "zoe" })],
  ["a deletion", (t) => t.objectStore("notes").delete("n2")],
  [
    "a deletion of several",
    (t) => t.objectStore("notes").delete(IDBKeyRange.bound("n1", "n3", true)),
  ],
  ["a deletion from a key on", (t) => t.objectStore("notes").delete(IDBKeyRange.lowerBound("n3"))],
  [
    "a deletion up to a key",
    (t) => t.objectStore("notes").delete(IDBKeyRange.upperBound("n3", true)),
  ],
  [
    "a clearing, then a put",
    (t) => {
      t.objectStore("notes").clear();
      t.objectStore("notes").put({ author: "e" }, "n9");
    },
  ],
  ["what a cursor changes", (t) => throughCursor(t, "update")],
  ["what a cursor deletes", (t) => throughCursor(t, "delete")],
];

function throughCursor(transaction: IDBTransaction, what: "update" | "delete"): void {
  const request = transaction.objectStore("notes").index("by-author").openCursor();
  request.addEventListener("success", () => {
    const cursor = request.result;
    if (!(cursor instanceof IDBCursor)) return;
    if (cursor.primaryKey === "n2" && what === "update") cursor.update({ author: "changed" });
    if (cursor.primaryKey === "n2" && what === "delete") cursor.delete();
    cursor.continue();
  });
}

/** As the machine's disk without its waits: how fast it is, is not tested here. */
export const unsyncedDisk: LogDisk = {
  ...realLogDisk,
  append(file, bytes) {
    writeSync(file, bytes);
  },
  async writeSnapshot(file, bytes) {
    await file.writeFile(bytes);
  },
};

async function openStore(
  path: string,
  { onFatal, ...rest }: Options = {},
): Promise<DurableIndexedDb> {
  const fatal = (cause: Error): never => {
    throw cause;
  };
  return openDurableIndexedDb({ path, onFatal: onFatal ?? fatal, ...rest });
}
