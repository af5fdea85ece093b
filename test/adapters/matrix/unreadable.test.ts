import { describe, expect, it, vi } from "vitest";
import { matrixDocuments } from "../../../src/adapters/matrix/matrix-documents.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { holdStep } from "../../support/held-step.ts";
import { encryptedRoom, LateMachine, sayEncrypted } from "../../support/late-machine.ts";
import { MatrixRig } from "../../support/matrix-rig.ts";

describe("an encrypted message whose key is missing", () => {
  it("is answered when its key comes, even after a restart", async () => {
    const { rig, machine } = await prepared();
    const room = encryptedRoom(rig, "amina");
    sayEncrypted(rig, room, { body: "une question" });
    await vi.waitFor(() => {
      expect(machine.tries).toBeGreaterThan(0);
    });
    await rig.stopBot();
    await rig.startBot();
    expect(rig.received).toEqual([]);
    machine.hasKeys = true;
    await machine.tellKeys(room);
    await vi.waitFor(() => {
      expect(rig.received).toMatchObject([{ text: "une question" }]);
    });
    await rig.platform.stop();
    expect(machine.told).toEqual(["echo: une question"]);
  });

  it("is spoken of once a day after five minutes, kindly", async () => {
    const { rig, machine, clock } = await prepared();
    const room = encryptedRoom(rig, "amina");
    sayEncrypted(rig, room, { body: "un" });
    sayEncrypted(rig, room, { body: "deux" });
    await waiting(rig, 2);
    await machine.tellKeys(room);
    expect(machine.told).toEqual([]);
    clock.moveByMs(6 * 60_000);
    await machine.tellKeys(room);
    await vi.waitFor(() => {
      expect(machine.told).toEqual(["unreadable"]);
    });
    clock.moveByMs(24 * 3_600_000);
    sayEncrypted(rig, room, { body: "trois" });
    await vi.waitFor(async () => {
      clock.moveByMs(6 * 60_000);
      await machine.tellKeys(room);
      expect(machine.told).toEqual(["unreadable", "unreadable"]);
    });
    expect(rig.received).toEqual([]);
  });

  it("is read no more once it was taken away", async () => {
    const { rig, machine } = await prepared();
    const room = encryptedRoom(rig, "amina");
    const kept = sayEncrypted(rig, room, { body: "un" });
    const gone = sayEncrypted(rig, room, { body: "deux" });
    await waiting(rig, 2);
    rig.world.redact(room, "@amina:fake.test", gone);
    await waiting(rig, 1);
    machine.hasKeys = true;
    await machine.tellKeys(room);
    await vi.waitFor(() => {
      expect(rig.received).toMatchObject([{ deletes: gone }, { id: kept }]);
    });
  });

  it("waits for the next run when this one ends in the middle of reading it", async () => {
    const { rig, machine } = await prepared();
    const room = encryptedRoom(rig, "amina");
    sayEncrypted(rig, room, { body: "un" });
    sayEncrypted(rig, room, { body: "deux" });
    await waiting(rig, 2);
    const { tries } = machine;
    const step = holdStep();
    machine.held = step.pass();
    await machine.tellKeys(room);
    await vi.waitFor(() => {
      expect(machine.tries).toBe(tries + 1);
    });
    const stopped = rig.stopBot();
    step.release();
    await stopped;
    machine.isClosed = true;
    await machine.tellKeys(room);
    expect(machine.tries).toBe(tries + 1);
    await waiting(rig, 2);
    expect(machine.told).toEqual([]);
  });

  it("is not lost when reading it goes wrong", async () => {
    const { rig, machine } = await prepared();
    machine.isClosed = true;
    const room = encryptedRoom(rig, "amina");
    sayEncrypted(rig, room, { body: "un" });
    await waiting(rig, 1);
    expect(machine.told).toEqual([]);
  });

  it("is one like others when it was dated beyond all years", async () => {
    const { rig, machine } = await prepared();
    const room = encryptedRoom(rig, "amina");
    sayEncrypted(rig, room, { body: "un", at: new Date(253_402_300_800_000) });
    await waiting(rig, 1);
    await rig.stopBot();
    await rig.startBot();
    machine.hasKeys = true;
    await machine.tellKeys(room);
    await vi.waitFor(() => {
      expect(rig.received).toMatchObject([{ text: "un" }]);
    });
  });
});

describe("what comes encrypted", () => {
  it("takes nobody's message away", async () => {
    const { rig, machine } = await prepared();
    machine.hasKeys = true;
    machine.innerOf = (body) =>
      body === "forged"
        ? { type: "m.room.redaction", redacts: "$hers", content: { redacts: "$hers" } }
        : { type: "m.room.message", content: { msgtype: "m.text", body } };
    const room = encryptedRoom(rig, "amina", "mallory");
    sayEncrypted(rig, room, { name: "mallory", body: "forged" });
    sayEncrypted(rig, room, { body: "après" });
    await vi.waitFor(() => {
      expect(rig.received).toMatchObject([{ text: "après" }]);
    });
  });

  it("and will never be read is told to people, not to bots nor of what is gone", async () => {
    const { rig, machine, clock } = await prepared({ bots: ["@bridge:fake.test"] });
    const room = encryptedRoom(rig, "amina", "bridge");
    await rig.stopBot();
    rig.world.add(room, "@amina:fake.test", { type: "m.room.encrypted", content: {} });
    sayEncrypted(rig, room, { name: "bridge", body: "deux" });
    await rig.startBot();
    await waiting(rig, 1);
    clock.moveByMs(6 * 60_000);
    await machine.tellKeys(room);
    await waiting(rig, 0);
    sayEncrypted(rig, room, { body: "trois" });
    await waiting(rig, 1);
    expect(machine.told).toEqual([]);
    clock.moveByMs(6 * 60_000);
    await machine.tellKeys(room);
    await vi.waitFor(() => {
      expect(machine.told).toEqual(["unreadable"]);
    });
  });
});

async function prepared(settings: { bots?: readonly string[] } = {}) {
  const clock = new FixedClock("2026-11-23T09:00:00Z");
  const machine = new LateMachine();
  const rig = await MatrixRig.start({ machine: machine.asMachine(), clock, settings });
  return { rig, machine, clock };
}

/** Resolves once so many events wait to be read. */
async function waiting(rig: MatrixRig, events: number): Promise<void> {
  await vi.waitFor(async () => {
    expect(await rig.store.list(matrixDocuments.unread)).toHaveLength(events);
  });
}
