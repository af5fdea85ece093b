import { expect, it } from "vitest";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import type { FaultProxy, ProxiedAnswer } from "./fault-proxy.ts";
import { answerTo, messagesOf, repliedTo, say } from "./human.ts";
import { questionAt } from "./questions.ts";
import { describeOnMatrix } from "./stage.ts";

/** Events a sync brings a second time. */
const EVENTS = 500;

describeOnMatrix("a homeserver that says things twice", (stage) => {
  it(`answers nothing again when ${EVENTS} events come a second time`, async () => {
    const proxy = await stage.proxy();
    const bot = await stage.bot({ through: proxy });
    const amina = await stage.plainHuman("amina");
    const room = await stage.directRoom(amina, bot, "plain");
    const batches: unknown[] = [];
    const stopListening = proxy.break({
      strikes: ({ path }) => path.includes("/sync"),
      fate: async (_, forward) => {
        const answer = await forward();
        batches.push(JSON.parse(answer.body.toString()));
        return answer;
      },
    });
    const questions: string[] = [];
    const ask = async (): Promise<string> => {
      const id = await say(amina, room, questionAt(questions.length).text);
      questions.push(id);
      return id;
    };
    const answer = async (id: string): Promise<void> => {
      const { about } = questionAt(questions.indexOf(id));
      await answerTo(amina, room, { from: bot.user, to: id, about });
    };
    while (questions.length < 20) {
      const asked = await ask();
      // Words of a room, which nobody answers.
      const talk = { msgtype: "m.notice", body: "…" };
      const others = Array.from({ length: EVENTS / 20 - 2 }, () =>
        amina.client.send(room, "m.room.message", talk),
      );
      await Promise.all(others);
      await answer(asked);
    }
    stopListening();
    const old = batches.filter((batch) => countEvents(batch, room) > 0);
    const events = old.reduce<number>((sum, batch) => sum + countEvents(batch, room), 0);
    expect(events).toBeGreaterThanOrEqual(EVENTS * 0.95);
    const expectOneAnswerEach = (): void => {
      const answered = messagesOf(amina, room, bot.user).map(repliedTo);
      expect(answered).toEqual(questions);
      // Nor thought about: the conversation would have moved on.
      expect(bot.logged("turn")).toHaveLength(questions.length);
      expect(bot.loggedAt("error")).toEqual([]);
    };

    const replayed = replay(proxy, old);
    await ask();
    await replayed;
    await answer(await ask());
    expectOneAnswerEach();
    // After a restart too, which forgets whatever was not kept.
    await bot.kill();
    const replayedAgain = replay(proxy, old);
    await bot.start();
    await replayedAgain;
    await answer(await ask());
    expectOneAnswerEach();
  });
});

/** Gives batches of a sync once more, one after another. @returns once the one after them is asked for */
function replay(proxy: FaultProxy, batches: readonly unknown[]): Promise<void> {
  const left = [...batches];
  return new Promise((resolve) => {
    proxy.break({
      times: left.length + 1,
      strikes: ({ path }) => path.includes("/sync"),
      fate: async ({ path }, forward) => {
        const since = new URL(path, "http://x").searchParams.get("since");
        const batch = left.shift();
        if (batch !== undefined) return asAnswer({ ...objectOf(batch), next_batch: since });
        resolve();
        return forward();
      },
    });
  });
}

function countEvents(batch: unknown, room: string): number {
  const events = fieldOf(batch, "rooms", "join", room, "timeline", "events");
  return Array.isArray(events) ? events.length : 0;
}

function objectOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function asAnswer(content: object): ProxiedAnswer {
  return { status: 200, type: "application/json", body: Buffer.from(JSON.stringify(content)) };
}
