import { createHash } from "node:crypto";
import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, remove } from "../../src/ports/store.ts";
import { people, rooms, sent } from "../contracts/note-types.ts";
import { storeContract } from "../contracts/store-contract.ts";
import { contentOf } from "./content-of.ts";
import { filesOf, makeFolder, openStore } from "./data-folder-fixture.ts";

storeContract("the lowdb store", async () => {
  const folder = await makeFolder();
  const store = await openStore(folder);
  return {
    store,
    async reopen() {
      await store.close();
      return openStore(folder);
    },
  };
});

describe("the files of the lowdb store", () => {
  it("are one JSON object a collection, with version, generation, checksum and data", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.write([put(rooms, "b", { text: "1" }), put(rooms, "10", { text: "2" })]);
    const data = [
      ["b", { text: "1" }],
      ["10", { text: "2" }],
    ];
    const checksum = createHash("sha256").update(JSON.stringify(data)).digest("hex");
    const file: unknown = JSON.parse(await readFile(join(folder, "rooms.json"), "utf8"));
    expect(file).toEqual({ version: 1, generation: 1, checksum, data });
  });

  it("keep the generation before, in a file of its own", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.write([put(rooms, "a", { text: "first" })]);
    const first = await readFile(join(folder, "rooms.json"), "utf8");
    await store.write([put(rooms, "a", { text: "second" })]);
    expect(await readFile(join(folder, "rooms.previous.json"), "utf8")).toBe(first);
  });

  it("are readable by their owner alone, in a folder closed to others", async () => {
    const folder = join(await makeFolder(), "made", "here");
    const store = await openStore(folder);
    await store.write([put(rooms, "a", { text: "1" }), put(people, "a", { text: "1" })]);
    await store.write([put(rooms, "b", { text: "1" }), put(people, "b", { text: "1" })]);
    const names = await readdir(folder);
    const modes = await Promise.all(
      names.map(async (name) => (await stat(join(folder, name))).mode),
    );
    expect(names).toContain("rooms.previous.json");
    expect(modes.map((mode) => mode & 0o777)).toEqual(names.map(() => 0o600));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it("are closed to others in a folder that was open to them", async () => {
    const folder = await makeFolder();
    await chmod(folder, 0o755);
    await openStore(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it("are nothing but collections once a write of several is over", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.write([rooms, people, sent].map((type) => put(type, "a", { text: "1" })));
    await store.close();
    const names = [rooms, people, sent].flatMap(({ collection }) => [
      `${collection}.json`,
      `${collection}.previous.json`,
    ]);
    expect([...(await filesOf(folder)).keys()]).toEqual(names.toSorted());
    expect(await readdir(folder)).not.toContain("store.lock");
  });

  it("stay as they are when a write changes nothing", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.write([put(rooms, "a", { text: "1" })]);
    await store.write([put(rooms, "a", { text: "2" })]);
    const before = await filesOf(folder);
    await store.write([put(rooms, "a", { text: "2" }), remove(people, "nobody")]);
    expect(await filesOf(folder)).toEqual(before);
  });

  it("lose the leftovers of a crash at opening", async () => {
    const folder = await makeFolder();
    const names = ["rooms.json.tmp", "journal.json.tmp", "store.lock.1.tmp", "other.tmp"];
    await Promise.all(names.map((name) => writeFile(join(folder, name), "half a wri")));
    const store = await openStore(folder);
    expect(await readdir(folder)).toEqual(["store.lock"]);
    expect(await contentOf(store)).toBe("[[],[],[]]");
  });

  it("may stand beside files and folders that are not the store's", async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, "notes.json"), "mine");
    const store = await openStore(folder);
    await store.write([put(rooms, "a", { text: "1" })]);
    await store.scrub();
    await store.close();
    expect(await readFile(join(folder, "notes.json"), "utf8")).toBe("mine");
  });
});

describe("writes asked for together", () => {
  it("are gathered: a hundred make one generation", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    const asked = Array.from({ length: 100 }, (_, index) =>
      store.write([put(rooms, `${index}`, { text: "1" })]),
    );
    await Promise.all(asked);
    await store.write([put(rooms, "last", { text: "1" })]);
    const text = await readFile(join(folder, "rooms.json"), "utf8");
    expect(text).toMatch(/^{"version":1,"generation":2,/);
    expect(await store.list(rooms)).toHaveLength(101);
  });

  it("are read only once they are durable", async () => {
    const store = await openStore(await makeFolder());
    const writing = store.write([put(rooms, "a", { text: "1" })]);
    expect(await store.get(rooms, "a")).toBeUndefined();
    await writing;
    expect(await store.get(rooms, "a")).toEqual({ text: "1" });
  });
});
