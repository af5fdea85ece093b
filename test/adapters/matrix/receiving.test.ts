import { describe, expect, it, vi } from "vitest";
import { matrixDocuments } from "../../../src/adapters/matrix/matrix-documents.ts";
import { StoreError } from "../../../src/model/errors.ts";
import { serverError } from "../../support/fake-matrix/fake-faults.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { MatrixRig } from "../../support/matrix-rig.ts";

const file = {
  msgtype: "m.file",
  url: "mxc://slow.test/long",
  info: { mimetype: "text/plain", size: 11 },
};

describe("what holds up one room", () => {
  it("holds up neither the others nor the end: a room the server never tells about", async () => {
    const { rig, bad, good } = await twoRooms();
    rig.homeserver.fail({ path: membersOf(bad), times: Infinity, fault: { kind: "silence" } });
    rig.world.say(bad, "@amina:fake.test", "une question");
    rig.world.say(good, "@claire:fake.test", "un");
    expect(await rig.heard(good, 1)).toEqual(["echo: un"]);
    // It is asked for again meanwhile, and something of it changes.
    rig.world.add(bad, "@amina:fake.test", {
      type: "m.room.power_levels",
      stateKey: "",
      content: {},
    });
    rig.world.say(good, "@claire:fake.test", "deux");
    expect(await rig.heard(good, 2)).toEqual(["echo: un", "echo: deux"]);
    await rig.stopBot();
    expect(await rig.store.list(matrixDocuments.unread)).toHaveLength(1);
  }, 15_000);

  it("is asked for less and less often, and heard in order in the end", async () => {
    const clock = new FixedClock("2026-11-23T09:00:00Z");
    const { rig, bad, good } = await twoRooms(clock);
    rig.homeserver.fail({ path: membersOf(bad), times: 6, fault: serverError() });
    const tries = () => rig.homeserver.requestsTo(membersOf(bad)).length;
    rig.world.say(bad, "@amina:fake.test", "un");
    rig.world.say(bad, "@amina:fake.test", "deux");
    await vi.waitFor(() => {
      expect(tries()).toBe(6);
    }, 5000);
    rig.world.say(good, "@claire:fake.test", "un");
    await rig.heard(good, 1);
    expect(tries()).toBe(6);
    clock.moveByMs(1000);
    rig.world.say(good, "@claire:fake.test", "deux");
    expect(await rig.heard(bad, 2)).toEqual(["echo: un", "echo: deux"]);
  });

  it("holds up no other: a file that never comes", async () => {
    const { rig, bad, good } = await twoRooms();
    rig.homeserver.fail({ path: /download/, times: Infinity, fault: { kind: "silence" } });
    rig.world.say(bad, "@amina:fake.test", "message.txt", file);
    await vi.waitFor(() => {
      expect(rig.homeserver.requestsTo(/download/)).toHaveLength(1);
    });
    rig.world.say(good, "@claire:fake.test", "un");
    expect(await rig.heard(good, 1)).toEqual(["echo: un"]);
    await rig.homeserver.goAway();
  });
});

describe("a text file that does not come", () => {
  it("is asked for again, and what is said after it waits for it", async () => {
    const { rig, bad } = await twoRooms();
    const bytes = Buffer.from("ma question");
    rig.homeserver.state.media.set("long", { bytes, type: "text/plain" });
    rig.homeserver.fail({ path: /download/, fault: serverError(502) });
    rig.world.say(bad, "@amina:fake.test", "message.txt", file);
    rig.world.say(bad, "@amina:fake.test", "alors ?");
    expect(await rig.heard(bad, 2)).toEqual(["echo: ma question", "echo: alors ?"]);
  });

  it("is given up after a minute, kindly", async () => {
    const clock = new FixedClock("2026-11-23T09:00:00Z");
    const { rig, bad, good } = await twoRooms(clock);
    rig.homeserver.fail({ path: /download/, times: Infinity, fault: serverError(502) });
    rig.world.say(bad, "@amina:fake.test", "message.txt", file);
    await vi.waitFor(() => {
      expect(rig.homeserver.requestsTo(/download/)).toHaveLength(1);
    });
    clock.moveByMs(60_000);
    rig.world.say(good, "@claire:fake.test", "un");
    expect(await rig.heard(bad, 1)).toEqual(["file-unreadable"]);
  });
});

describe("coming to a room", () => {
  it("answers no history, also after a crash before its place was kept", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const room = rig.world.createRoom(amina.user);
    rig.world.say(room, amina.user, "entre nous");
    const { ended } = rig.platform;
    const write = rig.store.write.bind(rig.store);
    vi.spyOn(rig.store, "write").mockImplementation(async (changes) => {
      const kept = await rig.store.get(matrixDocuments.rooms, room);
      const isPlace = changes.some(({ collection }) => collection === "matrix-place");
      if (isPlace && kept && !kept.joining) throw new StoreError("the disk is full");
      return write(changes);
    });
    rig.world.invite(room, amina.user, rig.bot.user, true);
    await expect(ended).rejects.toThrow("the disk is full");
    vi.restoreAllMocks();
    await rig.stopBot();
    await rig.startBot();
    rig.world.say(room, amina.user, "es-tu là ?");
    expect(await rig.heard(room, 1)).toEqual(["echo: es-tu là ?"]);
    expect(rig.received).toMatchObject([{ text: "es-tu là ?" }]);
  });

  it("follows a replaced room that invites us at the same time, whoever invites", async () => {
    const settings = { invitations: { from: ["@other:fake.test"] } };
    const rig = await MatrixRig.start({ settings });
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    rig.world.say(room, amina.user, "ici");
    await rig.heard(room, 1);
    await rig.stopBot();
    const next = rig.world.upgradeRoom(room, amina.user);
    rig.world.invite(next, amina.user, rig.bot.user);
    await rig.startBot();
    rig.world.say(next, amina.user, "là");
    expect(await rig.heard(next, 1)).toEqual(["echo: là"]);
  });
});

describe("being ready", () => {
  it("is said once the server has answered", async () => {
    const rig = await MatrixRig.start();
    await rig.stopBot();
    const ready = () => rig.log.lines.filter((line) => line.includes('"ready"')).length;
    rig.homeserver.fail({ path: /\/sync$/, times: Infinity, fault: serverError() });
    await expect(rig.startBot()).rejects.toThrow("not ready");
    expect(ready()).toBe(1);
    rig.homeserver.faults.clear();
    await vi.waitFor(() => {
      expect(ready()).toBe(2);
    }, 5000);
  });
});

async function twoRooms(clock = { now: () => new Date() }) {
  const rig = await MatrixRig.start({ clock });
  const bad = rig.directRoom(rig.homeserver.register("amina"));
  const good = rig.directRoom(rig.homeserver.register("claire"));
  return { rig, bad, good };
}

function membersOf(room: string): RegExp {
  return new RegExp(`${encodeURIComponent(room)}/members`);
}
