import { beforeEach, describe, expect, it } from "vitest";
import { toldOf } from "../../src/delivery/campaigns.ts";
import { put, remove } from "../../src/ports/store.ts";
import { TurnQueue } from "../../src/bot/turn-queue.ts";
import { announcement, DeliveryRig, documents, monday, reply } from "./delivery-rig.ts";

let rig: DeliveryRig;
beforeEach(() => {
  rig = new DeliveryRig();
});

const down = () => Promise.reject(new Error("the platform is down"));
const stuck = () => new Promise<never>(() => undefined);

describe("an announcement", () => {
  it("has one number for all its rooms, counted on after a restart", async () => {
    const rooms = ["a", "b", "c"].map((room) => announcement(room));
    expect(await rig.delivery.announce(rooms)).toMatchObject([{ number: 1, targets: 3 }]);
    const other = [announcement("a", { kind: "new" }), announcement("a", { workshop: "w2" })];
    expect(await rig.delivery.announce(other)).toMatchObject([{ number: 2 }, { number: 3 }]);
    await rig.open().announce([announcement("a", { workshop: "w3" })]);
    expect(await rig.proof(4)).toMatchObject({ rooms: 1, waiting: 1, confirmed: 0 });
  });

  it("announced again changes nothing, however it comes again", async () => {
    const one = announcement("a");
    await Promise.all([rig.delivery.announce([one, one]), rig.delivery.announce([one])]);
    await rig.tick();
    expect(await rig.delivery.announce([one])).toEqual([]);
    expect(await rig.open().announce([one])).toEqual([]);
    expect(await rig.delivery.known([one.key, "other"])).toEqual(new Set([one.key]));
    await rig.tick();
    expect(rig.rooms).toEqual(["a"]);
    expect(await rig.proof()).toMatchObject({ rooms: 1, confirmed: 1, doubled: 0 });
  });

  it("is written with what caused it, or neither is", async () => {
    const cause = [put(documents.handledEvents, "cause", { at: monday })];
    const write = rig.store.write.bind(rig.store);
    rig.store.write = () => Promise.reject(new Error("ENOSPC"));
    await expect(rig.delivery.announce([announcement("a")], cause)).rejects.toThrow("ENOSPC");
    rig.store.write = write;
    expect((await rig.delivery.known([announcement("a").key])).size).toBe(0);
    expect(await rig.delivery.announce([announcement("a")], cause)).toMatchObject([{ number: 1 }]);
    expect(await rig.store.get(documents.handledEvents, "cause")).toBeDefined();
  });

  it("takes the place of those it tells, known or not, but for what is on its way", async () => {
    const [fresh, waiting] = [announcement("a", { kind: "new" }), announcement("a")];
    await rig.delivery.announce([waiting]);
    const both = announcement("a", { kind: "several" }, { covers: [fresh.key, waiting.key] });
    await rig.delivery.announce([both]);
    expect(await rig.delivery.announce([fresh, waiting])).toEqual([]);
    await rig.tick();
    expect(rig.platform.sent).toHaveLength(1);
    const told = { rooms: 1, skipped: { "told-in-another": 1 } };
    expect([await rig.proof(1), await rig.proof(2)]).toMatchObject([
      { ...told, confirmed: 0 },
      { ...told, confirmed: 1 },
    ]);
  });

  it("goes out at its hour, and not once it is useless", async () => {
    const notBefore = new Date("2027-03-08T10:00:00Z");
    const usefulUntil = new Date("2027-03-08T09:30:00Z");
    await rig.delivery.announce([
      announcement("a", {}, { notBefore }),
      announcement("b", {}, { notBefore: new Date("2027-03-08T09:20:00Z"), usefulUntil }),
    ]);
    await rig.tick();
    expect(rig.rooms).toEqual([]);
    await rig.tick(60);
    expect(rig.rooms).toEqual(["a"]);
    expect(await rig.proof()).toMatchObject({ confirmed: 1, skipped: { "too-late": 1 } });
    expect(await rig.outbox()).toEqual([]);
  });

  it("is known to be on its way before its platform hears of it", async () => {
    await rig.delivery.announce([announcement("a")]);
    rig.platform.answer = async ({ key }) => {
      const row = await rig.store.get(documents.outbox, key);
      const entry = await rig.store.get(documents.ledger, key);
      expect(row?.state).toEqual({ kind: "sending", since: monday, attempts: 1 });
      expect(entry?.state).toEqual({ kind: "sending", attempts: 1 });
      return "id";
    };
    await rig.tick();
    expect((await rig.proof()).messages).toMatchObject([{ to: { room: "a" }, ids: ["id"] }]);
  });

  it("that fails is tried after 1, 5, 15 and 60 minutes while it is useful, then given up", async () => {
    const usefulUntil = new Date("2027-03-08T11:30:00Z");
    await rig.delivery.announce([announcement("a", {}, { usefulUntil })]);
    rig.platform.answer = down;
    const tries: number[] = [];
    for (let minute = 0; minute <= 240; minute += 1) {
      const before = rig.platform.sent.length;
      await rig.tick(minute === 0 ? 0 : 1);
      if (rig.platform.sent.length > before) tries.push(minute);
    }
    expect(tries).toEqual([0, 1, 6, 21, 81, 141]);
    expect(new Set(rig.platform.sent.map(({ key }) => key)).size).toBe(1);
    expect(await rig.proof()).toMatchObject({ failed: 1, waiting: 0 });
    expect(await rig.outbox()).toEqual([]);
  });
});

describe("an announcement whose sender crashed", () => {
  const crashed = async (kind = "day-before") => {
    await rig.delivery.announce([announcement("a", { kind })]);
    rig.platform.answer = stuck;
    void rig.tick();
    await expect.poll(() => rig.rooms).toEqual(["a"]);
    rig.platform.answer = () => Promise.resolve("id");
    rig.open();
  };

  it("is left alone for a minute, then sent under the same key", async () => {
    await crashed();
    await rig.tick();
    expect(rig.rooms).toEqual(["a"]);
    await rig.tick(1);
    expect(rig.rooms).toEqual(["a", "a"]);
    expect(rig.platform.sent[1]?.key).toBe(rig.platform.sent[0]?.key);
    expect(await rig.proof()).toMatchObject({ confirmed: 1, doubled: 0 });
  });

  it("is not repeated once it is useless: the reason is kept", async () => {
    await crashed();
    await rig.tick(2 * 24 * 60);
    expect(rig.rooms).toEqual(["a"]);
    expect((await rig.proof()).skipped).toEqual({ "outcome-unknown": 1 });
  });

  it("is repeated even then when it tells a cancellation", async () => {
    await crashed("cancellation");
    await rig.tick(2 * 24 * 60);
    expect(rig.rooms).toEqual(["a", "a"]);
    expect(await rig.proof()).toMatchObject({ confirmed: 1 });
  });

  it("is sent again when only the end could not be written", async () => {
    await rig.delivery.announce([announcement("a")]);
    const write = rig.store.write.bind(rig.store);
    rig.platform.answer = async () => {
      rig.store.write = () => Promise.reject(new Error("ENOSPC"));
      return "first";
    };
    await rig.tick();
    rig.store.write = write;
    rig.platform.answer = () => Promise.resolve("second");
    await rig.tick(1);
    // The platform has shown two messages: the proof says so.
    expect(await rig.proof()).toMatchObject({ confirmed: 1, doubled: 1 });
  });
});

describe("before it goes out, an announcement", () => {
  it("is looked at again, and skipped with its reason", async () => {
    await rig.delivery.announce([announcement("a"), announcement("b")]);
    rig.recheck = async ({ reply: { to } }) =>
      to.room === "a" ? { kind: "skip", reason: "cancelled" } : { kind: "send" };
    await rig.tick();
    expect(rig.rooms).toEqual(["b"]);
    expect(await rig.proof()).toMatchObject({ confirmed: 1, skipped: { cancelled: 1 } });
  });

  it("takes the words of that moment, and keeps them however often it is tried", async () => {
    await rig.delivery.announce([announcement("a")]);
    rig.platform.answer = down;
    rig.recheck = async () => ({
      kind: "send",
      reply: { ...reply("other", "elsewhere"), text: rig.clock.now().toISOString() },
    });
    await rig.tick(3);
    await rig.tick(1);
    expect(rig.rooms).toEqual(["a", "a"]);
    expect(rig.texts).toEqual(Array(2).fill("2027-03-08T09:03:00.000Z"));
  });

  it("waits while it cannot be looked at", async () => {
    await rig.delivery.announce([announcement("a")]);
    rig.recheck = down;
    await rig.tick();
    expect(rig.rooms).toEqual([]);
    rig.recheck = async () => ({ kind: "send", reply: reply("Vu", "a") });
    await rig.tick(1);
    expect(rig.texts).toEqual(["Vu"]);
  });
});

it("knows which rooms were told of a workshop, as it was when it went out", async () => {
  await rig.delivery.announce(["a", "b"].map((room) => announcement(room)));
  rig.recheck = async ({ reply: { to } }) =>
    to.room === "a" ? { kind: "send", workshops: ["w1", "w2"] } : { kind: "skip", reason: "over" };
  await rig.tick();
  const rooms = async (workshop: string) =>
    (await toldOf(workshop, rig.store, documents)).map(({ to }) => to.room);
  expect([await rooms("w1"), await rooms("w2"), await rooms("w3")]).toEqual([["a"], ["a"], []]);
});

describe("a person", () => {
  const owner = '["here","amina"]';

  it("who has everything erased while a message is sent is written down nowhere again", async () => {
    const queue = new TurnQueue();
    rig.queue = queue;
    rig.open();
    const to = { platform: "here", room: "@amina", isDirect: true, person: "amina" };
    const one = announcement("@amina");
    await rig.delivery.announce([{ ...one, reply: { ...one.reply, to } }]);
    expect((await rig.outbox())[0]?.owner).toBe(owner);
    for (const answer of [async () => "id", down]) {
      rig.platform.answer = async ({ key }) => {
        await queue.run(owner, () =>
          rig.store.write([remove(documents.outbox, key), remove(documents.ledger, key)]),
        );
        return answer();
      };
      await rig.tick();
      expect(await rig.outbox()).toEqual([]);
      expect(await rig.store.list(documents.ledger)).toEqual([]);
      const next = announcement("@amina", { workshop: "w2" });
      await rig.delivery.announce([{ ...next, reply: { ...next.reply, to } }]);
    }
  });
});
