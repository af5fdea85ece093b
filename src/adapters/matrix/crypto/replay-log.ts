import {
  IDBKeyRange,
  type IDBDatabase,
  type IDBFactory,
  type IDBTransaction,
} from "fake-indexeddb";
import type { Change, KeySpan, LogEntry, Operation } from "./log-entry.ts";
import { committed, settled } from "./settled.ts";

/** Does to an empty factory all that a log tells. */
export async function replayLog(factory: IDBFactory, entries: readonly LogEntry[]): Promise<void> {
  const changes = entries.flatMap((entry) =>
    entry.kind === "snapshot" ? entry.databases : [entry],
  );
  for (const run of runsOf(changes)) {
    // One after another: the later ones build on the earlier ones.
    // oxlint-disable-next-line no-await-in-loop
    await applyChange(factory, run);
  }
}

/** Joins neighbours that one transaction can do. */
function runsOf(changes: readonly Change[]): Change[] {
  const runs: { change: Change; operations: Operation[] }[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (last?.change.database === change.database && last.change.version === change.version) {
      last.operations.push(...change.operations);
    } else {
      runs.push({ change, operations: [...change.operations] });
    }
  }
  return runs.map(({ change, operations }) => ({ ...change, operations }));
}

async function applyChange(factory: IDBFactory, change: Change): Promise<void> {
  const opening = factory.open(change.database, change.version);
  const upgrade = { isDone: false };
  opening.addEventListener("upgradeneeded", () => {
    upgrade.isDone = true;
    if (opening.transaction) applyAll(opening.result, opening.transaction, change.operations);
  });
  const database = await settled(opening);
  try {
    const stores = [...database.objectStoreNames];
    if (upgrade.isDone || change.operations.length === 0) return;
    const transaction = database.transaction(stores, "readwrite");
    applyAll(database, transaction, change.operations);
    await committed(transaction);
  } finally {
    database.close();
  }
}

function applyAll(
  database: IDBDatabase,
  transaction: IDBTransaction,
  operations: readonly Operation[],
): void {
  for (const operation of operations) apply(database, transaction, operation);
}

function apply(database: IDBDatabase, transaction: IDBTransaction, operation: Operation): void {
  switch (operation.kind) {
    case "put": {
      const store = transaction.objectStore(operation.store);
      if (operation.key === undefined) store.put(operation.value);
      else store.put(operation.value, operation.key);
      return;
    }
    case "delete":
      transaction.objectStore(operation.store).delete(rangeOf(operation.keys));
      return;
    case "clear":
      transaction.objectStore(operation.store).clear();
      return;
    case "create-store": {
      const { name, keyPath } = operation.shape;
      database.createObjectStore(name, { keyPath });
      return;
    }
    case "delete-store":
      database.deleteObjectStore(operation.store);
      return;
    case "create-index": {
      const { name, keyPath, ...options } = operation.shape;
      transaction.objectStore(operation.store).createIndex(name, keyPath, options);
      return;
    }
    case "delete-index":
      transaction.objectStore(operation.store).deleteIndex(operation.index);
  }
}

function rangeOf({ lower, upper, lowerOpen, upperOpen }: KeySpan): IDBKeyRange {
  if (lower !== undefined && upper !== undefined) {
    return IDBKeyRange.bound(lower, upper, lowerOpen, upperOpen);
  }
  if (lower !== undefined) return IDBKeyRange.lowerBound(lower, lowerOpen);
  if (upper !== undefined) return IDBKeyRange.upperBound(upper, upperOpen);
  throw new TypeError("a range of keys has at least one bound");
}
