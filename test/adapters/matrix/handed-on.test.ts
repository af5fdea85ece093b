import { describe, expect, it, vi } from "vitest";
import { matrixDocuments } from "../../../src/adapters/matrix/matrix-documents.ts";
import { directTo } from "../../../src/model/address.ts";
import { PlaceRefused } from "../../../src/model/errors.ts";
import { inTeam, inThread, offered } from "../../support/listening-matrix.ts";
import { MatrixRig } from "../../support/matrix-rig.ts";
import { FakeMachine, message, sentTo } from "../../support/matrix-sending.ts";

const dayMs = 24 * 3_600_000;

describe("the thread of a message", () => {
  it("is heard whole, and is where replies go, as answers to what they answer", async () => {
    const { rig, camille, room, root, heard, last, relay } = await offered();
    const said = rig.world.say(room, camille.user, "je regarde", inThread(root));
    await heard(1);
    expect(last()).toMatchObject({ id: said, isForUs: true, thread: root, text: "je regarde" });
    expect(last()?.repliesTo).toBeUndefined();
    const inReplyTo = { id: said, from: camille.user };
    const shown = await relay("bonjour", { thread: root, inReplyTo });
    const sent = sentTo(rig, room).find(({ event_id: id }) => id === shown);
    expect(sent?.content).toMatchObject({
      "m.relates_to": {
        rel_type: "m.thread",
        event_id: root,
        is_falling_back: false,
        "m.in_reply_to": { event_id: said },
      },
      "m.mentions": {},
    });
  });

  it("is heard for months, below what changed its first message too, after a restart and a purge", async () => {
    const { rig, clock, camille, room, root, heard, last, relay } = await offered();
    const first = message(room, "**A-127** · Données").key;
    expect(await relay("prise", { replaces: first })).toBe(root);
    clock.moveByMs(125 * dayMs);
    const { sent } = matrixDocuments;
    for (const { document } of await rig.store.list(sent)) {
      const until = Date.parse(sent.lastUsed(document)) + sent.keptDays * dayMs;
      expect(until).toBeGreaterThan(clock.now().getTime());
    }
    await rig.stopBot();
    await rig.startBot();
    const said = rig.world.say(room, camille.user, "bonjour", inThread(root));
    await heard(1);
    expect(last()).toMatchObject({ isForUs: true, thread: root });
    rig.world.say(room, camille.user, "* bonjour Amina", {
      "m.new_content": { msgtype: "m.text", body: "bonjour Amina" },
      "m.relates_to": { rel_type: "m.replace", event_id: said },
    });
    await heard(2);
    expect(last()).toMatchObject({ edits: said, text: "bonjour Amina", thread: root });
    expect(last()?.isForUs).toBe(true);
    rig.world.redact(room, camille.user, said);
    await heard(3);
    expect(rig.received.at(-1)).toMatchObject({ deletes: said });
  });

  it("has what was relayed there changed, and taken away, weeks later", async () => {
    const { rig, clock, room, root, relay } = await offered();
    const shown = await relay("envoyé", { thread: root });
    clock.moveByMs(60 * dayMs);
    const { key } = message(room, "envoyé");
    expect(await relay("corrigé", { thread: root, replaces: key })).toBe(shown);
    const edit = sentTo(rig, room).at(-1)?.content;
    expect(edit).toMatchObject({ "m.relates_to": { rel_type: "m.replace", event_id: shown } });
    const { key: corrected } = message(room, "corrigé");
    await relay("", { key: "withdrawn", replaces: corrected, isWithdrawal: true });
    const gone = rig.world.eventsIn(room).find(({ redacts }) => redacts === shown);
    expect(gone).toBeDefined();
  });
});

describe("a sign", () => {
  const reaction = (on: string, key: string) => ({
    type: "m.reaction",
    content: { "m.relates_to": { rel_type: "m.annotation", event_id: on, key } },
  });

  it("put between us, or on what we said in a thread of ours, is handed in, and so is its removal", async () => {
    const { rig, camille, bob, room, root, heard, last, relay } = await offered();
    const amina = rig.homeserver.register("amina");
    const direct = rig.directRoom(amina);
    const own = rig.world.say(direct, amina.user, "bonjour");
    await heard(1);
    const sign = rig.world.add(direct, amina.user, reaction(own, "👍"));
    await heard(2);
    expect(last()).toMatchObject({
      reacts: { sign: "👍", on: own },
      sign,
      isForUs: true,
      text: "",
    });
    rig.world.redact(direct, amina.user, sign);
    await heard(3);
    expect(rig.received.at(-1)).toMatchObject({ deletes: sign });
    const shown = (await relay("question", { thread: root })) ?? "";
    rig.world.add(room, camille.user, reaction(shown, "❤️"));
    await heard(4);
    expect(last()).toMatchObject({ reacts: { sign: "❤️", on: shown }, thread: root });
    rig.world.add(room, camille.user, reaction(rig.world.say(room, bob.user, "salut"), "👍"));
    await heard(5);
    expect(last()?.reacts).toBeUndefined();
  });

  it.each([false, true])(
    "of ours is put once, and taken away after a restart, where the room is encrypted: %s",
    async (encrypted) => {
      const machine = new FakeMachine();
      const rig = await MatrixRig.start(encrypted ? { machine } : {});
      const amina = rig.homeserver.register("amina");
      const room = rig.world.createRoom(amina.user, { members: [rig.bot.user], encrypted });
      const note = rig.world.say(room, amina.user, "!r bonjour");
      const to = { platform: "matrix", room, isDirect: false };
      const send = (key: string, isTakenAway = false) =>
        rig.platform.send({
          ...message(room, ""),
          to,
          key,
          reaction: { sign: "✅", on: note, isTakenAway },
        });
      const signs = () => sentTo(rig, room).filter(({ type }) => type === "m.reaction");
      expect(await send("put")).toBeUndefined();
      await send("put");
      await vi.waitFor(() => expect(signs()).toHaveLength(1));
      await send("put again");
      expect(signs()[0]?.content["m.relates_to"]).toEqual({
        rel_type: "m.annotation",
        event_id: note,
        key: "✅",
      });
      await rig.stopBot();
      await rig.startBot();
      await send("taken", true);
      await vi.waitFor(() => expect(signs()[0]?.content).toEqual({}));
      await send("put anew");
      await vi.waitFor(() => expect(signs()).toHaveLength(2));
      expect(sentTo(rig, room).filter(({ type }) => type.startsWith("m.room.m"))).toEqual(
        sentTo(rig, room).filter(({ content }) => content["body"] === "echo: !r bonjour"),
      );
    },
  );
});

describe("a person who is not there", () => {
  it("refuses what is for the room they left", async () => {
    const { rig } = await inTeam();
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    await rig.platform.send(message(room, "bonjour", { kind: "relay" }));
    expect(await rig.heard(room, 1)).toEqual(["bonjour"]);
    rig.world.setMember(room, amina.user, amina.user, "leave");
    await vi.waitFor(async () => {
      await expect(
        rig.platform.send(message(room, "perdu", { kind: "relay" })),
      ).rejects.toBeInstanceOf(PlaceRefused);
    });
    await expect(rig.platform.send(message(room, "et ceci"))).rejects.toBeInstanceOf(PlaceRefused);
    rig.world.setMember(room, amina.user, amina.user, "join");
    await vi.waitFor(async () => {
      await rig.platform.send(message(room, "perdu", { kind: "relay" }));
    });
    expect(await rig.heard(room, 2)).toEqual(["bonjour", "perdu"]);
  });

  it("refuses what is relayed to them once they did not want the room we made, without another invitation", async () => {
    const { rig } = await inTeam();
    const amina = rig.homeserver.register("amina");
    const to = directTo("matrix", amina.user);
    const room = () => rig.world.roomsOf(amina.user, "invite")[0];
    await rig.platform.send({ ...message("", "bonjour", { kind: "relay" }), to });
    const made = room() ?? "";
    rig.world.setMember(made, amina.user, amina.user, "leave");
    await vi.waitFor(async () => {
      const again = rig.platform.send({ ...message("", "encore", { kind: "relay" }), to });
      await expect(again).rejects.toBeInstanceOf(PlaceRefused);
    });
    expect(rig.homeserver.requestsTo(/\/createRoom$/)).toHaveLength(1);
  });

  it("refuses what is relayed to them where they cannot be invited", async () => {
    const { rig } = await inTeam();
    const amina = rig.homeserver.register("amina");
    const body = { errcode: "M_FORBIDDEN" };
    const fault = { kind: "refuse", status: 403, body } as const;
    rig.homeserver.fail({ path: /\/createRoom$/, times: 1, fault });
    const to = directTo("matrix", amina.user);
    const reply = { ...message("", "bonjour", { kind: "relay" }), to };
    await expect(rig.platform.send(reply)).rejects.toBeInstanceOf(PlaceRefused);
    const shown = await rig.platform.send(reply);
    expect(shown).toMatch(/^\$/);
  });
});
