import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SentMessage } from "../support/json-lines.ts";
import { KilledBot } from "../support/killed-bot.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { drawKillPoint, environmentOf } from "./kill-point.ts";

/** Rooms every workshop is announced in. */
const rooms = Array.from({ length: 12 }, (_, index) => `salon ${index + 1}`);

/** Enough for a crashed sender's lease to end and everything left to go out. */
const MOST_LOOKS = 6;

const MINUTES_PER_DAY = 1440;

const olga = { from: "olga", room: "@olga", direct: true, roles: ["coordinator"] };

/** What became of the broadcasts. */
export interface BrokenBroadcasts {
  readonly kills: number;
  /** Kills after some rooms were shown the message and before all were. */
  readonly amid: number;
  /** Messages that had to be shown: one a room and a broadcast. */
  readonly due: number;
  /** Those that never were. */
  readonly lost: readonly string[];
  /** Rooms that were shown two messages for one broadcast. */
  readonly doubled: readonly string[];
  /** Broadcasts whose coordinator was told that all 12 rooms have it, once. */
  readonly proved: number;
}

/**
 * Publishes a workshop and kills the real process while it is announced to 12 rooms, at one of the messages,
 * again and again on one data folder. A message counts by its key, as platforms show one message a key.
 * @param kills how many times, one a broadcast
 */
export async function breakBroadcasts(kills: number, seed: number): Promise<BrokenBroadcasts> {
  const random = seededRandom(seed);
  const folder = temporaryFolder();
  const config = join(temporaryFolder(), "bot.config.json");
  writeFileSync(config, JSON.stringify({ announcements: { rooms: rooms.map(subscribed) } }));
  // Each process is to die in the first broadcast that is its own.
  let next = 1;
  const bot = new KilledBot(folder, ["--config", config], () =>
    environmentOf({
      room: "salon",
      saying: `${titleOf(next)}**`,
      ...drawKillPoint(rooms.length, random),
    }),
  );
  const shown: SentMessage[] = [];
  const clock = new Clock();
  let amid = 0;
  while (next <= kills) {
    const broken = next;
    // A room gets one such message a day.
    bot.say(clock.move(MINUTES_PER_DAY));
    await publish(broken);
    // Announced when nobody can take it back any more.
    bot.say(clock.move(11));
    next += 1;
    const said = await bot.dies();
    const reached = rooms.filter((room) => keysOf(said, room, broken).size > 0).length;
    if (reached > 0 && reached < rooms.length) amid += 1;
    for (let look = 0; look < MOST_LOOKS && !isWhole(broken); look += 1) {
      bot.say(clock.move(2));
      await listen(broken, look);
    }
  }
  await bot.leave();
  return { kills: bot.kills, amid, ...judge(shown, kills) };

  async function publish(round: number): Promise<void> {
    // Each on a day of its own, so that none is like another.
    const day = new Date(Date.UTC(2028, 0, round)).toISOString().slice(0, 10);
    const [year, month, date] = day.split("-");
    const words = [titleOf(round), `${date}/${month}/${year} 18h`, "en ligne", "thème : libre"];
    bot.say({ ...olga, id: `new-${round}`, text: `nouvel atelier\n${words.join("\n")}` });
    await until(({ text }) => text.includes("Aperçu"));
    bot.say({ ...olga, id: `publish-${round}`, press: "Publier" });
    await until(({ text }) => text.includes("C'est publié"));
  }

  /** Events are played in order: once the question is answered, the tick before it is over. */
  async function listen(round: number, look: number): Promise<void> {
    const probe = { from: `p${round}`, room: `@p${round}`, direct: true };
    bot.say({ ...probe, id: `probe-${round}-${look}`, text: "aide" });
    await until(({ to }) => to === probe.room);
  }

  async function until(isIt: (message: SentMessage) => boolean): Promise<void> {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const message = await bot.hears();
      if (!message) throw new Error(`the process ended by itself; seed ${seed}`);
      shown.push(message);
      if (isIt(message)) return;
    }
  }

  function isWhole(round: number): boolean {
    return rooms.every((room) => keysOf(shown, room, round).size > 0) && proofsOf(round, shown) > 0;
  }
}

function judge(
  shown: readonly SentMessage[],
  rounds: number,
): Omit<BrokenBroadcasts, "kills" | "amid"> {
  const lost: string[] = [];
  const doubled: string[] = [];
  let proved = 0;
  for (let round = 1; round <= rounds; round += 1) {
    if (proofsOf(round, shown) === 1) proved += 1;
    for (const room of rooms) {
      const { size } = keysOf(shown, room, round);
      if (size === 0) lost.push(`${titleOf(round)} in ${room}`);
      if (size > 1) doubled.push(`${titleOf(round)} in ${room}`);
    }
  }
  return { due: rounds * rooms.length, lost, doubled, proved };
}

function titleOf(round: number): string {
  return `Libre pour tous, séance ${round}`;
}

function keysOf(shown: readonly SentMessage[], room: string, round: number): ReadonlySet<string> {
  const theirs = shown.filter(
    ({ to, text }) => to === room && text.includes(`${titleOf(round)}**`),
  );
  return new Set(theirs.map(({ key }) => key));
}

function proofsOf(round: number, shown: readonly SentMessage[]): number {
  const told = shown.filter(
    ({ to, text }) =>
      to === olga.room &&
      text.includes(`${titleOf(round)}**`) &&
      text.includes("12 salons, 12 confirmés, 0 doublon"),
  );
  return told.length;
}

function subscribed(room: string) {
  const quiet = { from: "03:00", to: "03:01" };
  return { platform: "simulated", room, kinds: ["new"], quiet };
}

/** The clock of the rehearsal, in events. */
class Clock {
  #now = Date.parse("2027-03-01T09:00:00Z");

  move(minutes: number): object {
    this.#now += minutes * 60_000;
    return { at: new Date(this.#now).toISOString() };
  }
}
