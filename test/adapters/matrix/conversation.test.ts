import { describe, expect, it, vi } from "vitest";
import { isDeletion } from "../../../src/model/incoming-message.ts";
import { MatrixRig, replyTo } from "../../support/matrix-rig.ts";

describe("talking on Matrix", () => {
  it("answers a direct message, typing meanwhile and saying what it has read", async () => {
    const rig = await MatrixRig.start({
      answer: (incoming) => {
        if (isDeletion(incoming)) return [];
        void rig.platform.showTyping(incoming.address);
        return [replyTo(incoming, "bonjour")];
      },
    });
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    const question = rig.world.say(room, amina.user, "salut");
    expect(await rig.heard(room, 1)).toEqual(["bonjour"]);
    const answer = rig.world.eventsIn(room).findLast(({ sender }) => sender === rig.bot.user);
    expect(rig.received).toMatchObject([
      { id: question, from: amina.user, isForUs: true, address: { room, isDirect: true } },
    ]);
    await vi.waitFor(() => {
      expect(rig.homeserver.state.receipts).toEqual([
        { room, user: rig.bot.user, event: question },
      ]);
      expect(rig.homeserver.state.typing.map(({ typing }) => typing)).toEqual([true, false]);
    });
    expect(answer?.content).toMatchObject({ msgtype: "m.text", "m.mentions": {} });
  });

  it("takes what is said in a shared room as not for it, unless it is called", async () => {
    const rig = await MatrixRig.start();
    const [amina, driss] = [rig.homeserver.register("amina"), rig.homeserver.register("driss")];
    const room = rig.sharedRoom(amina, driss);
    rig.world.say(room, driss.user, "on mange où ?");
    rig.world.say(room, amina.user, "une question", {
      "m.mentions": { user_ids: [rig.bot.user] },
    });
    expect(await rig.heard(room, 1)).toEqual(["echo: une question"]);
    expect(rig.received).toMatchObject([{ isForUs: false }, { isForUs: true }]);
  });

  it("answers no history: neither of its first sync, nor of a room it comes to", async () => {
    const rig = await MatrixRig.prepare();
    const amina = rig.homeserver.register("amina");
    const old = rig.directRoom(amina);
    rig.world.say(old, amina.user, "avant");
    await rig.startBot();
    const room = rig.world.createRoom(amina.user);
    rig.world.say(room, amina.user, "entre nous");
    rig.world.invite(room, amina.user, rig.bot.user, true);
    rig.world.say(room, amina.user, "es-tu là ?");
    rig.world.say(old, amina.user, "après");
    expect(await rig.heard(room, 1)).toEqual(["echo: es-tu là ?"]);
    expect(await rig.heard(old, 1)).toEqual(["echo: après"]);
    expect(rig.received).toHaveLength(2);
  });

  it("goes on where it stopped, and hands a replayed event in under the same id", async () => {
    const rig = await MatrixRig.start();
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    rig.world.say(room, amina.user, "un");
    expect(await rig.heard(room, 1)).toEqual(["echo: un"]);
    await rig.stopBot();
    rig.world.say(room, amina.user, "deux");
    rig.homeserver.replay = 20;
    await rig.startBot();
    rig.world.say(room, amina.user, "trois");
    expect(await rig.heard(room, 3)).toEqual(["echo: un", "echo: deux", "echo: trois"]);
  });

  it("offers the numbers of choices as reactions, and takes one tapped by the asker", async () => {
    const rig = await MatrixRig.start({
      answer: (incoming) => {
        if (isDeletion(incoming)) return [];
        const choices = [
          { label: "Oui", value: "yes" },
          { label: "Non", value: "no" },
        ];
        if (incoming.pressed === undefined) return [replyTo(incoming, "On y va ?", { choices })];
        return [replyTo(incoming, `alors ${incoming.pressed}`)];
      },
    });
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    rig.world.say(room, amina.user, "salut");
    const reactions = () =>
      rig.world
        .eventsIn(room)
        .filter(({ type, sender }) => type === "m.reaction" && sender === rig.bot.user)
        .map(({ content }) => content["m.relates_to"]);
    await vi.waitFor(() => {
      expect(reactions()).toMatchObject([{ key: "1\uFE0F\u20E3" }, { key: "2\uFE0F\u20E3" }]);
    });
    rig.world.add(room, amina.user, {
      type: "m.reaction",
      content: { "m.relates_to": reactions()[1] },
    });
    await vi.waitFor(() => {
      expect(rig.answers(room)).toHaveLength(2);
    });
    expect(rig.answers(room)[1]).toBe("alors Non");
  });

  it("edits the reply that another takes the place of, and takes back what is left over", async () => {
    const rig = await MatrixRig.start({
      answer: (incoming) => {
        if (isDeletion(incoming)) return [];
        if (incoming.text === "un") {
          const attachments = [{ name: "a.txt", type: "text/plain", text: "a" }];
          return [replyTo(incoming, "premier", { key: "first", attachments })];
        }
        if (incoming.text === "deux")
          return [replyTo(incoming, "second", { key: "second", replaces: "first" })];
        return [replyTo(incoming, "", { key: "third", replaces: "second", isWithdrawal: true })];
      },
    });
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    const byBot = () => rig.world.eventsIn(room).filter(({ sender }) => sender === rig.bot.user);
    rig.world.say(room, amina.user, "un");
    await vi.waitFor(() => {
      expect(byBot().filter(({ type }) => type === "m.room.message")).toHaveLength(2);
    });
    const [first, file] = byBot()
      .filter(({ type }) => type === "m.room.message")
      .map(({ event_id: id }) => id);
    rig.world.say(room, amina.user, "deux");
    await vi.waitFor(() => {
      expect(byBot().at(-1)).toMatchObject({ type: "m.room.redaction", redacts: file });
    });
    expect(byBot().at(-2)?.content).toMatchObject({
      "m.relates_to": { rel_type: "m.replace", event_id: first },
      "m.new_content": { body: "second" },
    });
    rig.world.say(room, amina.user, "trois");
    await vi.waitFor(() => {
      expect(byBot().at(-1)).toMatchObject({ type: "m.room.redaction", redacts: first });
    });
  });

  it("sends a file, and reads a small text file as what its sender says", async () => {
    const rig = await MatrixRig.start({
      answer: (incoming) => {
        if (isDeletion(incoming)) return [];
        const attachments = [{ name: "mes-donnees.json", type: "application/json", text: "[1]" }];
        return [replyTo(incoming, `lu : ${incoming.text}`, { attachments })];
      },
    });
    const amina = rig.homeserver.register("amina");
    const room = rig.directRoom(amina);
    rig.homeserver.state.media.set("long", {
      bytes: Buffer.from("ma question"),
      type: "text/plain",
    });
    rig.world.say(room, amina.user, "message.txt", {
      msgtype: "m.file",
      url: `mxc://${rig.world.domain}/long`,
      info: { mimetype: "text/plain", size: 11 },
    });
    expect(await rig.heard(room, 2)).toEqual(["lu : ma question", "mes-donnees.json"]);
    const sent = rig.world.eventsIn(room).findLast(({ sender }) => sender === rig.bot.user);
    expect(sent?.content).toMatchObject({ msgtype: "m.file", filename: "mes-donnees.json" });
    const id = String(sent?.content["url"]).split("/").at(-1) ?? "";
    expect(rig.homeserver.state.media.get(id)?.bytes.toString()).toBe("[1]");
  });
});
