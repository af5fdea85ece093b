import { describe, expect, it } from "vitest";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import { answerAfter, bodyOf, mention, replyTo, say, seesMember } from "./human.ts";
import { describeOnMatrix, ways } from "./stage.ts";

describeOnMatrix("rooms on Matrix", (stage) => {
  it("accepts the invitations of those who may invite it, and declines others with a word", async () => {
    const [amina, stranger] = [await stage.plainHuman("amina"), await stage.plainHuman("bob")];
    const bot = await stage.bot({ matrix: { invitations: { from: [amina.user] } } });
    const invite = [bot.user];
    const declined = await stranger.client.createRoom({ invite, isDirect: true });
    const { content } = await seesMember(stranger, declined, {
      user: bot.user,
      membership: "leave",
    });
    expect(String(fieldOf(content, "reason")).length).toBeGreaterThan(20);

    const room = await stage.directRoom(amina, bot, "plain");
    const question = await say(amina, room, "comment sauvegarder nos fichiers ?");
    const answer = await answerAfter(amina, room, { from: bot.user, after: question });
    expect(bodyOf(answer)).toContain("3-2-1");
  });

  it("accepts invitations that came while it was down", async () => {
    const [bot, amina] = [await stage.bot(), await stage.plainHuman("amina")];
    await bot.stop();
    const room = await amina.client.createRoom({ invite: [bot.user], isDirect: true });
    await bot.start();
    await seesMember(amina, room, { user: bot.user, membership: "join" });
    const question = await say(amina, room, "comment sauvegarder nos fichiers ?");
    const answer = await answerAfter(amina, room, { from: bot.user, after: question });
    expect(bodyOf(answer)).toContain("3-2-1");
  });

  describe.each(ways)("with %s rooms", (way) => {
    it("follows a room to the one that takes its place", async () => {
      const [bot, amina] = [await stage.bot(), await stage.human("amina", way)];
      const made = { isEncrypted: way === "encrypted", isPublic: true, version: "11" };
      const old = await amina.client.createRoom({ ...made, invite: [bot.user] });
      await seesMember(amina, old, { user: bot.user, membership: "join" });
      const room = await amina.client.upgrade(old);
      await seesMember(amina, room, { user: bot.user, membership: "join" });
      const question = await mention(amina, room, bot.user, "comment sauvegarder nos fichiers ?");
      const answer = await replyTo(amina, room, { from: bot.user, to: question });
      expect(answer).toMatchObject({ isDecrypted: way === "encrypted" });
      expect(bodyOf(answer)).toContain("3-2-1");
    });
  });

  it("does not follow a room to one that never was its successor", async () => {
    const [bot, amina] = [await stage.bot(), await stage.plainHuman("amina")];
    const room = await stage.sharedRoom(amina, bot, { way: "plain" });
    const elsewhere = await amina.client.createRoom({ invite: [], isPublic: true });
    await amina.client.request(
      "PUT",
      `/rooms/${encodeURIComponent(room)}/state/m.room.tombstone/`,
      { body: "come", replacement_room: elsewhere },
    );
    const question = await mention(amina, room, bot.user, "comment sauvegarder nos fichiers ?");
    await replyTo(amina, room, { from: bot.user, to: question });
    // It has to look inside, and does not stay.
    const { content } = await seesMember(amina, elsewhere, {
      user: bot.user,
      membership: "leave",
    });
    expect(content).toMatchObject({ membership: "leave" });
  });

  it("goes on serving other rooms after it was removed from one", async () => {
    const [bot, amina] = [await stage.bot(), await stage.plainHuman("amina")];
    const [left, kept] = [
      await stage.sharedRoom(amina, bot, { way: "plain" }),
      await stage.directRoom(amina, bot, "plain"),
    ];
    await mention(amina, left, bot.user, "comment faire une visioconférence ?");
    await amina.client.post(`/rooms/${encodeURIComponent(left)}/kick`, { user_id: bot.user });
    const question = await say(amina, kept, "comment sauvegarder nos fichiers ?");
    const answer = await answerAfter(amina, kept, { from: bot.user, after: question });
    expect(bodyOf(answer)).toContain("3-2-1");
  });

  it("is read by every device of a person, one that came later too", async () => {
    const [bot, amina] = [await stage.bot(), await stage.nioHuman("amina")];
    const room = await stage.directRoom(amina, bot, "encrypted");
    const first = await say(amina, room, "comment faire une visioconférence ?");
    await answerAfter(amina, room, { from: bot.user, after: first });
    const phone = await stage.device(await amina.client.logInAgain(), "nio");
    await seesMember(phone, room, { user: bot.user, membership: "join" });
    const question = await say(phone, room, "comment sauvegarder nos fichiers ?");
    for (const device of [amina, phone]) {
      const answer = await replyTo(device, room, { from: bot.user, to: question });
      expect(answer).toMatchObject({ isDecrypted: true, isUndecryptable: false });
      expect(bodyOf(answer)).toContain("3-2-1");
    }
  });
});
