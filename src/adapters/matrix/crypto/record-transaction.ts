import {
  IDBCursor,
  type IDBDatabase,
  type IDBIndex,
  IDBKeyRange,
  type IDBObjectStore,
  type IDBRequest,
  type IDBTransaction,
  type Key,
} from "fake-indexeddb";
import type { KeySpan, Operation } from "./log-entry.ts";

/** What a transaction was asked to do; what came of it is known once it is complete. */
export type Asked = () => Operation | undefined;

/**
 * Notes all that is written through a transaction from now on, into `asked` and in order. Its methods
 * are replaced on this one object: other users of IndexedDB in the process are left alone.
 */
export function recordTransaction(transaction: IDBTransaction, asked: Asked[]): void {
  const seen = new Set<IDBObjectStore>();
  const objectStore = transaction.objectStore.bind(transaction);
  transaction.objectStore = (name) => {
    // The same object each time it is asked for in one transaction.
    const store = objectStore(name);
    if (!seen.has(store)) recordStore(store, asked);
    seen.add(store);
    return store;
  };
}

/** Notes what an upgrade does to the shape of its database. */
export function recordUpgrade(
  database: IDBDatabase,
  transaction: IDBTransaction,
  asked: Asked[],
): void {
  recordTransaction(transaction, asked);
  const createObjectStore = database.createObjectStore.bind(database);
  database.createObjectStore = (name, options) => {
    // A snapshot would have to keep its generator too; nobody here needs one.
    if (options?.autoIncrement)
      throw new TypeError(`store ${name}: autoIncrement is not kept on disk`);
    const { keyPath } = createObjectStore(name, options);
    asked.push(() => ({ kind: "create-store", shape: { name, keyPath } }));
    // Through the transaction, which makes it a recorded one.
    return transaction.objectStore(name);
  };
  const deleteObjectStore = database.deleteObjectStore.bind(database);
  database.deleteObjectStore = (name) => {
    deleteObjectStore(name);
    asked.push(() => ({ kind: "delete-store", store: name }));
  };
}

function recordStore(store: IDBObjectStore, asked: Asked[]): void {
  recordPuts(store, asked);
  const { name } = store;
  const remove = store.delete.bind(store);
  store.delete = (keys) => {
    const request = remove(keys);
    asked.push(unlessFailed(request, () => ({ kind: "delete", store: name, keys: spanOf(keys) })));
    return request;
  };
  const clear = store.clear.bind(store);
  store.clear = () => {
    const request = clear();
    asked.push(unlessFailed(request, () => ({ kind: "clear", store: name })));
    return request;
  };
  recordIndexes(store, asked);
  recordCursors(store, store, asked);
}

function recordPuts(store: IDBObjectStore, asked: Asked[]): void {
  for (const method of ["put", "add"] as const) {
    const write = store[method].bind(store);
    store[method] = (value, key) => {
      // As it is now: the caller may change it before the transaction ends.
      const copy: unknown = structuredClone(value);
      const request = key === undefined ? write(value) : write(value, key);
      asked.push(unlessFailed(request, () => putOf(store, request.result, copy)));
      return request;
    };
  }
}

function recordIndexes(store: IDBObjectStore, asked: Asked[]): void {
  const { name } = store;
  const createIndex = store.createIndex.bind(store);
  store.createIndex = (index, keyPath, options) => {
    const created = createIndex(index, keyPath, options);
    const { unique, multiEntry } = created;
    const shape = { name: index, keyPath, unique, multiEntry };
    asked.push(() => ({ kind: "create-index", store: name, shape }));
    return created;
  };
  const deleteIndex = store.deleteIndex.bind(store);
  store.deleteIndex = (index) => {
    deleteIndex(index);
    asked.push(() => ({ kind: "delete-index", store: name, index }));
  };
  const seen = new Set<IDBIndex>();
  const getIndex = store.index.bind(store);
  store.index = (indexName) => {
    const index = getIndex(indexName);
    if (!seen.has(index)) recordCursors(index, store, asked);
    seen.add(index);
    return index;
  };
}

function recordCursors(
  source: IDBObjectStore | IDBIndex,
  store: IDBObjectStore,
  asked: Asked[],
): void {
  const openCursor = source.openCursor.bind(source);
  source.openCursor = (range, direction) => {
    const request = openCursor(range, direction);
    let recorded: IDBCursor | undefined;
    // The first listener: the caller is handed a recorded cursor.
    request.addEventListener("success", () => {
      const cursor = request.result;
      if (!(cursor instanceof IDBCursor) || cursor === recorded) return;
      recorded = cursor;
      recordCursor(cursor, store, asked);
    });
    return request;
  };
}

function recordCursor(cursor: IDBCursor, store: IDBObjectStore, asked: Asked[]): void {
  const update = cursor.update.bind(cursor);
  cursor.update = (value) => {
    const copy: unknown = structuredClone(value);
    const request = update(value);
    asked.push(unlessFailed(request, () => putOf(store, request.result, copy)));
    return request;
  };
  const remove = cursor.delete.bind(cursor);
  cursor.delete = () => {
    const keys = spanOf(cursor.primaryKey);
    const request = remove();
    asked.push(unlessFailed(request, () => ({ kind: "delete", store: store.name, keys })));
    return request;
  };
}

/** A request may fail and its transaction go on. */
function unlessFailed(request: IDBRequest, operation: () => Operation): Asked {
  return () => (request.readyState === "done" && !request.error ? operation() : undefined);
}

function putOf({ name, keyPath }: IDBObjectStore, key: Key, value: unknown): Operation {
  return { kind: "put", store: name, key: keyPath === null ? key : undefined, value };
}

function spanOf(keys: Key | IDBKeyRange): KeySpan {
  const range = keys instanceof IDBKeyRange ? keys : IDBKeyRange.only(keys);
  const { lower, upper, lowerOpen, upperOpen } = range;
  return { lower, upper, lowerOpen, upperOpen };
}
