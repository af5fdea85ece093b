import { describe, expect, it } from "vitest";
import { SendingRig } from "./sending-rig.ts";

describe("a room gets at most one broadcast a day", () => {
  it("of two workshops published within a minute", async () => {
    const rig = await SendingRig.start(["new"]);
    rig.clock.moveByMs(5000);
    rig.publish("w1");
    rig.clock.moveByMs(30_000);
    rig.publish("w2");
    await rig.until("2027-03-11T12:00:00Z");
    expect(rig.named).toEqual([["Atelier w1", "Atelier w2"]]);
  });

  it("and each workshop once, of two published within a minute while others wait for the morning", async () => {
    const rig = await SendingRig.start(["new"]);
    rig.publish("w1");
    await rig.until("2027-03-10T09:20:00Z");
    rig.publish("w2");
    await rig.until("2027-03-10T10:00:00Z");
    rig.clock.moveByMs(5000);
    rig.publish("w3");
    rig.clock.moveByMs(30_000);
    rig.publish("w4");
    await rig.until("2027-03-11T12:00:00Z");
    expect(rig.named).toEqual([["Atelier w1"], ["Atelier w2", "Atelier w3", "Atelier w4"]]);
  });

  it("but for what would come too late the next morning, with which the others go at once", async () => {
    const rig = await SendingRig.start(["new"]);
    rig.publish("w1");
    await rig.until("2027-03-10T09:20:00Z");
    rig.clock.moveByMs(5000);
    rig.publish("w2", { localStart: "2027-03-10T19:00", localEnd: "2027-03-10T20:00" });
    rig.clock.moveByMs(5000);
    rig.publish("w3");
    await rig.until("2027-03-11T12:00:00Z");
    expect(rig.named).toEqual([["Atelier w1"], ["Atelier w2", "Atelier w3"]]);
  });
});
