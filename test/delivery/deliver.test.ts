import { beforeEach, describe, expect, it } from "vitest";
import { remove } from "../../src/ports/store.ts";
import { DeliveryRig, documents, reply } from "./delivery-rig.ts";

let rig: DeliveryRig;
beforeEach(() => {
  rig = new DeliveryRig();
});

const owner = '["here","amina"]';

/** A turn that says one thing. */
async function says(key: string, room: string, from = "amina"): Promise<void> {
  const replies = [reply(key, room, from)];
  await rig.store.write(rig.delivery.rowsFor(owner, replies));
  await rig.delivery.sendAfterPending(replies);
  rig.delivery.release(replies);
}

describe("what is said in a conversation", () => {
  it("leaves nothing behind once it is sent", async () => {
    await says("k", "a");
    expect(rig.texts).toEqual(["k"]);
    expect(await rig.outbox()).toEqual([]);
    expect(await rig.store.list(documents.ledger)).toEqual([]);
  });

  it("goes out in order when the platform is back, at every tick until then", async () => {
    rig.platform.answer = () => Promise.reject(new Error("down"));
    await says("1", "a");
    await says("2", "a");
    await rig.tick();
    rig.platform.answer = async () => "id";
    rig.platform.sent.length = 0;
    rig.open();
    await says("3", "a");
    expect(rig.texts).toEqual(["1", "2", "3"]);
  });

  it("that fails for one person of a room is not waited for by another", async () => {
    rig.platform.answer = async ({ inReplyTo }) => {
      if (inReplyTo?.from === "amina") throw new Error("down");
      return "id";
    };
    await says("hers", "a", "amina");
    await says("his", "a", "bruno");
    expect((await rig.outbox()).map(({ reply: { key } }) => key)).toEqual(["hers"]);
  });

  it("is left to its turn by the tick", async () => {
    const replies = [reply("k", "a")];
    await rig.store.write(rig.delivery.rowsFor(owner, replies));
    await rig.tick();
    expect(rig.texts).toEqual([]);
    rig.delivery.release(replies);
    await rig.tick();
    expect(rig.texts).toEqual(["k"]);
  });

  it("is awaited while it is in the outbox, and no longer", async () => {
    rig.platform.answer = () => Promise.reject(new Error("down"));
    await says("k", "a");
    const room = { platform: "here", room: "a", isDirect: false };
    expect(await rig.delivery.awaits(room, "asked k")).toBe(true);
    expect(await rig.delivery.awaits(room, "asked other")).toBe(false);
    expect(await rig.delivery.awaits({ ...room, room: "b" }, "asked k")).toBe(false);
    await rig.store.write([remove(documents.outbox, "k")]);
    expect(await rig.delivery.awaits(room, "asked k")).toBe(false);
  });

  it("is not forgotten by a tick that comes before it is written", async () => {
    const changes = rig.delivery.leave(owner, [reply("k", "a")]);
    await rig.tick();
    await rig.store.write(changes);
    await rig.tick();
    expect(rig.texts).toEqual(["k"]);
  });

  it("that was erased meanwhile is not sent", async () => {
    await rig.store.write(rig.delivery.leave(owner, [reply("k", "a")]));
    await rig.store.write([remove(documents.outbox, "k")]);
    await rig.tick(2);
    expect(rig.texts).toEqual([]);
  });
});
