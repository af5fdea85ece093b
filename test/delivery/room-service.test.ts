import { beforeEach, describe, expect, it } from "vitest";
import { announcement, DeliveryRig, reply } from "./delivery-rig.ts";

let rig: DeliveryRig;
beforeEach(() => {
  rig = new DeliveryRig();
});

const down = () => Promise.reject(new Error("the platform is down"));

describe("a room", () => {
  it("gets what was said in it first, then its announcements in order", async () => {
    await rig.delivery.announce([announcement("a", { text: "1" })]);
    await rig.delivery.announce([announcement("a", { text: "2", workshop: "w2" })]);
    await rig.store.write(rig.delivery.leave("o", [reply("said", "a")]));
    rig.platform.answer = async ({ text }) => {
      if (text === "1") await rig.store.write(rig.delivery.leave("o", [reply("meanwhile", "a")]));
      return "id";
    };
    await rig.tick();
    expect(rig.texts).toEqual(["said", "1", "meanwhile", "2"]);
  });

  it("that fails holds up no other, and the next announcement there until the third try", async () => {
    await rig.delivery.announce([
      announcement("a", { text: "refused" }),
      announcement("a", { text: "next", workshop: "w2" }),
      announcement("b", { text: "other" }),
    ]);
    rig.platform.answer = async ({ text }) => {
      if (text === "refused") throw new Error("refused");
      return "id";
    };
    await rig.tick();
    expect(rig.texts.toSorted()).toEqual(["other", "refused"]);
    await rig.tick(1);
    await rig.tick(1);
    expect(rig.texts).not.toContain("next");
    await rig.tick(4);
    expect(rig.texts).toContain("next");
  });

  it("gets five announcements at a tick at most", async () => {
    const many = Array.from({ length: 7 }, (_, i) => announcement("a", { workshop: `w${i}` }));
    await rig.delivery.announce(many);
    await rig.tick();
    expect(rig.rooms).toHaveLength(5);
    await rig.tick();
    expect(rig.rooms).toHaveLength(7);
  });

  it("is served beside seven others at most", async () => {
    const rooms = Array.from({ length: 40 }, (_, i) => announcement(`room ${i}`));
    await rig.delivery.announce(rooms);
    let now = 0;
    let most = 0;
    rig.platform.answer = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return "id";
    };
    await rig.tick();
    expect(most).toBe(8);
    expect(rig.rooms).toHaveLength(40);
  });

  it("is served once when two ticks meet", async () => {
    await rig.delivery.announce([announcement("a")]);
    await Promise.all([rig.tick(), rig.tick()]);
    expect(rig.rooms).toEqual(["a"]);
  });

  it("of a platform that is not there waits, and is served after the clock was set back", async () => {
    await rig.delivery.announce([announcement("a")]);
    await rig.delivery.sendPending([]);
    rig.platform.answer = down;
    await rig.tick();
    rig.platform.answer = async () => "id";
    rig.clock.moveByMs(-2 * 3_600_000);
    await rig.tick();
    expect(await rig.proof()).toMatchObject({ confirmed: 1 });
  });
});
