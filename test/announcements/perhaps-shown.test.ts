import { describe, expect, it } from "vitest";
import { SendingRig } from "./sending-rig.ts";

const moved = {
  status: "moved",
  localStart: "2027-03-26T18:00",
  localEnd: "2027-03-26T20:00",
} as const;

describe("a room that may have read an announcement whose answer was lost", () => {
  for (const kinds of [["new"], ["new", "change"]] as const) {
    it(`is told that the workshop is cancelled, subscribed to ${kinds.join(" and ")}`, async () => {
      const rig = await SendingRig.start(kinds);
      rig.publish("w1");
      rig.lostUntil = new Date("2027-03-10T10:05:00Z");
      await rig.until("2027-03-10T09:20:00Z");
      rig.change("w1", { status: "cancelled" });
      await rig.until("2027-03-10T13:00:00Z");
      expect(rig.heads).toEqual(["**Annulé"]);
    });

    it(`is told that it moved after the old words, subscribed to ${kinds.join(" and ")}`, async () => {
      const rig = await SendingRig.start(kinds);
      rig.publish("w1");
      rig.lostUntil = new Date("2027-03-10T10:05:00Z");
      await rig.until("2027-03-10T09:20:00Z");
      rig.change("w1", moved);
      await rig.until("2027-03-10T13:00:00Z");
      expect(rig.heads).toEqual(["**Nouvel atelier", "**Changement", "-> **Nouvel atelier"]);
    });
  }

  it("reads a digest sent again with the words it had before the cancellation of one of its workshops", async () => {
    const rig = await SendingRig.start(["digest"], "2027-03-15T06:00:00Z");
    rig.publish("w1");
    rig.publish("w2");
    // The first four tries: by then, what comes after the digest need not wait for it.
    rig.lostUntil = new Date("2027-03-15T09:30:00Z");
    await rig.until("2027-03-15T08:45:00Z");
    rig.change("w1", { status: "cancelled" });
    await rig.until("2027-03-15T13:00:00Z");
    expect(rig.heads.at(-1)).toBe("**Annulé");
    expect(rig.named).toEqual([["Atelier w1", "Atelier w2"], ["Atelier w1"]]);
  });
});

describe("a message tried again after the beginning of the night", () => {
  it("waits for the morning, late or not", async () => {
    const rig = await SendingRig.start(["new"], "2027-03-10T19:00:00Z");
    await rig.until("2027-03-10T19:44:00Z");
    rig.publish("w1");
    // Planned at 20:54 by the clocks of Paris, tried for the third time at 21:00.
    rig.lostUntil = new Date("2027-03-10T19:58:00Z");
    await rig.until("2027-03-11T08:00:00Z");
    expect(rig.sent.map(({ at }) => at)).toEqual(["2027-03-11T07:00"]);
  });
});
