import { describe, expect, it } from "vitest";
import { seededRandom } from "../../support/seeded-random.ts";
import type { FaultProxy, ProxiedAnswer } from "./fault-proxy.ts";
import { bodyOf, type Human, repliesTo, replyTo, say } from "./human.ts";
import { type Question, questionAt } from "./questions.ts";
import type { RunningBot } from "./running-bot.ts";
import { bodiesThatChanged, oneTimeKeysThatChanged } from "./said-twice.ts";
import { ratchetPlaces, sentBy } from "./sent-by.ts";
import { describeOnMatrix, ways } from "./stage.ts";

/** Kills in each way; PASSERELLE_FULL_PROOFS=1 makes them 200. */
const KILLS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 200 : 12;

/** A question that was asked. */
interface Asked {
  readonly human: Human;
  readonly room: string;
  readonly id: string;
  readonly question: Question;
}

describeOnMatrix("kill -9 on Matrix", (stage) => {
  describe.each(ways)("with %s rooms", (way) => {
    it(
      `answers every question once, killed ${KILLS} times under traffic`,
      { timeout: 60_000 + KILLS * 30_000 },
      async () => {
        const random = seededRandom(20261122);
        const proxy = await stage.proxy();
        const bot = await stage.bot({ through: proxy });
        const people = await Promise.all([stage.human("amina", way), stage.human("driss", way)]);
        const rooms = await Promise.all(
          people.map(async (human) => ({ human, room: await stage.directRoom(human, bot, way) })),
        );
        const asked: Asked[] = [];
        const ask = async (): Promise<void> => {
          const question = questionAt(asked.length);
          const each = rooms.map(async ({ human, room }) => ({
            human,
            room,
            question,
            id: await say(human, room, question.text),
          }));
          asked.push(...(await Promise.all(each)));
        };
        for (let kill = 0; kill < KILLS; kill += 1) {
          const killed = killSomewhere(bot, proxy, random);
          await ask();
          await killed;
          if (random() < 0.5) await ask();
          await startUnlessKilled(bot, proxy, random);
          for (const { human, room, id, question } of asked.slice(-4)) {
            const answer = await replyTo(human, room, { from: bot.user, to: id });
            expect(bodyOf(answer), `kill ${kill}`).toContain(question.about);
          }
        }
        // Whatever else was on its way would have come before this.
        await ask();
        for (const { human, room, id } of asked.slice(-2)) {
          await replyTo(human, room, { from: bot.user, to: id });
        }
        const counts = asked.map(
          ({ human, room, id }) => repliesTo(human, room, { from: bot.user, to: id }).length,
        );
        expect(counts).toEqual(asked.map(() => 1));
        expect(bot.loggedAt("error")).toEqual([]);
        expect(bodiesThatChanged(proxy.requests)).toEqual([]);
        expect(oneTimeKeysThatChanged(proxy.requests)).toEqual([]);
        for (const { human, room } of rooms) {
          expect(human.sight.events(room).filter(({ isUndecryptable }) => isUndecryptable)).toEqual(
            [],
          );
          const places = ratchetPlaces(await sentBy(human.client, room, bot.user));
          expect(new Set(places).size).toBe(places.length);
          expect(places.length >= asked.length / 2).toBe(way === "encrypted");
          // Three messages to a key at most, as the room says.
          const keys = new Set(places.map((place) => place.split(" ")[0]));
          expect(keys.size).toBeGreaterThanOrEqual(places.length / 3);
        }
      },
    );
  });
});

/** Starts it; now and then it is killed at it, or just when it is ready, and started anew. */
async function startUnlessKilled(
  bot: RunningBot,
  proxy: FaultProxy,
  random: () => number,
): Promise<void> {
  while (random() < 0.25) {
    const killed = killSomewhere(bot, proxy, random);
    await Promise.allSettled([bot.start(), killed]);
  }
  await bot.start();
}

/** Milliseconds after which it is killed wherever it is. */
const LATEST_MS = 1500;

/**
 * Kills it at a point left to the seed: some milliseconds from now, or at one of its next requests,
 * before the server has it, once the server did what it asks, or about when its answer comes.
 */
function killSomewhere(bot: RunningBot, proxy: FaultProxy, random: () => number): Promise<void> {
  const [wayToGo, ms, place] = [random(), random() * 500, 1 + Math.floor(random() * 14)];
  let requests = 0;
  return new Promise((resolve, reject) => {
    const kill = async (): Promise<void> => {
      clearTimeout(latest);
      mend();
      await bot.kill().then(resolve, reject);
    };
    const latest = setTimeout(() => void kill(), wayToGo < 0.3 ? ms : LATEST_MS);
    const mend = proxy.break({
      times: 1,
      strikes: ({ path }) => {
        if (wayToGo < 0.3 || path.includes("/sync")) return false;
        requests += 1;
        return requests === place;
      },
      fate: async (_, forward): Promise<ProxiedAnswer | "cut"> => {
        if (wayToGo < 0.5) return cutAfter(kill());
        const answer = await forward();
        if (wayToGo < 0.8) return cutAfter(kill());
        setTimeout(() => void kill(), Math.floor(random() * 8));
        return answer;
      },
    });
  });
}

async function cutAfter(killed: Promise<void>): Promise<"cut"> {
  await killed;
  return "cut";
}
