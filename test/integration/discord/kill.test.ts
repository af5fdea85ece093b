import { afterEach, expect, it, onTestFinished } from "vitest";
import { discordDocuments, discordKinds } from "../../../src/adapters/discord/discord-documents.ts";
import { declareDocuments, kindsOf } from "../../../src/model/stored-documents.ts";
import { remove } from "../../../src/ports/store.ts";
import { openLowdbStore } from "../../../src/stores/lowdb-store.ts";
import { DiscordServer } from "../../support/discord-server/discord-server.ts";
import { keptLog } from "../../support/kept-log.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { killSomewhere } from "./kill-somewhere.ts";
import { RunningBot } from "./running-bot.ts";
import { type Asked, Traffic } from "./traffic.ts";

/** PASSERELLE_FULL_PROOFS=1 makes them 200. */
const KILLS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 200 : 12;

/** Another one tries other points. */
const SEED = Number(process.env["PASSERELLE_SEED"] ?? 20_261_122);

/** Longer than a token lives (15 minutes), than a nonce is known (5 here) and than the assistant trusts one (2). */
const AWAY_MS = 20 * 60_000;

/** What was acknowledged earlier than this before a kill is on the disk. */
const ON_DISK_MS = 500;

const bots: RunningBot[] = [];

// Before its folder goes.
afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.kill()));
});

/*
 * Each message, and each command or press that was acknowledged, has exactly one answer, but for two windows
 * that cannot be closed:
 * - Discord wants its acknowledgement before anything is waited for, so a command killed between that and the
 *   disk is forgotten: the person sees that it fails, and asks again. It is counted as lost only when the disk
 *   did not have it at the kill and it was acknowledged less than half a second before.
 * - An answer for one person alone can be looked for by nobody. Killed after it was shown and before that was
 *   on the disk, it is shown again: in the same place, unless its token has died meanwhile; then directly.
 */
it(
  `answers everything once on Discord, killed ${KILLS} times under traffic`,
  { timeout: 60_000 + KILLS * 30_000 },
  async () => {
    const random = seededRandom(SEED);
    let aheadMs = 0;
    const now = () => new Date(Date.now() + aheadMs);
    const server = await DiscordServer.start({ clock: { now } });
    const bot = new RunningBot(server, temporaryFolder(), { aheadMs: () => aheadMs });
    bots.push(bot);
    onTestFinished(() => server.stop());
    const traffic = new Traffic(server);
    const { asked } = traffic;
    const figures = { late: 0, sendingWhenLate: 0, unansweredWhenLate: 0 };
    // What was asked before may have been shown and not yet be on the disk: one round ago, no longer.
    let recent = 0;
    await bot.start();
    // From its first message on, a channel is known; the third in a row opens a thread.
    for (let before = 0; before < 3; before += 1) {
      traffic.write();
      // oxlint-disable-next-line no-await-in-loop
      await answered(server, asked);
    }
    for (let kill = 0; kill < KILLS; kill += 1) {
      const round = asked.length;
      // Some are killed over their acknowledgements, some over what comes after.
      const isHeardFirst = random() < 0.5;
      if (isHeardFirst) await Promise.all(traffic.interact().map((one) => one.acknowledged()));
      const killed = killSomewhere(bot, server, random);
      traffic.write();
      if (!isHeardFirst) traffic.interact();
      await killed;
      const left = await lookAtDisk(bot, asked, now());
      if (random() < 0.5) traffic.write();
      if (random() < 0.5 || isFirstOfItsKind(left, figures)) {
        aheadMs += AWAY_MS;
        figures.late += 1;
        figures.sendingWhenLate += left.sendings;
        figures.unansweredWhenLate += left.unanswered;
        for (const one of asked.slice(recent)) one.wasLate = true;
      }
      await bot.start();
      await answered(server, asked);
      recent = round;
    }
    // Whatever else was on its way would have come before this.
    traffic.write();
    await answered(server, asked);
    expect(asked.filter(isOdd).map((one) => ({ ...told(one), answers: one.answers() }))).toEqual(
      [],
    );
    const [directs, directAnswers] = traffic.directs();
    expect(directAnswers).toBe(directs);
    await bot.kill();
    process.stdout.write(
      `${KILLS} kills, seed ${SEED}: ${JSON.stringify(count(asked, figures))}\n`,
    );
    expect(figures.sendingWhenLate).toBeGreaterThan(0);
    expect(figures.unansweredWhenLate).toBeGreaterThan(0);
  },
);

/** What a kill left on the disk to be done. */
interface Left {
  readonly sendings: number;
  readonly unanswered: number;
}

/** However few the kills, a late restart finds each kind of unfinished work. */
function isFirstOfItsKind(
  left: Left,
  sofar: { readonly sendingWhenLate: number; readonly unansweredWhenLate: number },
): boolean {
  const isSending = left.sendings > 0 && sofar.sendingWhenLate === 0;
  return isSending || (left.unanswered > 0 && sofar.unansweredWhenLate === 0);
}

function isAcknowledged({ interactions }: Asked): boolean {
  return interactions.some(({ acknowledgement }) => acknowledgement !== undefined);
}

/** Whether it must have an answer: a message always, the rest once it was acknowledged. */
function isDue(one: Asked): boolean {
  return !one.isLost && (one.interactions.length === 0 || isAcknowledged(one));
}

function isOdd(one: Asked): boolean {
  const answers = one.answers();
  if (isShownAgain(one)) return false;
  return isDue(one) ? answers !== 1 : answers > 1;
}

/** The second of the windows above. */
function isShownAgain({ wasLate, answers, directly }: Asked): boolean {
  return wasLate && answers() === 2 && directly?.() === 1;
}

function told({ what, isLost, wasLate }: Asked) {
  return { what, isLost, wasLate };
}

function count(asked: readonly Asked[], figures: object) {
  const kinds: Record<string, number> = {};
  for (const { what } of asked) kinds[what] = (kinds[what] ?? 0) + 1;
  return {
    ...kinds,
    ...figures,
    lost: asked.filter(({ isLost }) => isLost).length,
    neverAcknowledged: asked.filter((one) => one.interactions.length > 0 && !isAcknowledged(one))
      .length,
    shownAgain: asked.filter(isShownAgain).length,
  };
}

/** Waits until all that must be answered is. */
async function answered(server: DiscordServer, asked: readonly Asked[]): Promise<void> {
  for (const one of asked) {
    // oxlint-disable-next-line no-await-in-loop
    await server.waitUntil(() => !isDue(one) || one.answers() > 0, JSON.stringify(told(one)));
  }
}

const documents = declareDocuments({ conversations: 7, keptQuestions: 180, handledEvents: 2 });
const types = [...kindsOf(documents), ...discordKinds];

/** Notes what the kill lost, and what it left to do; a crash loop is slowed down, which is not what is tried here. */
async function lookAtDisk(bot: RunningBot, asked: readonly Asked[], killedAt: Date): Promise<Left> {
  const store = await openLowdbStore({ folder: bot.dataFolder, types, log: keptLog() });
  const sendings = await store.list(discordDocuments.sendings);
  const open = await store.list(discordDocuments.interactions);
  const kept = new Set(open.map(({ id }) => id));
  const justBefore = killedAt.getTime() - ON_DISK_MS;
  for (const one of asked.filter((other) => isAcknowledged(other) && other.answers() === 0)) {
    const isKept = one.interactions.some(({ id }) => kept.has(id));
    const isFresh = one.interactions.every(
      ({ acknowledgement }) => (acknowledgement?.atMs ?? Infinity) > justBefore,
    );
    if (!isKept && isFresh) one.isLost = true;
  }
  await store.write([remove(discordDocuments.identifies, "identifies")]);
  await store.close();
  const unanswered = open.filter(({ document }) => document.unanswered !== undefined).length;
  return { sendings: sendings.length, unanswered };
}
