import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, remove } from "../../src/ports/store.ts";
import { encodeEnvelope } from "../../src/stores/envelope.ts";
import { people, rooms, sent } from "../contracts/note-types.ts";
import { contentOf } from "./content-of.ts";
import { contentOfFolder, filesOf, makeFolder, openStore } from "./data-folder-fixture.ts";

const erased = "amina 06 12 34 56 78";

/** The files that hold a text. */
async function holding(folder: string, text: string): Promise<readonly string[]> {
  return [...(await filesOf(folder))]
    .filter(([, bytes]) => bytes.includes(text))
    .map(([name]) => name);
}

describe("a scrub", () => {
  it("leaves no byte of what was deleted in any file of the folder", async () => {
    const folder = await makeFolder();
    const before = await openStore(folder);
    const trace = { text: `asked by ${erased}` };
    await before.write([put(rooms, "a", trace), put(people, erased, trace), put(sent, "a", trace)]);
    await before.write([put(rooms, "b", { text: "kept" })]);
    await before.close();
    await writeFile(join(folder, "rooms.json"), `{"cut": "${erased}`);
    const store = await openStore(folder);
    await store.write([remove(rooms, "a"), remove(people, erased), remove(sent, "a")]);
    await store.write([put(people, "b", { text: "kept" })]);
    const found = ["rooms.damaged-1.json", "rooms.previous.json", "sent-messages.previous.json"];
    expect(await holding(folder, erased)).toEqual(expect.arrayContaining(found));
    await writeFile(join(folder, "left-over.json.tmp"), erased);
    await writeFile(join(folder, "journal.json"), erased);
    await store.scrub();
    expect(await holding(folder, erased)).toEqual([]);
    expect((await readdir(folder)).filter((name) => /tmp|damaged|journal/.test(name))).toEqual([]);
    const content = await contentOf(store);
    await store.close();
    expect(await contentOfFolder(folder)).toBe(content);
  });

  it("leaves two sound generations, so that damage right after it loses nothing", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.write([put(rooms, "a", { text: "kept" }), put(rooms, "b", { text: erased })]);
    await store.write([remove(rooms, "b")]);
    await store.scrub();
    const content = await contentOf(store);
    await store.close();
    await writeFile(join(folder, "rooms.json"), "");
    expect(await contentOfFolder(folder)).toBe(content);
  });

  it("covers the deletions asked just before it, and lets those asked just after through", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.write([put(rooms, "a", { text: erased }), put(rooms, "b", { text: "1" })]);
    const asked = [
      store.write([remove(rooms, "a")]),
      store.scrub(),
      store.write([put(rooms, "c", { text: "2" })]),
      store.scrub(),
    ];
    await Promise.all(asked);
    expect(await holding(folder, erased)).toEqual([]);
    expect((await store.list(rooms)).map(({ id }) => id)).toEqual(["b", "c"]);
  });

  it("covers what a journal brought back", async () => {
    const folder = await makeFolder();
    const entry = JSON.stringify({
      collection: "rooms",
      version: 1,
      changes: [["a", { text: erased }]],
    });
    const journal = encodeEnvelope({ version: 1, generation: 1, entries: [entry] });
    await writeFile(join(folder, "journal.json"), journal);
    const store = await openStore(folder);
    expect(await store.get(rooms, "a")).toEqual({ text: erased });
    await store.write([remove(rooms, "a")]);
    await store.scrub();
    expect(await holding(folder, erased)).toEqual([]);
  });

  it("makes nothing of collections never written", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.scrub();
    expect([...(await filesOf(folder)).keys()]).toEqual([]);
    await store.write([put(rooms, "a", { text: "1" })]);
    await store.scrub();
    expect(await readFile(join(folder, "rooms.json"), "utf8")).toContain('"a"');
  });
});
