import { writeFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { StoreError } from "../../src/model/errors.ts";
import { put } from "../../src/ports/store.ts";
import { lockFolder } from "../../src/stores/folder-lock.ts";
import { thisProcess } from "../../src/stores/lock-owner.ts";
import { rooms } from "../contracts/note-types.ts";
import { ChildProgram } from "./child-program.ts";
import { type CompiledProgram, compileProgram } from "./compile-program.ts";
import { crashedProcess, filesOf, makeFolder, openStore } from "./data-folder-fixture.ts";
import { seededRandom } from "./seeded-random.ts";

let taker: CompiledProgram;
beforeAll(async () => {
  taker = await compileProgram(new URL("./folder-taker.ts", import.meta.url));
});
afterAll(() => taker.remove());

/** Another process that has the folder. */
async function takeFolder(folder: string, ending = "close"): Promise<ChildProgram> {
  const child = new ChildProgram(taker.path, [folder, ending]);
  expect(await child.nextLine()).toBe("open");
  return child;
}

async function writeLock(folder: string, lock: unknown): Promise<void> {
  await writeFile(join(folder, "store.lock"), JSON.stringify(lock));
}

/** What crashes leave: nothing, a lock, one caught while it was taken over, one caught twice. */
const leftovers: readonly (readonly string[])[] = [
  [],
  ["store.lock"],
  ["store.lock", "store.lock.takeover"],
  ["store.lock", "store.lock.takeover", "store.lock.takeover.takeover"],
];

async function letOthersRun(turns: number): Promise<void> {
  if (turns === 0) return;
  await setImmediate();
  await letOthersRun(turns - 1);
}

describe("a folder used by another process", () => {
  it("is refused at once, with that process, since when and the remedy; nothing is changed", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await store.write([put(rooms, "a", { text: "1" })]);
    await store.close();
    const child = await takeFolder(folder);
    const before = await filesOf(folder);
    const opening = openStore(folder);
    await expect(opening).rejects.toThrow(StoreError);
    await expect(opening).rejects.toThrow(
      new RegExp(`used by process ${child.pid} since \\d{4}-\\d\\d-\\d\\dT.*stop that process`),
    );
    expect(await filesOf(folder)).toEqual(before);
  });

  it("is free once that process closes its store", async () => {
    const folder = await makeFolder();
    const child = await takeFolder(folder);
    await child.finish();
    expect(await readdir(folder)).toEqual([]);
    await expect(openStore(folder)).resolves.toBeDefined();
  });

  it("is free once that process exits without closing its store", async () => {
    const folder = await makeFolder();
    const child = await takeFolder(folder, "exit");
    await child.finish();
    expect(await readdir(folder)).toEqual([]);
  });

  it("is taken over once that process was killed", async () => {
    const folder = await makeFolder();
    const child = await takeFolder(folder);
    await child.kill();
    expect(await readdir(folder)).toEqual(["store.lock"]);
    await expect(openStore(folder)).resolves.toBeDefined();
  });

  it("is refused to the same process too, until it closes its store", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await expect(openStore(folder)).rejects.toThrow(`process ${process.pid}`);
    await store.close();
    await expect(openStore(folder)).resolves.toBeDefined();
  });
});

describe("a lock left behind", () => {
  it("is taken over when its pid now belongs to another process", async () => {
    const folder = await makeFolder();
    await writeLock(folder, { ...(await thisProcess()), birth: "another boot/1", token: "old" });
    await expect(openStore(folder)).resolves.toBeDefined();
  });

  it("is respected when nothing tells the start of its process and the pid is in use", async () => {
    const folder = await makeFolder();
    const { birth: _, ...owner } = await thisProcess();
    await writeLock(folder, { ...owner, token: "old" });
    await expect(openStore(folder)).rejects.toThrow(StoreError);
  });

  it("by another host is refused: the host and the file to delete are named", async () => {
    const folder = await makeFolder();
    await writeLock(folder, { ...crashedProcess, host: "old-server", token: "old" });
    await expect(openStore(folder)).rejects.toThrow(/host "old-server".*delete .*store\.lock/);
    expect(await readFile(join(folder, "store.lock"), "utf8")).toContain("old-server");
  });

  it.each([
    ["empty", ""],
    ["NULs", "\0\0\0\0"],
    ["a group of processes, not one", JSON.stringify({ ...crashedProcess, pid: 0, token: "t" })],
  ])("that is %s is refused: the file to delete is named", async (_, text) => {
    const folder = await makeFolder();
    await writeFile(join(folder, "store.lock"), text);
    await expect(openStore(folder)).rejects.toThrow(/store\.lock.*delete this file/);
  });

  it("goes to one of those that start together, quick and slow, however it was left", async () => {
    const gone = JSON.stringify({ ...crashedProcess, token: "gone" });
    const draw = seededRandom(26);
    const races = Array.from({ length: 150 }, async (_, race) => {
      const folder = await makeFolder();
      const names = leftovers[race % leftovers.length] ?? [];
      await Promise.all(names.map((name) => writeFile(join(folder, name), gone)));
      const starts = Array.from({ length: 6 }, async () => {
        await letOthersRun(draw(12));
        return lockFolder(folder);
      });
      const ends = await Promise.allSettled(starts);
      return ends.filter(({ status }) => status === "fulfilled").length;
    });
    expect(await Promise.all(races)).toEqual(races.map(() => 1));
  });

  it("is not taken from a quick starter by a slow one that saw it stale before", async () => {
    const folder = await makeFolder();
    await writeLock(folder, { ...crashedProcess, token: "gone" });
    const quick = { ...(await thisProcess()), token: "quick" };
    const kill = vi.spyOn(process, "kill").mockImplementationOnce(() => {
      // Between the slow one's look at the lock and what it does about it.
      writeFileSync(join(folder, "store.lock"), JSON.stringify(quick));
      throw Object.assign(new Error("no such process"), { code: "ESRCH" });
    });
    onTestFinished(() => kill.mockRestore());
    await expect(openStore(folder)).rejects.toThrow(`process ${process.pid}`);
    expect(await readFile(join(folder, "store.lock"), "utf8")).toContain("quick");
    expect(await readdir(folder)).toEqual(["store.lock"]);
  });

  it("goes to one of the processes that start together", async () => {
    const folder = await makeFolder();
    const child = await takeFolder(folder);
    await child.kill();
    const children = Array.from({ length: 6 }, () => new ChildProgram(taker.path, [folder]));
    const said = await Promise.all(children.map((each) => each.nextLine()));
    expect(said.filter((line) => line === "open")).toHaveLength(1);
    expect(said.filter((line) => line?.startsWith("refused: StoreError") === true)).toHaveLength(5);
  });
});

describe("the lock", () => {
  it("says who holds the folder: pid, start of the process, host, since when", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    const lock: unknown = JSON.parse(await readFile(join(folder, "store.lock"), "utf8"));
    const { birth } = await thisProcess();
    expect(lock).toMatchObject({ pid: process.pid, birth, host: hostname() });
    expect(lock).toHaveProperty("since", expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/));
    await store.close();
  });

  it("of a newcomer is not removed by the store that lost it", async () => {
    const folder = await makeFolder();
    const store = await openStore(folder);
    await writeLock(folder, { ...crashedProcess, token: "newcomer" });
    await store.close();
    expect(await readdir(folder)).toEqual(["store.lock"]);
  });
});
