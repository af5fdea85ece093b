import { expect, it } from "vitest";
import { KilledBot } from "../support/killed-bot.ts";
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

/** Lets a running process get somewhere; where exactly is left to chance. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
