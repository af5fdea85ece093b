import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import type { SentMessage } from "../support/json-lines.ts";
import { KilledBot } from "../support/killed-bot.ts";
import { projectRoot } from "../support/project-root.ts";
import { RelayedExchange, textOf, type Move } from "../support/relayed-exchange.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { ShownSides } from "../support/shown-sides.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Exchanges played; PASSERELLE_FULL_PROOFS=1 plays ten times as many. */
const EXCHANGES = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 80 : 8;
const KILLS_EACH = 25;
/** Writes a process lives for at most: some turns, and what it takes up from the one before. */
const MOST_SYNCS = 30;
/** How long something may take to come on a busy machine. */
const PATIENCE_MS = 60_000;
/** Each has a process of its own; most of a kill is the next start. */
const AT_ONCE = 2;

it(
  `carries every message over once and in order, and nothing internal, through ${EXCHANGES * KILLS_EACH} kill -9`,
  { timeout: 3_600_000 },
  async () => {
    const seeds = Array.from({ length: EXCHANGES }, (_, at) => at + 1);
    const lane = async (): Promise<number> => {
      let kills = 0;
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
        // oxlint-disable-next-line no-await-in-loop
        const { kills: more, seen, wanted } = await new KilledExchange(seed).play();
        expect(seen, `seed ${seed}`).toEqual(wanted);
        kills += more;
      }
      return kills;
    };
    const kills = await Promise.all(Array.from({ length: AT_ONCE }, lane));
    expect(kills.reduce((sum, each) => sum + each, 0)).toBe(EXCHANGES * KILLS_EACH);
  },
);

const killAtSync = join(projectRoot, "test", "chaos", "kill-at-sync.mjs");
const asker = { from: "amina", platform: "exemple" };
const adviser = { from: "sacha", platform: "exemple", room: "vie-associative-44" };
const askerRoom = "@amina";

/** What became of an exchange, and what should have. */
interface Outcome {
  readonly kills: number;
  readonly seen: object;
  readonly wanted: object;
}

/** One exchange through a real process that is killed again and again. */
class KilledExchange {
  #isOpening = true;
  readonly #seed: number;
  readonly #random;
  readonly #bot = new KilledBot(temporaryFolder(), [], () => this.#untilKilled());
  readonly #seen = new ShownSides();
  /** Tuesday 30 March 2027, 10:00 in Paris: their team is open. */
  #now = Date.parse("2027-03-30T08:00:00Z");

  constructor(seed: number) {
    this.#seed = seed;
    this.#random = seededRandom(8000 + seed);
  }

  async play(): Promise<Outcome> {
    const thread = await this.#open();
    const places = { asker, adviser: { ...adviser, thread } };
    const exchange = new RelayedExchange(this.#seed, this.#seen, places);
    this.#isOpening = false;
    await this.#kill();
    while (this.#bot.kills < KILLS_EACH) {
      const moves = Array.from({ length: 1 + this.#below(3) }, () => exchange.next());
      for (const { event } of moves) this.#says(event);
      await this.#until(moves);
      // All of it acknowledged.
      if (this.#random() < 0.1 && this.#bot.kills < KILLS_EACH) await this.#kill();
    }
    await this.#bot.leave();
    for (let left = await this.#bot.hears(); left; left = await this.#bot.hears()) {
      this.#seen.hear(left);
    }
    return this.#outcome(exchange);
  }

  /** A request that is taken, and whose adviser knows how to answer. @returns the id of its thread */
  async #open(): Promise<string> {
    this.#says({ ...asker, text: "parler à une personne" });
    this.#says({ ...asker, text: "Faut-il déclarer notre tournoi à la mairie ?" });
    this.#says({ ...asker, press: "Donner mon département" });
    this.#says({ ...asker, text: "44" });
    this.#says({ ...asker, press: "Transmettre" });
    // Time passes: it is offered.
    this.#says();
    const thread = await this.#untilTold("**A-1** ·");
    const there = { ...adviser, thread };
    this.#says({ ...there, press: "Je prends", on: thread });
    await this.#untilTold("C'est à vous");
    this.#says({ ...there, id: "first", text: "> Bonjour, je regarde." });
    const preview = await this.#untilTold("> Bonjour, je regarde.");
    this.#says({ ...there, press: "Envoyer", on: preview });
    await this.#untilTold("Bonjour, je regarde.", askerRoom);
    return thread;
  }

  async #kill(): Promise<void> {
    await this.#bot.kill();
    // Its clock is ours again before anything else.
    this.#says();
  }

  /** The clock moves by some seconds, for nobody is heard more often than people type, then somebody does something. */
  #says(event?: object): void {
    this.#now += 3000;
    this.#bot.say({ at: new Date(this.#now).toISOString() });
    if (event) this.#bot.say(event);
  }

  /** What was not acknowledged is said again, as platforms do; what was may be, too. */
  #saysAgain(moves: readonly Move[]): void {
    for (const { event } of moves) this.#bot.say(event);
  }

  async #until(moves: readonly Move[]): Promise<void> {
    const waiting = () => moves.filter(({ isDone }) => !isDone());
    while (waiting().length > 0) {
      const message = await this.#hear(() => waiting().map(({ event }) => event));
      if (message) continue;
      await this.#bot.dies();
      this.#says();
      this.#saysAgain(moves);
    }
  }

  async #untilTold(words: string, room = adviser.room): Promise<string> {
    for (;;) {
      const message = await this.#hear(() => words);
      if (message?.to === room && message.text.includes(words)) return message.key;
    }
  }

  /** @returns undefined once the process is gone */
  async #hear(waitingFor: () => unknown): Promise<SentMessage | undefined> {
    const message = await Promise.race([this.#bot.hears(), pause(PATIENCE_MS, "late" as const)]);
    if (message === "late") {
      throw new Error(`seed ${this.#seed}: nothing came of ${JSON.stringify(waitingFor())}`);
    }
    if (message) this.#seen.hear(message);
    return message;
  }

  /** What both sides were shown, and what they should have been. */
  #outcome({ said, signs }: RelayedExchange): Outcome {
    const seen = said.map(({ id, word }) => {
      const shown = this.#seen.withWord(word);
      return {
        word,
        to: shown?.to,
        isGone: shown?.isGone,
        replies: shown?.replies,
        files: shown?.files,
        text: shown?.isGone === true ? undefined : shown?.text.split("\n").at(-1),
        signs: [this.#seen.signs("🔒", id), this.#seen.signs("✅", id)],
      };
    });
    const wanted = said.map((one) => {
      const signed = [one.kind === "note" ? 1 : 0, one.kind === "out" ? 1 : 0];
      if (one.kind === "note") return { word: one.word, signs: signed };
      return {
        word: one.word,
        to: one.kind === "in" ? adviser.room : askerRoom,
        isGone: one.isGone,
        replies: one.answers,
        files: one.hasFile ? [70] : [],
        text: one.isGone ? undefined : textOf({ ...one, kind: "in" }),
        signs: signed,
      };
    });
    const orderOf = (room: string) =>
      this.#seen.carried.filter(({ to }) => to === room).flatMap(({ text }) => wordOf(text) ?? []);
    const saidBy = (kind: "in" | "out") =>
      said.filter((one) => one.kind === kind).map(({ word }) => word);
    const notes = said.filter(({ kind }) => kind === "note").map(({ word }) => `${word} `);
    return {
      kills: this.#bot.kills,
      seen: {
        each: seen,
        orders: [orderOf(adviser.room), orderOf(askerRoom)],
        signs: signs.map(({ sign, on }) => [sign, on, this.#seen.signs(sign, on)]),
        leaked: this.#seen.sent.filter(
          ({ to, text }) => to === askerRoom && notes.some((word) => text.includes(word)),
        ),
      },
      wanted: {
        each: wanted,
        orders: [saidBy("in"), saidBy("out")],
        signs: signs.map(({ sign, on, isThere }) => [sign, on, isThere ? 1 : 0]),
        leaked: [],
      },
    };
  }

  /** Each process ends itself at one of its writes, but the first, which opens, and the last, which finishes. */
  #untilKilled(): Readonly<Record<string, string>> {
    if (this.#isOpening || this.#bot.kills >= KILLS_EACH) return {};
    return {
      NODE_OPTIONS: `--import=${killAtSync}`,
      PASSERELLE_KILL_AT_SYNC: String(1 + this.#below(MOST_SYNCS)),
    };
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end);
  }
}

function wordOf(text: string): string | undefined {
  return /mot\d+/u.exec(text)?.[0];
}
