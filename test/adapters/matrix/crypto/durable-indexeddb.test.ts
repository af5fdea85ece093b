import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type LogDisk, realLogDisk } from "../../../../src/adapters/matrix/crypto/log-disk.ts";
import { committed } from "../../../../src/adapters/matrix/crypto/settled.ts";
import {
  NotesFile,
  contentOf,
  everyKindOfWrite,
  openNotes,
  unsyncedDisk,
  write,
} from "./notes-file.ts";

describe("a durable IndexedDB", () => {
  it.each(everyKindOfWrite)("keeps %s", async (_, ask) => {
    const file = new NotesFile();
    const { database } = await file.start();
    const before = await contentOf(database);
    await write(database, ask);
    expect(await contentOf(database)).not.toEqual(before);
    expect(await file.content()).toEqual(await contentOf(database));
  });

  it.each(everyKindOfWrite)("keeps %s in a snapshot too", async (_, ask) => {
    const file = new NotesFile();
    const { store, database } = await file.start();
    await write(database, ask);
    await store.compact();
    expect(await file.content()).toEqual(await contentOf(database));
  });

  it("keeps what an upgrade changes, and the version", async () => {
    const file = new NotesFile();
    const { store, database } = await file.start();
    database.close();
    const upgraded = await openNotes(store, 2);
    expect(await file.content()).toEqual(await contentOf(upgraded));
    expect(upgraded.version).toBe(2);
    await store.compact();
    expect(await file.content()).toEqual(await contentOf(upgraded));
  });

  it("keeps nothing of an aborted transaction, and all but the failed request of another", async () => {
    const file = new NotesFile();
    const { database } = await file.start();
    const before = await contentOf(database);
    const aborted = database.transaction(["notes"], "readwrite");
    aborted.objectStore("notes").put({ author: "x" }, "gone");
    aborted.abort();
    await expect(committed(aborted)).rejects.toThrow("aborted");
    expect(await file.content()).toEqual(before);
    await write(database, (transaction) => {
      const failing = transaction.objectStore("notes").add({ author: "x" }, "n1");
      failing.addEventListener("error", (event) => {
        event.preventDefault();
      });
      transaction.objectStore("notes").put({ author: "x" }, "n7");
    });
    expect(await file.content()).toEqual(await contentOf(database));
    expect(await contentOf(database)).not.toEqual(before);
  });

  it("keeps a value as it was when it was put, whatever becomes of it", async () => {
    const file = new NotesFile();
    const { database } = await file.start();
    await write(database, (transaction) => {
      const value = { author: "before" };
      transaction.objectStore("notes").put(value, "n1");
      value.author = "after";
    });
    expect(await file.content()).toEqual(await contentOf(database));
    expect(readFileSync(file.path).includes("after")).toBe(false);
  });

  it("completes a transaction only once it is on disk", async () => {
    const file = new NotesFile();
    const { database } = await file.start();
    const transaction = database.transaction(["notes"], "readwrite");
    transaction.objectStore("notes").put({ author: "here-it-is" }, "n1");
    const found = new Promise<boolean>((resolve) => {
      transaction.addEventListener("complete", () => {
        resolve(readFileSync(file.path).includes("here-it-is"));
      });
    });
    expect(await found).toBe(true);
  });

  it("tells of a disk that refuses once, and completes nothing any more", async () => {
    const file = new NotesFile();
    let isFull = false;
    const disk: LogDisk = {
      ...realLogDisk,
      append(descriptor, bytes) {
        if (isFull) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
        realLogDisk.append(descriptor, bytes);
      },
    };
    const fatal: Error[] = [];
    const { database } = await file.start({ disk, onFatal: (cause) => fatal.push(cause) });
    const before = await contentOf(database);
    isFull = true;
    const completed: string[] = [];
    for (const key of ["lost-1", "lost-2"]) {
      const transaction = database.transaction(["notes"], "readwrite");
      transaction.objectStore("notes").put({ author: "x" }, key);
      transaction.addEventListener("complete", () => completed.push(key));
    }
    await manyTasks();
    expect(fatal.map(({ message }) => message)).toEqual([
      expect.stringContaining("store.log cannot be written"),
    ]);
    isFull = false;
    await manyTasks();
    expect(completed).toEqual([]);
    expect(await file.content()).toEqual(before);
  });

  it("loses nothing of what is written while it compacts", async () => {
    const file = new NotesFile();
    const { store, database } = await file.start();
    for (let round = 0; round < 20; round += 1) {
      const compacting = store.compact();
      for (let place = 0; place < 5; place += 1) {
        await write(database, (transaction) => {
          transaction.objectStore("notes").put({ author: `${round}` }, `r${round}-${place}`);
          transaction.objectStore("notes").delete(`r${round - 1}-${place}`);
        });
        expect(await file.content()).toEqual(await contentOf(database));
      }
      await compacting;
      expect(await file.content()).toEqual(await contentOf(database));
    }
  });

  it("stays small while one value changes ten thousand times", async () => {
    const file = new NotesFile();
    const { store, database } = await file.start({ compactAfterBytes: 20_000, disk: unsyncedDisk });
    for (let round = 0; round < 10_000; round += 1) {
      await write(database, (transaction) => {
        transaction.objectStore("notes").put({ author: "a", round }, "n1");
      });
    }
    await store.close();
    expect(statSync(file.path).size).toBeLessThan(500_000);
    expect(await file.content()).toEqual(await contentOf(database));
  });
});

async function manyTasks(left = 50): Promise<void> {
  if (left === 0) return;
  await new Promise((resolve) => setImmediate(resolve));
  await manyTasks(left - 1);
}
