import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/model/errors.ts";
import { put } from "../../src/ports/store.ts";
import { realDisk } from "../../src/stores/disk.ts";
import { rooms } from "../contracts/note-types.ts";
import { contentOf } from "./content-of.ts";
import {
  contentOfFolder,
  copyFolder,
  editFile,
  filesOf,
  makeFolder,
  openStore,
} from "./data-folder-fixture.ts";
import { RecordingLog } from "./recording-log.ts";

const beforeLastWrite = '[[{"id":"a","document":{"text":"é 1"}}],[],[]]';

/** A folder after two writes, its store closed. */
async function makeWrittenFolder(): Promise<string> {
  const folder = await makeFolder();
  const store = await openStore(folder);
  await store.write([put(rooms, "a", { text: "é 1" })]);
  await store.write([put(rooms, "b", { text: "2" })]);
  await store.close();
  return folder;
}

/** Opens a damaged folder: what it holds, and what was logged about it. */
async function openDamaged(folder: string): Promise<{ content: string; log: RecordingLog }> {
  const log = new RecordingLog();
  return { content: await contentOfFolder(folder, { log }), log };
}

const damages: readonly [string, (sound: Buffer) => Buffer][] = [
  ["emptied", () => Buffer.alloc(0)],
  ["filled with NULs", (sound) => Buffer.alloc(sound.length)],
  ["NUL from its middle on", (sound) => Buffer.concat([sound.subarray(0, 40), Buffer.alloc(99)])],
  ["followed by rubbish", (sound) => Buffer.concat([sound, Buffer.from("}")])],
  ["changed in its data", (sound) => Buffer.from(sound.toString().replace('"2"', '"3"'))],
  ["changed in its checksum", (sound) => Buffer.from(sound.toString().replace(/m":"./, 'm":"g'))],
  ["without a version", (sound) => Buffer.from(sound.toString().replace("version", "vers1on"))],
  ["of version 0", (sound) => Buffer.from(sound.toString().replace('version":1', 'version":0'))],
  ["no object", () => Buffer.from("null")],
  ["not UTF-8", (sound) => Buffer.from(sound.map((byte) => (byte === 0xc3 ? 0xff : byte)))],
];

describe("a current file that is damaged", () => {
  it.each(damages)("and %s: the store starts from the generation before", async (_, damage) => {
    const folder = await makeWrittenFolder();
    const current = join(folder, "rooms.json");
    const bad = damage(await readFile(current));
    await writeFile(current, bad);
    const { content, log } = await openDamaged(folder);
    expect(content).toBe(beforeLastWrite);
    expect(await readFile(join(folder, "rooms.damaged-1.json"))).toEqual(bad);
    expect(log.lines).toMatchObject([
      {
        level: "warn",
        event: "store-recovered",
        fields: {
          file: "rooms.json",
          keptAs: "rooms.damaged-1.json",
          lost: "at most the last write",
        },
      },
    ]);
  });

  it("and cut at any byte: the store starts from the generation before", async () => {
    const folder = await makeWrittenFolder();
    const sound = await readFile(join(folder, "rooms.json"));
    const contents = new Set<string>();
    await onEachCut(sound, async (cut) => {
      const copy = await copyFolder(folder);
      await writeFile(join(copy, "rooms.json"), cut);
      const { content, log } = await openDamaged(copy);
      contents.add(content);
      expect(log.events).toEqual(["store-recovered"]);
      expect(await readFile(join(copy, "rooms.damaged-1.json"))).toEqual(cut);
    });
    expect([...contents]).toEqual([beforeLastWrite]);
  });

  it("right after the first write: the store starts empty rather than not at all", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.write([put(rooms, "a", { text: "1" })]);
    await store.close();
    await writeFile(join(folder, "rooms.json"), "");
    const { content, log } = await openDamaged(folder);
    expect(content).toBe("[[],[],[]]");
    expect(log.events).toEqual(["store-recovered"]);
  });

  it("or missing: the store starts from the generation before", async () => {
    const folder = await makeWrittenFolder();
    await rm(join(folder, "rooms.json"));
    const { content, log } = await openDamaged(folder);
    expect(content).toBe(beforeLastWrite);
    expect(log.events).toEqual(["store-recovered"]);
  });

  it("or in sectors the disk cannot read: the store starts from the generation before", async () => {
    const folder = await makeWrittenFolder();
    const bad = join(folder, "rooms.json");
    const disk = {
      ...realDisk,
      async read(path: string): Promise<string | undefined> {
        if (path === bad) throw Object.assign(new Error("i/o error"), { code: "EIO" });
        return realDisk.read(path);
      },
    };
    expect(await contentOfFolder(folder, { disk })).toBe(beforeLastWrite);
    expect([...(await filesOf(folder)).keys()]).toContain("rooms.damaged-1.json");
  });

  it("is said once: the folder is sound again after it was opened", async () => {
    const folder = await makeWrittenFolder();
    await writeFile(join(folder, "rooms.json"), "");
    await openDamaged(folder);
    const { content, log } = await openDamaged(folder);
    expect(content).toBe(beforeLastWrite);
    expect(log.events).toEqual([]);
  });

  it("is kept beside the earlier ones, never in their place", async () => {
    const folder = await makeWrittenFolder();
    await writeFile(join(folder, "rooms.json"), "bad once");
    await openDamaged(folder);
    await writeFile(join(folder, "rooms.json"), "bad twice");
    await openDamaged(folder);
    expect(await readFile(join(folder, "rooms.damaged-1.json"), "utf8")).toBe("bad once");
    expect(await readFile(join(folder, "rooms.damaged-2.json"), "utf8")).toBe("bad twice");
  });

  it("does not keep the store from being written again, and damaged again", async () => {
    const folder = await makeWrittenFolder();
    await writeFile(join(folder, "rooms.json"), "");
    const store = await openStore(folder);
    await store.write([put(rooms, "c", { text: "3" })]);
    const content = await contentOf(store);
    await store.write([put(rooms, "d", { text: "4" })]);
    await store.close();
    await writeFile(join(folder, "rooms.json"), "");
    expect((await openDamaged(folder)).content).toBe(content);
  });
});

describe("a collection with both generations damaged", () => {
  it.each([
    ["cut", "{"],
    ["missing", undefined],
  ])(
    "is refused when the one before is %s: both files and the remedy are named",
    async (_, text) => {
      const folder = await makeWrittenFolder();
      await writeFile(join(folder, "rooms.json"), "{");
      await writeFile(join(folder, "left.tmp"), "perhaps useful");
      const previous = join(folder, "rooms.previous.json");
      await (text === undefined ? rm(previous) : writeFile(previous, text));
      const before = await filesOf(folder);
      const opening = openStore(folder);
      await expect(opening).rejects.toThrow(StoreError);
      await expect(opening).rejects.toThrow(/rooms\.json .*rooms\.previous\.json .*backup.*move/);
      expect(await filesOf(folder)).toEqual(before);
    },
  );

  it("does not stay locked once it was refused", async () => {
    const folder = await makeWrittenFolder();
    const sound = await readFile(join(folder, "rooms.json"), "utf8");
    await editFile(join(folder, "rooms.json"), () => "");
    await editFile(join(folder, "rooms.previous.json"), () => "");
    await expect(openStore(folder)).rejects.toThrow(StoreError);
    await writeFile(join(folder, "rooms.json"), sound);
    await expect(openStore(folder)).resolves.toBeDefined();
  });
});

/** Tries every shorter version of a file, a few at a time. */
async function onEachCut(sound: Buffer, attempt: (cut: Buffer) => Promise<void>): Promise<void> {
  const cuts = [...sound.keys()].map((length) => sound.subarray(0, length));
  expect(cuts.length).toBeGreaterThan(100);
  await Promise.all(cuts.map((cut) => attempt(cut)));
}
