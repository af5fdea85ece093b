import { describe, expect, it } from "vitest";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import { openFile } from "./encrypted-attachment.ts";
import {
  answerAfter,
  bodyOf,
  edited,
  type Human,
  mention,
  messagesOf,
  react,
  repliedTo,
  replyTo,
  say,
} from "./human.ts";
import type { SeenEvent } from "./room-sight.ts";
import type { RunningBot } from "./running-bot.ts";
import { inClear, sentBy } from "./sent-by.ts";
import { describeOnMatrix, ways } from "./stage.ts";

describeOnMatrix("a conversation on Matrix", (stage) => {
  describe.each(ways)("with %s rooms", (way) => {
    /** Amina and the assistant, alone. */
    async function alone(): Promise<{ bot: RunningBot; amina: Human; room: string }> {
      const [bot, amina] = await Promise.all([stage.bot(), stage.human("amina", way)]);
      return { bot, amina, room: await stage.directRoom(amina, bot, way) };
    }

    /** Amina, Driss and the assistant. */
    async function together() {
      const bot = await stage.bot();
      const [amina, driss] = [await stage.human("amina", way), await stage.human("driss", way)];
      const room = await stage.sharedRoom(amina, bot, { way, others: [driss] });
      return { bot, amina, driss, room };
    }

    it("answers a question asked in a direct room", async () => {
      const { bot, amina, room } = await alone();
      const question = await say(amina, room, "comment faire une page de collecte ?");
      const answer = await answerAfter(amina, room, { from: bot.user, after: question });
      expect(bodyOf(answer)).toContain("HelloAsso");
      expect(answer).toMatchObject({
        isDecrypted: way === "encrypted",
        content: { msgtype: "m.text", format: "org.matrix.custom.html", "m.mentions": {} },
      });
      const clear = inClear(await sentBy(amina.client, room, bot.user));
      expect(clear.length > 0).toBe(way === "plain");
    });

    it("answers who calls it by name in a room, as a reply, and nobody else", async () => {
      const { bot, amina, driss, room } = await together();
      await say(driss, room, "comment sauvegarder nos fichiers ?");
      const question = await mention(amina, room, bot.user, "comment faire une visioconférence ?");
      const answer = await replyTo(amina, room, { from: bot.user, to: question });
      expect(bodyOf(answer)).toContain("Jitsi");
      expect(fieldOf(answer.content, "m.mentions")).toEqual({ user_ids: [amina.user] });
      // What Driss said came before, and would have been answered before.
      expect(messagesOf(amina, room, bot.user).map(repliedTo)).toEqual([question]);
    });

    it("answers in the thread it is called in, and needs no name in a thread of its own", async () => {
      const { bot, amina, room } = await together();
      const by = { from: bot.user };
      const talk = await say(amina, room, "on parle ici de la réunion");
      const called = await mention(
        amina,
        room,
        bot.user,
        "comment faire une visioconférence ?",
        inThread(talk),
      );
      const answer = await answerAfter(amina, room, { ...by, after: called });
      expect(relationOf(answer)).toMatchObject(threadOf(talk));
      const ours = await mention(amina, room, bot.user, "comment faire une newsletter ?");
      await replyTo(amina, room, { ...by, to: ours });
      const more = await say(amina, room, "comment sauvegarder nos fichiers ?", inThread(ours));
      const second = await answerAfter(amina, room, { ...by, after: more });
      expect(bodyOf(second)).toContain("3-2-1");
      expect(relationOf(second)).toMatchObject(threadOf(ours));
    });

    it("takes a choice by its number, by its words and by a reaction", async () => {
      const { bot, amina, room } = await alone();
      const by = { from: bot.user };
      for (const choose of ["number", "words", "reaction"] as const) {
        const demand = await say(amina, room, "oublie-moi");
        const asks = await answerAfter(amina, room, {
          ...by,
          after: demand,
          saying: "On efface ?",
        });
        const number = /(\d)\. Non, ne rien effacer/.exec(bodyOf(asks))?.[1];
        if (number === undefined) throw new Error(`no choice in: ${bodyOf(asks)}`);
        const chosen =
          choose === "reaction"
            ? await react(amina, room, bot.user, { to: asks.id, key: `${number}\uFE0F\u20E3` })
            : await say(amina, room, choose === "number" ? number : "non, ne rien effacer");
        const done = await answerAfter(amina, room, { ...by, after: chosen });
        expect(bodyOf(done), choose).toContain("Je n'efface rien");
      }
    });

    it("answers an edited question anew by editing its answer", async () => {
      const { bot, amina, room } = await alone();
      const question = await say(amina, room, "comment choisir un bon mot de passe ?");
      const answer = await answerAfter(amina, room, { from: bot.user, after: question });
      expect(bodyOf(answer)).toContain("coffre");
      const corrected = { msgtype: "m.text", body: "comment sauvegarder nos fichiers ?" };
      await say(amina, room, `* ${corrected.body}`, {
        "m.new_content": corrected,
        "m.relates_to": { rel_type: "m.replace", event_id: question },
      });
      const edit = await amina.sight.first(
        room,
        "the answer edited",
        (event) => event.sender === bot.user && edited(event) === answer.id,
      );
      expect(fieldOf(edit.content, "m.new_content", "body")).toContain("3-2-1");
      expect(messagesOf(amina, room, bot.user)).toHaveLength(1);
    });

    it("forgets a question that was deleted, and takes its answer away", async () => {
      const { bot, amina, room } = await alone();
      const question = await say(amina, room, "comment choisir un bon mot de passe ?");
      const answer = await answerAfter(amina, room, { from: bot.user, after: question });
      await amina.client.redact(room, question);
      await amina.sight.first(
        room,
        "the answer deleted",
        ({ type, sender, content }) =>
          type === "m.room.redaction" &&
          sender === bot.user &&
          fieldOf(content, "redacts") === answer.id,
      );
      expect(await theirData({ bot, amina, room })).not.toContain("bon mot de passe");
    });

    it("gives people their data as a file", async () => {
      const { bot, amina, room } = await alone();
      const question = await say(amina, room, "comment choisir un bon mot de passe ?");
      await answerAfter(amina, room, { from: bot.user, after: question });
      expect(await theirData({ bot, amina, room })).toContain("bon mot de passe");
    });

    async function theirData(who: { bot: RunningBot; amina: Human; room: string }) {
      const { bot, amina, room } = who;
      const demand = await say(amina, room, "mes données");
      const { content } = await amina.sight.first(room, "a file", (event) => {
        const isLater = amina.sight.isAfter(event, demand);
        return isLater && fieldOf(event.content, "msgtype") === "m.file";
      });
      expect(fieldOf(content, "filename") ?? fieldOf(content, "body")).toMatch(/\.json$/);
      expect(fieldOf(content, "file") !== undefined).toBe(way === "encrypted");
      const text = (await openFile(amina, content)).toString("utf8");
      expect(JSON.parse(text)).toBeTypeOf("object");
      expect(bot.loggedAt("error")).toEqual([]);
      return text;
    }
  });

  it("shows that it read a question, and that it is thinking", async () => {
    const [bot, amina] = await Promise.all([stage.bot(), stage.plainHuman("amina")]);
    const room = await stage.directRoom(amina, bot, "plain");
    const question = await say(amina, room, "comment faire une page de collecte ?");
    await amina.sight.first(
      room,
      "a typing notice",
      ({ type, content }) =>
        type === "m.typing" && JSON.stringify(fieldOf(content, "user_ids")).includes(bot.user),
    );
    const receipt = await amina.sight.first(
      room,
      "a read receipt",
      ({ type, content }) =>
        type === "m.receipt" && fieldOf(content, question, "m.read", bot.user) !== undefined,
    );
    expect(fieldOf(receipt.content, question, "m.read")).toHaveProperty([bot.user]);
  });
});

/** What a program adds to a message that is written in a thread. */
function inThread(root: string): object {
  const fallback = { is_falling_back: true, "m.in_reply_to": { event_id: root } };
  return { "m.relates_to": { ...threadOf(root), ...fallback } };
}

function threadOf(root: string): object {
  return { rel_type: "m.thread", event_id: root };
}

function relationOf({ content }: SeenEvent): unknown {
  return fieldOf(content, "m.relates_to");
}
