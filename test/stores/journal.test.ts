import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/model/errors.ts";
import { type Change, put, remove } from "../../src/ports/store.ts";
import { realDisk } from "../../src/stores/disk.ts";
import { encodeEnvelope } from "../../src/stores/envelope.ts";
import { people, rooms, sent } from "../contracts/note-types.ts";
import { contentOf } from "./content-of.ts";
import { difficultIds } from "../contracts/store-contract.ts";
import {
  contentOfFolder,
  copyFolder,
  filesOf,
  makeFolder,
  openStore,
} from "./data-folder-fixture.ts";
import { RecordingLog } from "./recording-log.ts";

const start: readonly Change[] = [
  put(rooms, "a", { text: "room" }),
  put(rooms, "b", { text: "room" }),
  put(people, "a", { text: "person" }),
];

/** What a crash right after an atomic write was promised leaves: files as before, and its journal. */
async function crashAfterPromise(
  changes: readonly Change[],
): Promise<{ folder: string; journal: Buffer; before: string; after: string }> {
  const written = await makeFolder();
  let journal = "";
  const disk = {
    ...realDisk,
    async write(path: string, text: string): Promise<void> {
      if (path.includes("journal")) journal = text;
      await realDisk.write(path, text);
    },
  };
  const store = await openStore(written, { disk });
  await store.write(start);
  const folder = await copyFolder(written);
  const before = await contentOfFolder(await copyFolder(folder));
  await store.write(changes);
  await store.close();
  await writeFile(join(folder, "journal.json"), journal);
  return { folder, journal: Buffer.from(journal), before, after: await contentOfFolder(written) };
}

const manyChanges = [
  remove(rooms, "a"),
  put(rooms, "a", { text: "é, moved to the end" }),
  put(rooms, "c", { text: "new, after it" }),
  put(people, "b", { text: "new" }),
  remove(people, "a"),
];

describe("a journal found at opening", () => {
  it("is carried out, then removed", async () => {
    const { folder, after, before } = await crashAfterPromise(manyChanges);
    const log = new RecordingLog();
    expect(after).not.toBe(before);
    expect(await contentOfFolder(folder, { log })).toBe(after);
    expect(await readdir(folder)).not.toContain("journal.json");
    expect(log.events).toEqual(["store-journal-replayed"]);
    expect(await contentOfFolder(folder)).toBe(after);
  });

  it("is carried out whatever the ids and the collections", async () => {
    const { folder, after } = await crashAfterPromise([
      ...difficultIds.map((id) => put(sent, id, { text: id })),
      ...manyChanges,
    ]);
    expect(await contentOfFolder(folder)).toBe(after);
  });

  it("is carried out where it was not yet, and not twice elsewhere: the order of insertion stays", async () => {
    const { folder, after } = await crashAfterPromise(manyChanges);
    const published = await copyFolder(folder);
    await contentOfFolder(published);
    // As if the crash had come after one of the files was published.
    await copyFile(join(published, "rooms.json"), join(folder, "rooms.json"));
    expect(await contentOfFolder(folder)).toBe(after);
  });

  it("is past when a later write is in the files: only its removal was lost", async () => {
    const { folder, journal } = await crashAfterPromise(manyChanges);
    const store = await openStore(folder);
    await store.write([remove(people, "b")]);
    await store.close();
    const expected = await contentOfFolder(folder);
    await writeFile(join(folder, "journal.json"), journal);
    const later = await openStore(folder);
    expect(await contentOf(later)).toBe(expected);
    expect(await readdir(folder)).not.toContain("journal.json");
    // Generations go on growing, or a journal to come would be taken for one already carried out.
    await later.write([put(people, "c", { text: "1" })]);
    expect(await readFile(join(folder, "people.json"), "utf8")).toContain('"generation":4,');
  });

  it("and cut at any byte was never acknowledged: it is dropped, with a line in the log", async () => {
    const { folder, journal, before } = await crashAfterPromise(manyChanges);
    expect(journal.length).toBeGreaterThan(200);
    const openings = [...journal.keys()].map(async (length) => {
      const copy = await copyFolder(folder);
      await writeFile(join(copy, "journal.json"), journal.subarray(0, length));
      const log = new RecordingLog();
      const content = await contentOfFolder(copy, { log });
      return { content, events: log.events, names: await readdir(copy) };
    });
    for (const { content, events, names } of await Promise.all(openings)) {
      expect(content).toBe(before);
      expect(events).toEqual(["store-journal-dropped"]);
      expect(names).not.toContain("journal.json");
    }
  });

  it("and changed in one byte of its data is dropped", async () => {
    const { folder, journal, before } = await crashAfterPromise(manyChanges);
    const changed = journal.toString().replace("moved", "m0ved");
    await writeFile(join(folder, "journal.json"), changed);
    expect(await contentOfFolder(folder)).toBe(before);
  });

  it.each([
    ["with its own version", { version: 2, entries: [] }],
    [
      "for documents of a version",
      { version: 1, entries: ['{"collection":"rooms","version":2,"changes":[["a"]]}'] },
    ],
    [
      "for a collection",
      { version: 1, entries: ['{"collection":"inventions","version":1,"changes":[["a"]]}'] },
    ],
  ])("%s this Passerelle does not know is refused, and nothing is changed", async (_, found) => {
    const { folder } = await crashAfterPromise(manyChanges);
    await writeFile(join(folder, "journal.json"), encodeEnvelope({ generation: 9, ...found }));
    await writeFile(join(folder, "left.tmp"), "");
    const before = await filesOf(folder);
    const opening = openStore(folder);
    await expect(opening).rejects.toThrow(StoreError);
    await expect(opening).rejects.toThrow(
      /journal\.json.*newer version of Passerelle.*update.*restore/,
    );
    expect(await filesOf(folder)).toEqual(before);
  });

  it("is carried out on the generation before when a current file is damaged, so that nothing is lost", async () => {
    const { folder, after } = await crashAfterPromise([
      ...manyChanges,
      put(sent, "a", { text: "1" }),
    ]);
    const log = new RecordingLog();
    const crashed = await copyFolder(folder);
    await contentOfFolder(folder);
    await writeFile(join(folder, "journal.json"), await readFile(join(crashed, "journal.json")));
    await writeFile(join(folder, "people.json"), "");
    expect(await contentOfFolder(folder, { log })).toBe(after);
    expect(log.events).toEqual(["store-recovered", "store-journal-replayed"]);
  });
});
