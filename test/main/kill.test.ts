import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { asLines, SentReader, type SentMessage } from "../support/json-lines.ts";
import { startPasserelle } from "../support/run-passerelle.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Turns played; PASSERELLE_FULL_PROOFS=1 plays ten times as many. */
const TURNS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 2000 : 200;
const KILL_SHARE = 0.1;

it(
  `loses nothing acknowledged and repeats no message in ${TURNS} turns with kill -9`,
  { timeout: 1_800_000 },
  async () => {
    const random = seededRandom(20261121);
    const bot = new KilledBot(temporaryFolder());
    for (let turn = 0; turn < TURNS; turn += 1) {
      const person = { from: `p${turn}`, room: `@p${turn}`, direct: true };
      const question = { ...person, id: `ask-${turn}`, text: "oublie-moi" };
      bot.say(question);
      if (random() < KILL_SHARE) {
        // Somewhere in a turn: whatever was reached, the replayed event completes it, once.
        await pause(Math.floor(random() * 12));
        await bot.kill();
        bot.say(question);
      }
      expect((await bot.hears())?.text, `turn ${turn}`).toContain("On efface ?");
      // Acknowledged: from here on, the bot must remember that it waits for a yes or a no.
      if (random() < KILL_SHARE) await bot.kill();
      bot.say({ ...person, id: `no-${turn}`, press: "Non, ne rien effacer" });
      expect((await bot.hears())?.text, `turn ${turn}`).toContain("Je n'efface rien");
    }
    await bot.leave();
    expect(bot.kills).toBeGreaterThan(TURNS * KILL_SHARE);
    expect(bot.distinctMessages).toBe(2 * TURNS);
  },
);

/** A `simulate` on one data folder, killed and started again. */
class KilledBot {
  kills = 0;
  readonly #folder: string;
  readonly #keys = new Set<string>();
  readonly #heard: SentMessage[] = [];
  #child;
  #sent;
  #gone;

  constructor(folder: string) {
    this.#folder = folder;
    this.#child = startPasserelle(["simulate", "--data", folder]);
    this.#sent = new SentReader(this.#child);
    this.#gone = goneOf(this.#child);
  }

  get distinctMessages(): number {
    return this.#keys.size;
  }

  say(event: object): void {
    this.#child.stdin.write(asLines(event));
  }

  /** The next message with a new key: a platform shows one message a key. */
  async hears(): Promise<SentMessage | undefined> {
    for (;;) {
      const message = this.#heard.shift() ?? (await this.#sent.next());
      if (!message || !this.#keys.has(message.key)) {
        if (message) this.#keys.add(message.key);
        return message;
      }
    }
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#gone;
    this.kills += 1;
    for (let left = await this.#sent.next(); left; left = await this.#sent.next()) {
      this.#heard.push(left);
    }
    // Throws, and so fails the test, when a file was left unreadable.
    for (const file of collectionFiles(this.#folder)) JSON.parse(readFileSync(file, "utf8"));
    this.#child = startPasserelle(["simulate", "--data", this.#folder]);
    this.#sent = new SentReader(this.#child);
    this.#gone = goneOf(this.#child);
  }

  async leave(): Promise<void> {
    this.#child.stdin.end();
    await this.#gone;
  }
}

function goneOf(child: ReturnType<typeof startPasserelle>): Promise<unknown> {
  return new Promise((resolve) => child.once("close", resolve));
}

function collectionFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[a-z-]+\.json$/.test(name))
    .map((name) => join(folder, name));
}

/** Lets a running process get somewhere; where exactly is left to chance. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
