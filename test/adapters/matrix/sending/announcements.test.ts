import { expect, it, vi } from "vitest";
import type { Reply } from "../../../../src/model/reply.ts";
import { MatrixRig } from "../../../support/matrix-rig.ts";
import { message, sentTo } from "../../../support/matrix-sending.ts";

/** An announcement in a room of three people. */
async function inRoom() {
  const rig = await MatrixRig.start();
  const [amina, driss, leo] = ["amina", "driss", "leo"].map((name) =>
    rig.homeserver.register(name),
  );
  if (!amina || !driss || !leo) throw new Error("nobody");
  const room = rig.sharedRoom(amina, driss, leo);
  const send = async (key: string, text: string, more: Partial<Reply> = {}) => {
    const to = { platform: "matrix", room, isDirect: false };
    await rig.platform.send(message(room, text, { key, to, kind: "announcement", ...more }));
  };
  return { rig, room, send, amina, driss, leo, sent: () => sentTo(rig, room) };
}

it("calls who asked for it by a pill, nobody else, and not who has left the room", async () => {
  const { rig, room, send, amina, leo, sent } = await inRoom();
  rig.world.setMember(room, leo.user, leo.user, "leave");
  await vi.waitFor(async () => {
    await send(`k${Math.random()}`, "Rien", { mentions: [leo.user] });
    expect(sent().at(-1)?.content["m.mentions"]).toEqual({});
  });
  const mentions = [amina.user, leo.user, "@room", "not an id"];
  await send("called", "Un nouvel atelier @room", { mentions });
  const content = sent().at(-1)?.content;
  expect(content?.["m.mentions"]).toEqual({ user_ids: [amina.user] });
  expect(content?.["msgtype"]).toBe("m.text");
  const link = `https://matrix.to/#/${encodeURIComponent(amina.user)}`;
  expect(content?.["formatted_body"]).toContain(`<a href="${link}">${amina.user}</a>`);
  expect(content?.["body"]).not.toContain("@room");
  await send("quiet", "Un autre atelier");
  expect(sent().at(-1)?.content).toMatchObject({ "m.mentions": {}, msgtype: "m.notice" });
});

it("calls twenty people at most", async () => {
  const { rig, room, send, sent } = await inRoom();
  const people = Array.from({ length: 25 }, (_, at) => rig.homeserver.register(`p${at}`).user);
  for (const user of people) rig.world.setMember(room, user, user, "join");
  await vi.waitFor(async () => {
    await send(`k${Math.random()}`, "Un nouvel atelier", { mentions: people });
    const named = sent().at(-1)?.content["m.mentions"];
    expect(named).toEqual({ user_ids: people.slice(0, 20) });
  });
});

it("corrects an announcement in its place, which notifies nobody", async () => {
  const { send, amina, sent } = await inRoom();
  await send("first", "Un atelir", { mentions: [amina.user] });
  const [first] = sent();
  await send("second", "Un atelier", { replaces: "first", isOnlyInPlace: true });
  await send("third", "Un bel atelier", { replaces: "second", isOnlyInPlace: true });
  const edits = sent().slice(1);
  expect(edits).toHaveLength(2);
  for (const { content } of edits) {
    const replaced = { rel_type: "m.replace", event_id: first?.event_id };
    expect(content).toMatchObject({ "m.mentions": {}, "m.relates_to": replaced });
    expect(content["m.new_content"]).toMatchObject({ "m.mentions": {}, msgtype: "m.notice" });
  }
  expect(edits.at(-1)?.content["m.new_content"]).toMatchObject({ body: "Un bel atelier" });
});

it("shows nothing where the announcement is not known any more", async () => {
  const { send, sent } = await inRoom();
  await send("late", "Un atelier", { replaces: "long ago", isOnlyInPlace: true });
  await send("later", "Un bel atelier", { replaces: "late", isOnlyInPlace: true });
  expect(sent()).toEqual([]);
});
