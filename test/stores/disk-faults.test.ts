import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/model/errors.ts";
import { type Change, put, remove } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { contractTypes, people, rooms, sent } from "../contracts/note-types.ts";
import { contentOf } from "./content-of.ts";
import {
  contentOfFolder,
  copyFolder,
  crashedProcess,
  makeFolder,
  openStore,
} from "./data-folder-fixture.ts";
import { type DiskFault, FaultyDisk } from "./faulty-disk.ts";
import { RecordingLog } from "./recording-log.ts";

const start = [put(rooms, "a", { text: "room" }), put(people, "a", { text: "person" })];
const later = [put(rooms, "later", { text: "later" }), put(sent, "later", { text: "later" })];

const writes: readonly [string, readonly Change[]][] = [
  ["one collection", [put(rooms, "b", { text: "new" }), remove(rooms, "a")]],
  ["one collection for the first time", [put(sent, "b", { text: "new" })]],
  [
    "three collections",
    [put(rooms, "b", { text: "new" }), remove(people, "a"), put(sent, "b", { text: "new" })],
  ],
];

/** What a write under a fault came to. */
interface Outcome {
  readonly isKept: boolean;
  readonly fault: unknown;
  /** How many operations the disk refused; none once the fault lies beyond the write. */
  readonly refusals: number;
  readonly before: string;
  readonly after: string;
  /** In memory and in the folder while the disk still fails, and after it worked again and took a write. */
  readonly memory: string;
  readonly folderAtOnce: string;
  readonly folderInTheEnd: string;
  readonly endIfKept: string;
  readonly endIfLost: string;
}

async function writeUnder(fault: DiskFault, changes: readonly Change[]): Promise<Outcome> {
  const folder = await makeFolder();
  const disk = new FaultyDisk();
  const store = await openStore(folder, { disk });
  await store.write(start);
  const before = await contentOf(store);
  disk.breakDown(fault);
  const rejection = await store.write(changes).then(
    () => undefined,
    (cause: unknown) => ({ cause }),
  );
  const memory = await contentOf(store);
  const log = new RecordingLog();
  const folderAtOnce = await contentOfFolder(await copyFolder(folder), { log });
  // What a fault leaves may be unfinished, never damaged.
  expect(log.events).not.toContain("store-recovered");
  const refusals = disk.workAgain();
  await store.write(later);
  const folderInTheEnd = await contentOfFolder(await copyFolder(folder));
  await store.close();
  return {
    isKept: rejection === undefined,
    fault: rejection?.cause,
    refusals,
    before,
    after: await contentAfter([start, changes]),
    memory,
    folderAtOnce,
    folderInTheEnd,
    endIfKept: await contentAfter([start, changes, later]),
    endIfLost: await contentAfter([start, later]),
  };
}

async function contentAfter(all: readonly (readonly Change[])[]): Promise<string> {
  const store = createMemoryStore(contractTypes);
  await Promise.all(all.map((changes) => store.write(changes)));
  return contentOf(store);
}

/** More operations than any of these writes takes. */
const enough = 25;

/** Every outcome, from a fault at the first operation of the write to one beyond its last. */
async function outcomes(
  fault: Omit<DiskFault, "from">,
  changes: readonly Change[],
): Promise<readonly Outcome[]> {
  const all = await Promise.all(
    Array.from({ length: enough }, (_, from) => writeUnder({ ...fault, from }, changes)),
  );
  const beyond = all.findIndex(({ refusals }) => refusals === 0);
  expect(beyond).toBeGreaterThan(0);
  expect(all.at(-1)?.refusals).toBe(0);
  return all.slice(0, beyond);
}

describe.each(writes)("a write of %s", (_, changes) => {
  it("when the disk is full: is refused, leaves memory and disk as before, works when there is room", async () => {
    for (const outcome of await outcomes({ lasting: "on", code: "ENOSPC" }, changes)) {
      expect(outcome.fault).toBeInstanceOf(StoreError);
      expect(String(outcome.fault)).toMatch(/ENOSPC.*free some space/);
      expect(outcome.memory).toBe(outcome.before);
      expect(outcome.folderAtOnce).toBe(outcome.before);
      expect(outcome.folderInTheEnd).toBe(outcome.endIfLost);
    }
  });

  it("when one operation fails, whichever: is kept whole or refused whole, and told which", async () => {
    for (const outcome of await outcomes({ lasting: "once", code: "EIO" }, changes)) {
      const expected = outcome.isKept ? outcome.after : outcome.before;
      expect(outcome.memory).toBe(expected);
      expect(outcome.folderAtOnce).toBe(expected);
      expect(outcome.folderInTheEnd).toBe(outcome.isKept ? outcome.endIfKept : outcome.endIfLost);
    }
  });

  it("when the disk dies, at any operation: the memory tells the truth, and the disk once it works again", async () => {
    for (const outcome of await outcomes({ lasting: "on", code: "EIO" }, changes)) {
      expect(outcome.memory).toBe(outcome.isKept ? outcome.after : outcome.before);
      expect([outcome.before, outcome.after]).toContain(outcome.folderAtOnce);
      expect(outcome.folderInTheEnd).toBe(outcome.isKept ? outcome.endIfKept : outcome.endIfLost);
    }
  });

  it("when the process dies, at any operation: is there whole or not at all, and there if acknowledged", async () => {
    const deaths = Array.from({ length: enough }, async (__, from) => {
      const folder = await makeFolder();
      const disk = new FaultyDisk();
      const store = await openStore(folder, { disk, owner: crashedProcess });
      await store.write(start);
      disk.breakDown({ from, lasting: "on", code: "EIO" });
      const isAcknowledged = await store.write(changes).then(
        () => true,
        () => false,
      );
      return { isAcknowledged, content: await contentOfFolder(folder) };
    });
    const before = await contentAfter([start]);
    const after = await contentAfter([start, changes]);
    const seen = await Promise.all(deaths);
    for (const { isAcknowledged, content } of seen) {
      expect(isAcknowledged ? [after] : [before, after]).toContain(content);
    }
    expect(new Set(seen.map(({ content }) => content))).toEqual(new Set([before, after]));
  });
});

describe("when the disk refuses", () => {
  it("rejects all the writes gathered together, and takes the next ones in order", async () => {
    const disk = new FaultyDisk();
    const store = await openStore(await makeFolder(), { disk });
    disk.breakDown({ from: 0, lasting: "on", code: "ENOSPC" });
    const refused = await Promise.allSettled([store.write(start), store.write(later)]);
    expect(refused.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    disk.workAgain();
    await Promise.all([store.write(start), store.write([remove(rooms, "a")])]);
    expect(await store.list(rooms)).toEqual([]);
    expect(await store.list(people)).toHaveLength(1);
  });

  it("closes all the same, and lets the folder go", async () => {
    const folder = await makeFolder();
    const disk = new FaultyDisk();
    const store = await openStore(folder, { disk });
    await store.write(start);
    disk.breakDown({ from: 0, lasting: "on", code: "EIO" });
    await expect(store.write(later)).rejects.toThrow(StoreError);
    await store.close();
    expect(await contentOfFolder(folder)).toBe(await contentAfter([start]));
  });

  it("says when a scrub was not done", async () => {
    const disk = new FaultyDisk();
    const store = await openStore(await makeFolder(), { disk });
    await store.write(start);
    disk.breakDown({ from: 0, lasting: "on", code: "ENOSPC" });
    await expect(store.scrub()).rejects.toThrow(StoreError);
    disk.workAgain();
    await expect(store.scrub()).resolves.toBeUndefined();
    expect(await contentOf(store)).toBe(await contentAfter([start]));
  });
});
