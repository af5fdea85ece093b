import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { put, type Store } from "../../src/ports/store.ts";
import { announcement, DeliveryRig, documents, reply } from "./delivery-rig.ts";

/** Rooms; PASSERELLE_FULL_PROOFS=1 has more between. */
const SIZES =
  process.env["PASSERELLE_FULL_PROOFS"] === "1"
    ? [1000, 10_000, 25_000, 50_000, 100_000]
    : [1000, 10_000, 100_000];

setFlagsFromString("--expose-gc");
/** What is measured afterwards is held, not left over. */
function collectGarbage(): void {
  runInNewContext("gc()");
}

interface Work {
  gets: number;
  lists: number;
  writes: number;
  changes: number;
}

/** Counts what is asked of a store. */
function counting(store: Store): { readonly store: Store; readonly take: () => Work } {
  let work: Work = { gets: 0, lists: 0, writes: 0, changes: 0 };
  const counted: Store = {
    ...store,
    get: (type, id) => {
      work.gets += 1;
      return store.get(type, id);
    },
    list: (type, names) => {
      work.lists += 1;
      return store.list(type, names);
    },
    write: (changes) => {
      work.writes += 1;
      work.changes += changes.length;
      return store.write(changes);
    },
    scrub: () => store.scrub(),
    close: () => store.close(),
  };
  const take = () => {
    const taken = work;
    work = { gets: 0, lists: 0, writes: 0, changes: 0 };
    return taken;
  };
  return { store: counted, take };
}

async function measure(rooms: number) {
  const rig = new DeliveryRig();
  const { store, take } = counting(rig.store);
  rig.store = store;
  rig.open();
  const notBefore = new Date("2027-03-08T10:00:00Z");
  const startedAt = performance.now();
  await rig.delivery.announce(
    Array.from({ length: rooms }, (_, i) => announcement(`room ${i}`, {}, { notBefore })),
  );
  const announcing = take();
  await rig.tick();
  const idle = take();
  const said = [reply("k", "room 0")];
  await rig.store.write([
    put(documents.handledEvents, "e", { at: rig.clock.now().toISOString() }),
    ...rig.delivery.rowsFor("o", said),
  ]);
  await rig.delivery.sendAfterPending(said);
  rig.delivery.release(said);
  await rig.delivery.awaits({ platform: "here", room: "room 0", isDirect: false }, "asked k");
  const turn = take();
  rig.open();
  await rig.delivery.load();
  const restart = take();
  await rig.tick(61);
  const sending = take();
  const seconds = (performance.now() - startedAt) / 1000;
  collectGarbage();
  const { rss, heapUsed } = process.memoryUsage();
  const inMiB = (bytes: number) => Math.round(bytes / 1_048_576);
  const told = { rooms, rowsPerSecond: Math.round(rooms / seconds), rssMiB: inMiB(rss) };
  process.stdout.write(`${JSON.stringify({ ...told, heapMiB: inMiB(heapUsed) })}\n`);
  const confirmed = (await rig.proof()).confirmed;
  return { rooms, announcing, idle, turn, restart, sending, confirmed };
}

describe("the work of delivery", { timeout: 300_000 }, () => {
  let measured: Awaited<ReturnType<typeof measure>>[] = [];
  beforeAll(async () => {
    measured = [];
    // One at a time: each is measured alone.
    // oxlint-disable-next-line no-await-in-loop
    for (const rooms of SIZES) measured.push(await measure(rooms));
  }, 300_000);

  it("puts an announcement in the outbox in one write, whatever the rooms", () => {
    for (const { rooms, announcing } of measured) {
      expect(announcing).toMatchObject({ gets: 0, writes: 1, changes: 2 * rooms + 1 });
    }
  });

  it("asks nothing of the store at a tick where nothing is due", () => {
    for (const { idle } of measured)
      expect(idle).toEqual({ gets: 0, lists: 0, writes: 0, changes: 0 });
  });

  it("reads nothing of the outbox for a turn, however much waits there", () => {
    for (const { turn } of measured) {
      expect(turn).toEqual({ gets: 0, lists: 0, writes: 2, changes: 3 });
    }
  });

  it("reads each collection once at a start", () => {
    for (const { restart } of measured) expect(restart).toMatchObject({ gets: 0, lists: 3 });
  });

  it("asks the same of the store for each message, up to 100,000", () => {
    for (const { rooms, sending, confirmed } of measured) {
      expect(confirmed).toBe(rooms);
      expect(sending).toEqual({ gets: 3 * rooms, lists: 0, writes: 2 * rooms, changes: 4 * rooms });
    }
  });
});
