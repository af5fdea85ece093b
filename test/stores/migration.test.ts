import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DocumentType } from "../../src/model/document-type.ts";
import { StoreError } from "../../src/model/errors.ts";
import { put, type Store } from "../../src/ports/store.ts";
import { encodeEnvelope } from "../../src/stores/envelope.ts";
import { type LowdbStoreOptions, openLowdbStore } from "../../src/stores/lowdb-store.ts";
import { type Note, noteType, people } from "../contracts/note-types.ts";
import { filesOf, makeFolder } from "./data-folder-fixture.ts";
import { RecordingLog } from "./recording-log.ts";

/** Notes that were texts in version 1, and had `words` for `text` in version 2. */
const notes: DocumentType<Note> = {
  ...noteType("notes"),
  version: 3,
  migrations: [
    (text) => ({ words: text }),
    (older) => {
      if (typeof older !== "object" || older === null || !("words" in older)) throw new Error("?");
      return { text: older.words };
    },
  ],
};

/** The notes as an earlier Passerelle knew them. */
const earlierNotes = { ...notes, version: 1, migrations: [] };

async function openNotes(
  folder: string,
  type: LowdbStoreOptions["types"][number] = notes,
): Promise<Store> {
  return openLowdbStore({ folder, types: [type, people], log: new RecordingLog() });
}

async function writeNotes(
  folder: string,
  version: number,
  entries: readonly string[],
): Promise<void> {
  await writeFile(join(folder, "notes.json"), encodeEnvelope({ version, generation: 7, entries }));
}

/** The beginning of the file of the notes: its version. */
async function versionOf(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, "notes.json"), "utf8");
  return /^\{"version":(\d+),/.exec(text)?.[1];
}

describe("data of an older version", () => {
  it.each([
    ["two versions", 1, '["a","salut"]'],
    ["one version", 2, '["a",{"words":"salut"}]'],
  ])("is migrated over %s, and written back at the next write", async (_, version, entry) => {
    const folder = await makeFolder();
    await writeNotes(folder, version, [entry]);
    const store = await openNotes(folder);
    expect(await store.get(notes, "a")).toEqual({ text: "salut" });
    expect(await versionOf(folder)).toBe(`${version}`);
    await store.write([put(notes, "b", { text: "hello" })]);
    expect(await versionOf(folder)).toBe("3");
    await store.close();
    const reopened = await openNotes(folder);
    expect(await reopened.list(notes)).toEqual([
      { id: "a", document: { text: "salut" } },
      { id: "b", document: { text: "hello" } },
    ]);
  });

  it("is migrated from the generation before when the current file is damaged", async () => {
    const folder = await makeFolder();
    const store = await openNotes(folder, earlierNotes);
    await store.write([{ collection: "notes", id: "a", json: '"salut"' }]);
    await store.write([{ collection: "notes", id: "b", json: '"hello"' }]);
    await store.close();
    await writeFile(join(folder, "notes.json"), "");
    expect(await (await openNotes(folder)).list(notes)).toEqual([
      { id: "a", document: { text: "salut" } },
    ]);
  });

  it("is migrated from the journal too", async () => {
    const folder = await makeFolder();
    const entry = '{"collection":"notes","version":1,"changes":[["a","salut"],["gone"]]}';
    const journal = encodeEnvelope({ version: 1, generation: 8, entries: [entry] });
    await writeNotes(folder, 2, ['["gone",{"words":"old"}]']);
    await writeFile(join(folder, "journal.json"), journal);
    expect(await (await openNotes(folder)).list(notes)).toEqual([
      { id: "a", document: { text: "salut" } },
    ]);
  });

  it("that no migration can read is refused by collection and id, and nothing is changed", async () => {
    const folder = await makeFolder();
    await writeNotes(folder, 2, ['["lobby",{"secret":"06 12 34"}]']);
    const before = await filesOf(folder);
    const fault: unknown = await openNotes(folder).catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(StoreError);
    expect(String(fault)).toMatch(/notes "lobby".*version 2 to 3/);
    expect(String(fault)).not.toContain("06 12");
    expect(await filesOf(folder)).toEqual(before);
  });

  it("leaves nothing of the older version on disk after a scrub", async () => {
    const folder = await makeFolder();
    await writeNotes(folder, 1, ['["a","salut"]']);
    const store = await openNotes(folder);
    await store.scrub();
    const texts = [...(await filesOf(folder)).values()].map(String);
    expect(texts).toHaveLength(2);
    expect(texts.every((text) => text.startsWith('{"version":3,'))).toBe(true);
  });
});

describe("data of a newer version", () => {
  it.each(["notes.json", "notes.previous.json"])(
    "is refused in %s, and nothing is changed",
    async (name) => {
      const folder = await makeFolder();
      const newer = encodeEnvelope({ version: 4, generation: 7, entries: [] });
      await writeFile(join(folder, "notes.json"), "damaged");
      await writeFile(join(folder, name), newer);
      await writeFile(join(folder, "left.tmp"), "");
      const before = await filesOf(folder);
      const opening = openNotes(folder);
      await expect(opening).rejects.toThrow(StoreError);
      await expect(opening).rejects.toThrow(
        `${name} was written by a newer version of Passerelle (data version 4, this one knows 3): update Passerelle, or restore`,
      );
      expect(await filesOf(folder)).toEqual(before);
    },
  );

  it("is refused even when its checksum is computed in a way we do not know", async () => {
    const folder = await makeFolder();
    const newer = '{"version":4,"generation":7,"checksum":"crc:1","data":[]}';
    await writeFile(join(folder, "notes.json"), newer);
    await expect(openNotes(folder)).rejects.toThrow(/newer version/);
  });
});
