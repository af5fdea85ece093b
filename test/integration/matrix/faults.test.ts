import { describe, expect, it } from "vitest";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import { answerWith, type ProxiedRequest, sends } from "./fault-proxy.ts";
import { answerTo, messagesOf, repliedTo, repliesTo, say } from "./human.ts";
import { questionAt } from "./questions.ts";
import { inClear, ratchetPlaces, sentBy } from "./sent-by.ts";
import { describeOnMatrix, ways } from "./stage.ts";

/** Milliseconds the server asks to be left alone. */
const LIMIT_MS = 8000;

describeOnMatrix("faults between us and the homeserver", (stage) => {
  describe.each(ways)("with %s rooms", (way) => {
    it("shows one message when the server took it and its answer was lost", async () => {
      const proxy = await stage.proxy();
      const [bot, amina] = [await stage.bot({ through: proxy }), await stage.human("amina", way)];
      const room = await stage.directRoom(amina, bot, way);
      // At the sixth the request is given up, and the message tried anew.
      for (const [place, times] of [1, 2, 6].entries()) {
        proxy.break({
          times,
          strikes: (request) => sends(request, room, "m.room."),
          fate: async (_, forward) => {
            await forward();
            return "cut";
          },
        });
        const [first, second] = [questionAt(place), questionAt(place + 3)];
        const question = await say(amina, room, first.text);
        await answerTo(amina, room, { from: bot.user, to: question, about: first.about });
        const next = await say(amina, room, second.text);
        await answerTo(amina, room, { from: bot.user, to: next, about: second.about });
        expect(repliesTo(amina, room, { from: bot.user, to: question })).toHaveLength(1);
        expect(repliesTo(amina, room, { from: bot.user, to: next })).toHaveLength(1);
      }
      const tries = proxy.requests.filter((request) => sends(request, room, "m.room."));
      const sent = await sentBy(amina.client, room, bot.user);
      // Each try carried the same bytes under the same transaction: encrypting twice is saying twice.
      expect(new Set(tries.map(({ path, body }) => path + body)).size).toBe(6);
      expect(tries).toHaveLength(15);
      expect(new Set(ratchetPlaces(sent)).size).toBe(ratchetPlaces(sent).length);
      expect(bot.loggedAt("error")).toEqual([]);
    });

    it("sends all of 20 messages in order when it is told to slow down, and other rooms do not wait", async () => {
      const proxy = await stage.proxy();
      const bot = await stage.bot({ through: proxy });
      const [amina, driss] = [await stage.human("amina", way), await stage.human("driss", way)];
      const room = await stage.directRoom(amina, bot, way);
      const other = await stage.directRoom(driss, bot, way);
      let sendings = 0;
      let told: (atMs: number) => void;
      const limited = new Promise<number>((resolve) => (told = resolve));
      proxy.break({
        times: 1,
        strikes: (request) => sends(request, room, "m.room.") && (sendings += 1) === 10,
        fate: async () => {
          told(performance.now());
          return answerWith(429, { errcode: "M_LIMIT_EXCEEDED", retry_after_ms: LIMIT_MS });
        },
      });
      const asked: string[] = [];
      while (asked.length < 20) asked.push(await say(amina, room, questionAt(asked.length).text));
      const limitedAtMs = await limited;
      const { text, about } = questionAt(1);
      const elsewhere = await say(driss, other, text);
      const answer = await answerTo(driss, other, { from: bot.user, to: elsewhere, about });
      for (const [place, to] of asked.entries()) {
        await answerTo(amina, room, { from: bot.user, to, about: questionAt(place).about });
      }
      const answers = messagesOf(amina, room, bot.user);
      expect(answers.map(repliedTo)).toEqual(asked);
      const late = answers[9]?.seenAtMs ?? 0;
      expect(late - limitedAtMs).toBeGreaterThanOrEqual(LIMIT_MS);
      expect(answer.seenAtMs).toBeLessThan(late);
      expect(bot.loggedAt("error")).toEqual([]);
    });
  });

  it("sends nothing in clear while it cannot know whether a room is encrypted", async () => {
    const proxy = await stage.proxy();
    const [bot, amina] = [await stage.bot({ through: proxy }), await stage.nioHuman("amina")];
    // A sync that leaves out the one event that says so: only asking can tell.
    const mendSync = proxy.break({
      strikes: ({ path }) => path.includes("/sync"),
      fate: async (_, forward) => {
        const answer = await forward();
        return { ...answer, body: withoutEncryption(answer.body) };
      },
    });
    let refusals = 0;
    let enough: () => void;
    const refusedOften = new Promise<void>((resolve) => (enough = resolve));
    const mendLookup = proxy.break({
      strikes: (request) => asksEncryption(request),
      fate: async () => {
        refusals += 1;
        if (refusals === 3) enough();
        return answerWith(500, { errcode: "M_UNKNOWN" });
      },
    });
    const room = await stage.directRoom(amina, bot, "encrypted");
    // In clear, as some programs do: there is something to answer whatever is known of keys.
    const question = await amina.client.send(room, "m.room.message", {
      msgtype: "m.text",
      body: questionAt(0).text,
    });
    await refusedOften;
    expect(proxy.requests.filter((request) => sends(request, room))).toEqual([]);
    mendLookup();
    mendSync();
    const { about } = questionAt(0);
    const answer = await answerTo(amina, room, { from: bot.user, to: question, about });
    expect(answer.isDecrypted).toBe(true);
    expect(inClear(await sentBy(amina.client, room, bot.user))).toEqual([]);
  });
});

/** Whether it asks if a room is encrypted; what else it asks of a room is answered. */
function asksEncryption({ method, path }: ProxiedRequest): boolean {
  return method === "GET" && /\/rooms\/[^/]+\/state(\/m\.room\.encryption.*)?$/.test(path);
}

function withoutEncryption(body: Buffer): Buffer {
  const isEncryption = (value: unknown): boolean => fieldOf(value, "type") === "m.room.encryption";
  const batch: unknown = JSON.parse(body.toString(), (_, value: unknown): unknown =>
    Array.isArray(value) ? value.filter((event) => !isEncryption(event)) : value,
  );
  return Buffer.from(JSON.stringify(batch));
}
