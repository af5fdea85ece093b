import { open, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { put } from "../../src/ports/store.ts";
import { realDisk } from "../../src/stores/disk.ts";
import { people, rooms, sent } from "../contracts/note-types.ts";
import { makeFolder, openStore } from "./data-folder-fixture.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Counts the times Node asks the machine to make something durable. */
async function countSyncs(): Promise<() => number> {
  const handle = await open(await makeFolder(), "r");
  const spy = vi.spyOn(Object.getPrototypeOf(handle), "sync");
  await handle.close();
  return () => spy.mock.calls.length;
}

describe("the disk", () => {
  it.each([
    ["one collection", [rooms], 2],
    ["three collections", [rooms, people, sent], 6],
  ])(
    "is asked for the fewest durable steps that a write of %s needs",
    async (_, types, expected) => {
      const store = await openStore(await makeFolder());
      await store.write(types.map((type) => put(type, "a", { text: "1" })));
      const count = await countSyncs();
      await store.write(types.map((type) => put(type, "a", { text: "2" })));
      expect(count()).toBe(expected);
    },
  );

  it("makes what it writes durable, and gives it to its owner alone", async () => {
    const path = join(await makeFolder(), "file");
    const count = await countSyncs();
    await realDisk.write(path, "é");
    expect(count()).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await realDisk.read(path)).toBe("é");
  });

  it("gives a second name even when it is taken", async () => {
    const folder = await makeFolder();
    const [first, second] = [join(folder, "first"), join(folder, "second")];
    await realDisk.write(first, "1");
    await realDisk.write(second, "2");
    await realDisk.link(first, second);
    expect(await readFile(second, "utf8")).toBe("1");
  });

  it("tells what is missing from what cannot be read, and removes what is missing without a word", async () => {
    const folder = await makeFolder();
    expect(await realDisk.read(join(folder, "nothing"))).toBeUndefined();
    await expect(realDisk.read(folder)).rejects.toThrow(/EISDIR/);
    await expect(realDisk.remove(join(folder, "nothing"))).resolves.toBeUndefined();
  });
});
