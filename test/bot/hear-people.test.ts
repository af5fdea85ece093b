import { describe, expect, it } from "vitest";
import type { AnyDocumentType } from "../../src/model/document-type.ts";
import { StoreError } from "../../src/model/errors.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { HandoffTown } from "../support/handoff-town.ts";

/** A store whose disk may fill up, and that counts what is read of it. */
class Disk {
  isFull = false;
  reads: string[] = [];

  readonly open = async (kinds: readonly AnyDocumentType[]): Promise<Store> => {
    const store = createMemoryStore([...kinds]);
    return {
      get: async (type, id) => {
        this.reads.push(type.collection);
        return store.get(type, id);
      },
      list: async (type, names) => {
        this.reads.push(type.collection);
        return store.list(type, names);
      },
      write: async (changes) => {
        if (this.isFull) throw new StoreError("no space is left");
        await store.write(changes);
      },
      scrub: async () => store.scrub(),
      close: async () => store.close(),
    };
  };
}

describe("what is said among people who answer", () => {
  it("and cannot be kept is told to who said it, and crosses once it is said again", async () => {
    const disk = new Disk();
    const town = await HandoffTown.open({ store: disk.open });
    await town.hasRequest();
    await town.passes(1);
    const camille = town.adviser("camille");
    await camille.writes("je prends");
    disk.isFull = true;
    await camille.writes("> Bonjour", {}, { id: "b1" });
    const told = town.team().at(-1);
    expect(told).toMatchObject({ kind: "notice", thread: camille.thread });
    disk.isFull = false;
    expect((await town.request()).state.kind).toBe("claimed");
    await camille.writes("> Bonjour", {}, { id: "b2" });
    expect(town.team().at(-1)?.text).toContain("Bonjour");
  });

  it("in haste is told once, and the rest of that minute is neither kept nor shown", async () => {
    const town = await HandoffTown.open();
    town.messagesPerMinute = 60;
    await town.restarts();
    await town.hasRequest();
    await town.passes(1);
    const camille = town.adviser("camille");
    await camille.writes("je prends");
    const before = (await town.messages()).length;
    const { room: address, thread, id: from } = camille;
    for (let at = 0; at < 500; at += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await town.heard({ from, address, text: `remarque ${at}`, ...(thread && { thread }) });
    }
    await town.ticks();
    expect((await town.messages()).length - before).toBeLessThanOrEqual(60);
    const told = town.team().filter(({ kind }) => kind === "notice");
    expect(told).toHaveLength(1);
    await town.passes(2);
    await camille.writes("une remarque après");
    expect((await town.messages()).at(-1)?.text).toBe("une remarque après");
  });

  it("in a room that looks like one between two is said in theirs, not in private", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.passes(1);
    const { room, thread = "", id: from } = town.adviser("camille");
    const alone = { from, address: { ...room, isDirect: true } };
    await town.hears({ ...alone, thread, text: "je prends" });
    expect((await town.request()).state.kind).toBe("claimed");
    await town.hears({ ...alone, text: "commencer le diagnostic" });
    expect(town.sent.every(({ to }) => to.room !== room.room || !to.isDirect)).toBe(true);
  });

  it("costs nothing to read where nobody answers anything", async () => {
    const disk = new Disk();
    const town = await HandoffTown.open({ store: disk.open });
    const { from, address } = { from: "bob", address: town.asker.address };
    const heard = { ...address, room: "!ailleurs", isDirect: false };
    const quiet = { from, address: heard, isForUs: false, text: "bonjour tout le monde" };
    await town.heard(quiet);
    disk.reads = [];
    await town.heard({ ...quiet, edits: "event-1" });
    await town.heard({ ...quiet, reacts: { sign: "👍", on: "event-1" } });
    await town.heard(quiet);
    const peoples = disk.reads.filter((name) => /request|standing|draft/.test(name));
    expect(peoples).toEqual([]);
  });
});
