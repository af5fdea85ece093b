import { describe, expect, it, vi } from "vitest";
import { isDeletion } from "../../../../src/model/incoming-message.ts";
import { MatrixRig, replyTo } from "../../../support/matrix-rig.ts";
import { message, sendingPath, sentTo } from "../../../support/matrix-sending.ts";

const choices = ["Oui", "Non"].map((label) => ({ label, value: label }));

describe("a corrected answer", () => {
  it("stays in the thread of the first, and so does what it leads to", async () => {
    const rig = await MatrixRig.start({
      answer: (incoming) => {
        if (isDeletion(incoming) || !incoming.isForUs) return [];
        if (incoming.pressed !== undefined) return [replyTo(incoming, "pressed")];
        if (incoming.edits === undefined)
          return [replyTo(incoming, "first", { key: "first", choices })];
        const attachments = [{ name: "a", type: "text/plain", text: "a" }];
        const more = { key: "second", replaces: "first", choices, attachments, thread: undefined };
        return [replyTo(incoming, "second", more)];
      },
    });
    const [amina, driss] = [rig.homeserver.register("amina"), rig.homeserver.register("driss")];
    const room = rig.sharedRoom(amina, driss);
    const mention = { "m.mentions": { user_ids: [rig.bot.user] } };
    const root = rig.world.say(room, driss.user, "root");
    const inThread = { rel_type: "m.thread", event_id: root };
    const asked = rig.world.say(room, amina.user, "q", { ...mention, "m.relates_to": inThread });
    await rig.heard(room, 1);
    const answer = sentTo(rig, room).find(({ type }) => type === "m.room.message");
    const better = { msgtype: "m.text", body: "better", ...mention };
    const replaced = { rel_type: "m.replace", event_id: asked };
    rig.world.say(room, amina.user, "* better", {
      ...mention,
      "m.new_content": better,
      "m.relates_to": replaced,
    });
    await rig.heard(room, 3);
    const tap = { rel_type: "m.annotation", event_id: answer?.event_id, key: "1️⃣" };
    rig.world.add(room, amina.user, { type: "m.reaction", content: { "m.relates_to": tap } });
    await rig.heard(room, 4);
    const said = sentTo(rig, room).filter(({ type }) => type === "m.room.message");
    const [, edit, file, pressed] = said.map(({ content }) => content["m.relates_to"]);
    expect(edit).toMatchObject({ rel_type: "m.replace" });
    expect(file).toMatchObject(inThread);
    expect(pressed).toMatchObject(inThread);
  });

  it("that is refused half-way leaves the next correction the event people see", async () => {
    const rig = await MatrixRig.start();
    const room = rig.directRoom(rig.homeserver.register("amina"));
    const attachments = [{ name: "a", type: "text/plain", text: "a" }];
    await rig.platform.send(message(room, "one", { key: "one" }));
    await rig.heard(room, 1);
    const body = { errcode: "M_TOO_LARGE", error: "no" };
    const fault = { kind: "refuse", status: 413, body } as const;
    rig.homeserver.fail({ path: sendingPath, after: 1, fault });
    await rig.platform.send(message(room, "two", { key: "two", replaces: "one", attachments }));
    await vi.waitFor(() => expect(rig.log.lines.join()).toContain("message-refused"));
    await rig.platform.send(message(room, "three", { key: "three", replaces: "two" }));
    await rig.heard(room, 3);
    const [first, , third] = sentTo(rig, room);
    expect(third?.content["m.relates_to"]).toMatchObject({ event_id: first?.event_id });
  });

  it("offers to tap on the choices that the first had not", async () => {
    const rig = await MatrixRig.start();
    const room = rig.directRoom(rig.homeserver.register("amina"));
    const reactions = () =>
      sentTo(rig, room)
        .filter(({ type }) => type === "m.reaction")
        .map(({ content }) => content["m.relates_to"]);
    await rig.platform.send(message(room, "one", { key: "one", choices: choices.slice(0, 1) }));
    await vi.waitFor(() => expect(reactions()).toHaveLength(1));
    await rig.platform.send(message(room, "two", { key: "two", replaces: "one", choices }));
    await vi.waitFor(() => expect(reactions()).toHaveLength(2));
    const event = sentTo(rig, room)[0]?.event_id;
    expect(reactions()).toMatchObject([
      { event_id: event, key: "1️⃣" },
      { event_id: event, key: "2️⃣" },
    ]);
    expect(rig.homeserver.requestsTo(/m\.reaction/)).toHaveLength(2);
  });
});

it("an answer that is only a file answers, and calls who asked", async () => {
  const rig = await MatrixRig.start();
  const amina = rig.homeserver.register("amina");
  const room = rig.directRoom(amina);
  const attachments = ["a", "b"].map((name) => ({ name, type: "text/plain", text: name }));
  const inReplyTo = { id: "$question", from: amina.user };
  const to = { platform: "matrix", room, isDirect: false };
  await rig.platform.send(message(room, "", { key: "file", to, attachments, inReplyTo }));
  await rig.heard(room, 2);
  const [first, second] = sentTo(rig, room).map(({ content }) => content);
  expect(first).toMatchObject({
    msgtype: "m.file",
    "m.mentions": { user_ids: [amina.user] },
    "m.relates_to": { "m.in_reply_to": { event_id: "$question" } },
  });
  expect(second).toMatchObject({ msgtype: "m.file", "m.mentions": {} });
  expect(second).not.toHaveProperty(["m.relates_to"]);
});
