import { describe, expect, it } from "vitest";
import { type Human, messagesOf, repliedTo, replyTo, say } from "./human.ts";
import { questionAt } from "./questions.ts";
import { describeOnMatrix, ways } from "./stage.ts";

/** Seconds the server is away; PASSERELLE_FULL_PROOFS=1 makes them two minutes. */
const AWAY_SECONDS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 120 : 10;

describeOnMatrix("a homeserver that goes away", (stage) => {
  describe.each(ways)("with %s rooms", (way) => {
    it(
      `has everything answered in order once it is back after ${AWAY_SECONDS} s, with one line of alarm`,
      { timeout: 120_000 + AWAY_SECONDS * 2000 },
      async () => {
        const [bot, amina] = [await stage.bot(), await stage.human("amina", way)];
        const room = await stage.directRoom(amina, bot, way);
        const asked: Promise<string>[] = [];
        const askSome = (): Promise<unknown> => {
          for (let more = 0; more < 4; more += 1) asked.push(ask(amina, room, asked.length));
          return Promise.all(asked);
        };
        await askSome();
        // In the middle of answering.
        await stage.synapse.halt();
        const stillAsked = askSome();
        await new Promise((resolve) => setTimeout(resolve, AWAY_SECONDS * 1000));
        await stage.synapse.resume();
        await stillAsked;
        await askSome();
        const ids = await Promise.all(asked);
        for (const to of ids) await replyTo(amina, room, { from: bot.user, to });
        const answered = messagesOf(amina, room, bot.user).map(repliedTo);
        expect(answered).toHaveLength(ids.length);
        const inOrder = amina.sight
          .events(room)
          .map(({ id }) => id)
          .filter((id) => ids.includes(id));
        expect(answered).toEqual(inOrder);
        expect([...bot.loggedAt("warn"), ...bot.loggedAt("error")]).toEqual([
          expect.objectContaining({ event: "homeserver-away" }),
        ]);
      },
    );
  });
});

async function ask(human: Human, room: string, place: number): Promise<string> {
  return say(human, room, questionAt(place).text);
}
