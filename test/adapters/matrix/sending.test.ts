import { describe, expect, it, vi } from "vitest";
import { matrixDocuments } from "../../../src/adapters/matrix/matrix-documents.ts";
import { put } from "../../../src/ports/store.ts";
import { isDeletion } from "../../../src/model/incoming-message.ts";
import { serverError, tooMany } from "../../support/fake-matrix/fake-faults.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { MatrixRig, replyTo } from "../../support/matrix-rig.ts";
import {
  FakeMachine,
  message,
  roomEncryption,
  sendingPath as sending,
  sentTo,
} from "../../support/matrix-sending.ts";

describe("sending to Matrix", () => {
  it("shows a message once when the answer to it is lost", async () => {
    const rig = await MatrixRig.start();
    const room = rig.directRoom(rig.homeserver.register("amina"));
    rig.homeserver.fail({ path: sending, fault: { kind: "cut-after" } });
    await rig.platform.send(message(room, "un"));
    await rig.platform.send(message(room, "deux"));
    expect(await rig.heard(room, 2)).toEqual(["un", "deux"]);
  });

  it("waits for an announcement to be shown, and tells its event, however often it is sent", async () => {
    const rig = await MatrixRig.start();
    const room = rig.directRoom(rig.homeserver.register("amina"));
    rig.homeserver.fail({ path: sending, fault: { kind: "cut-after" } });
    const one = message(room, "Annonce", { kind: "announcement" });
    const ids = [await rig.platform.send(one), await rig.platform.send(one)];
    const shown = sentTo(rig, room).map(({ event_id: id }) => id);
    expect(shown).toHaveLength(1);
    expect(ids).toEqual([...shown, ...shown]);
  });

  it("says at once that an announcement waits for the server, and never shows it too late", async () => {
    const clock = new FixedClock("2027-03-09T17:00:00.000Z");
    const rig = await MatrixRig.start({ clock });
    const room = rig.directRoom(rig.homeserver.register("amina"));
    rig.homeserver.fail({ path: sending, times: 3, fault: serverError() });
    const usefulUntil = "2027-03-09T17:50:00.000Z";
    const reminder = message(room, "Dans une heure", { kind: "announcement", usefulUntil });
    await expect(rig.platform.send(reminder)).rejects.toThrow("500");
    clock.moveByMs(3_600_000);
    await rig.platform.send(message(room, "plus tard"));
    expect(await rig.heard(room, 1, 15_000)).toEqual(["plus tard"]);
  });

  it("keeps twenty messages in order when the server has no time for some, and holds no other room up", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const [slow, other] = [rig.directRoom(amina), rig.directRoom(amina)];
    const path = new RegExp(`${encodeURIComponent(slow)}${sending.source}`);
    let goOn: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (goOn = resolve));
    rig.homeserver.fail({ path, after: 7, times: 3, fault: tooMany(100) });
    rig.homeserver.fail({ path, after: 7, fault: { kind: "slow", until } });
    const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`);
    for (const text of texts) await rig.platform.send(message(slow, text));
    expect(await rig.heard(slow, 8)).toHaveLength(8);
    await rig.platform.send(message(other, "ailleurs"));
    expect(await rig.heard(other, 1)).toEqual(["ailleurs"]);
    expect(rig.answers(slow)).toHaveLength(8);
    goOn();
    expect(await rig.heard(slow, texts.length, 10_000)).toEqual(texts);
  });

  it("sends after a restart what it had made ready, as it was and under the same transaction", async () => {
    const rig = await MatrixRig.start();
    const room = rig.directRoom(rig.homeserver.register("amina"));
    await rig.stopBot();
    const at = rig.now().toISOString();
    const content = { msgtype: "m.text", body: "as it was made ready" };
    const sealed = { type: "m.room.message", content };
    const [one, two] = [message(room, "un"), message(room, "deux")];
    await rig.store.write([
      put(matrixDocuments.sendings, one.key, { reply: one, done: [], sealed, sealedAt: at, at }),
      // Shown whole; only that this was so was not written down.
      put(matrixDocuments.sendings, two.key, { reply: two, done: ["$x"], at }),
    ]);
    await rig.startBot();
    await rig.platform.send(one);
    await rig.platform.send(two);
    await rig.platform.send(message(room, "trois"));
    expect(await rig.heard(room, 2)).toEqual(["as it was made ready", "trois"]);
    const [first] = rig.homeserver.requestsTo(sending);
    expect(first?.path).toMatch(new RegExp(`/send/m\\.room\\.message/${one.key}\\.0$`));
    expect(JSON.parse(first?.body ?? "")).toEqual(content);
    await vi.waitFor(async () => {
      expect(await rig.store.list(matrixDocuments.sendings)).toEqual([]);
    });
    const sent = await rig.store.list(matrixDocuments.sent);
    expect(sent.find(({ id }) => id === two.key)?.document.events).toEqual(["$x"]);
  });

  it("encrypts a message once, however often it has to be sent", async () => {
    const machine = new FakeMachine();
    const rig = await MatrixRig.start({ machine });
    const amina = rig.homeserver.register("amina");
    const room = rig.world.createRoom(amina.user, { members: [rig.bot.user], encrypted: true });
    rig.homeserver.fail({ path: sending, times: 4, fault: { kind: "cut-after" } });
    await rig.platform.send(message(room, "secret"));
    await vi.waitFor(
      () => {
        expect(rig.homeserver.requestsTo(sending)).toHaveLength(5);
      },
      { timeout: 15_000 },
    );
    const tries = rig.homeserver.requestsTo(sending).map(({ path, body }) => path + body);
    expect(new Set(tries).size).toBe(1);
    expect(machine.encrypted).toHaveLength(1);
    expect(sentTo(rig, room)).toHaveLength(1);
  }, 20_000);

  it("gives up a message that is refused for good, and goes on with the next", async () => {
    const rig = await MatrixRig.start();
    const room = rig.directRoom(rig.homeserver.register("amina"));
    const body = { errcode: "M_FORBIDDEN", error: "no" };
    rig.homeserver.fail({ path: sending, fault: { kind: "refuse", status: 403, body } });
    await rig.platform.send(message(room, "un"));
    await rig.platform.send(message(room, "deux"));
    expect(await rig.heard(room, 1)).toEqual(["deux"]);
    expect(rig.log.lines.join("\n")).toContain("message-refused");
  });

  it("sends what a replaced room no longer takes to the one that took its place", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    await rig.platform.send(message(room, "ici"));
    expect(await rig.heard(room, 1)).toEqual(["ici"]);
    const next = rig.world.upgradeRoom(room, amina.user);
    rig.world.invite(next, amina.user, rig.bot.user);
    rig.world.say(next, amina.user, "bonjour");
    expect(await rig.heard(next, 1)).toEqual(["echo: bonjour"]);
    const levels = { users: { [amina.user]: 100 }, events_default: 50 };
    rig.world.add(room, amina.user, {
      type: "m.room.power_levels",
      content: levels,
      stateKey: "",
    });
    await rig.platform.send(message(room, "là"));
    expect(await rig.heard(next, 2)).toEqual(["echo: bonjour", "là"]);
  });

  it("sends nothing in clear while it does not know whether the room is encrypted", async () => {
    const machine = new FakeMachine();
    const rig = await MatrixRig.start({ machine });
    const amina = rig.homeserver.register("amina");
    const room = rig.world.createRoom(amina.user, { members: [rig.bot.user], encrypted: true });
    const path = /\/state\/m\.room\.encryption/;
    rig.homeserver.fail({ path, times: 8, fault: serverError() });
    await rig.platform.send(message(room, "secret"));
    await vi.waitFor(
      () => {
        expect(sentTo(rig, room)).toHaveLength(1);
      },
      { timeout: 20_000 },
    );
    expect(sentTo(rig, room)).toMatchObject([{ type: "m.room.encrypted" }]);
    expect(JSON.stringify(rig.homeserver.requests)).not.toContain("secret");
  }, 30_000);

  it("holds a room for encrypted whatever the server says later, and never sends what waited in clear", async () => {
    const machine = new FakeMachine();
    const rig = await MatrixRig.start({ machine });
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    const refused = rig.homeserver.requestsTo(sending).length;
    rig.homeserver.fail({ path: sending, times: 4, fault: serverError() });
    await rig.platform.send(message(room, "secret"));
    await vi.waitFor(() => {
      expect(rig.homeserver.requestsTo(sending).length).toBeGreaterThan(refused);
    });
    rig.world.add(room, amina.user, roomEncryption);
    await vi.waitFor(
      () => {
        expect(sentTo(rig, room)).toMatchObject([{ type: "m.room.encrypted" }]);
      },
      { timeout: 20_000 },
    );
    await rig.stopBot();
    // A server that forgets is not believed.
    const events = rig.world.events.filter(({ type }) => type !== "m.room.encryption");
    rig.world.events.splice(0, rig.world.events.length, ...events);
    await rig.startBot();
    await rig.platform.send(message(room, "encore"));
    await vi.waitFor(() => {
      expect(sentTo(rig, room).map(({ type }) => type)).toEqual([
        "m.room.encrypted",
        "m.room.encrypted",
      ]);
    });
  }, 30_000);

  it("sends nothing to an encrypted room when it has no encryption, and offers another room once", async () => {
    const rig = await MatrixRig.start({ settings: { encryption: "off" } });
    const amina = rig.homeserver.register("amina");
    const room = rig.world.createRoom(amina.user, { members: [rig.bot.user], encrypted: true });
    for (const ciphertext of ["a", "b"]) {
      rig.world.add(room, amina.user, {
        type: "m.room.encrypted",
        content: { algorithm: "m.megolm.v1.aes-sha2", ciphertext },
      });
    }
    await rig.platform.send(message(room, "secret"));
    await vi.waitFor(() => {
      expect(rig.world.roomsOf(amina.user, "invite")).toHaveLength(1);
    });
    const [offered = ""] = rig.world.roomsOf(amina.user, "invite");
    expect(await rig.heard(offered, 1)).toEqual(["encryption-off"]);
    expect(sentTo(rig, room)).toEqual([]);
  });

  it("answers only encrypted rooms when told so, and says it once", async () => {
    const rig = await MatrixRig.start({ settings: { encryption: "required" } });
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    rig.world.say(room, amina.user, "un");
    rig.world.say(room, amina.user, "deux");
    expect(await rig.heard(room, 1)).toEqual(["encryption-needed"]);
    expect(rig.received).toEqual([]);
  });

  it("answers nobody twice when the same turn sends the same key again", async () => {
    const rig = await MatrixRig.start({
      answer: (incoming) => {
        if (isDeletion(incoming)) return [];
        const reply = replyTo(incoming, "une fois", { key: "same" });
        return [reply, reply];
      },
    });
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    rig.world.say(room, amina.user, "un");
    rig.world.say(room, amina.user, "deux");
    await vi.waitFor(() => {
      expect(rig.received).toHaveLength(2);
    });
    await rig.platform.send(message(room, "fin"));
    expect(await rig.heard(room, 2)).toEqual(["une fois", "fin"]);
  });
});
