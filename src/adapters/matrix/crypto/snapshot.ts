import type { IDBDatabase, IDBFactory, IDBObjectStore, IDBTransaction } from "fake-indexeddb";
import { type Change, type LogEntry, logFormat, type Operation } from "./log-entry.ts";
import { settled } from "./settled.ts";

/**
 * Every database of a factory as it is committed. A read transaction over all stores waits for the
 * writes under way and holds later ones back, so none is seen half done.
 */
export async function takeSnapshot(factory: IDBFactory): Promise<LogEntry> {
  const names = await factory.databases();
  const databases = await Promise.all(names.map(({ name }) => readDatabase(factory, name)));
  return { kind: "snapshot", format: logFormat, databases };
}

async function readDatabase(factory: IDBFactory, name: string): Promise<Change> {
  const database = await settled(factory.open(name));
  try {
    const stores = [...database.objectStoreNames];
    const operations = stores.length === 0 ? [] : await readStores(database, stores);
    return { kind: "change", database: name, version: database.version, operations };
  } finally {
    database.close();
  }
}

async function readStores(database: IDBDatabase, names: readonly string[]): Promise<Operation[]> {
  const transaction: IDBTransaction = database.transaction(names, "readonly");
  // All asked for at once: a transaction ends as soon as nothing more is asked of it.
  const stores = await Promise.all(names.map((name) => readStore(transaction.objectStore(name))));
  return stores.flat();
}

async function readStore(store: IDBObjectStore): Promise<Operation[]> {
  const { name, keyPath } = store;
  const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
  return [
    { kind: "create-store", shape: { name, keyPath } },
    ...indexesOf(store),
    ...values.map((value, place): Operation => {
      const key = keyPath === null ? keys[place] : undefined;
      return { kind: "put", store: name, key, value };
    }),
  ];
}

function indexesOf(store: IDBObjectStore): Operation[] {
  return [...store.indexNames].map((indexName): Operation => {
    const { name, keyPath, unique, multiEntry } = store.index(indexName);
    // Of a store it may be null; an index always has one.
    const path = keyPath ?? [];
    return {
      kind: "create-index",
      store: store.name,
      shape: { name, keyPath: path, unique, multiEntry },
    };
  });
}
