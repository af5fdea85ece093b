import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Bot } from "../bot/bot.ts";
import { openLowdbStore } from "../stores/lowdb-store.ts";
import { createJsonLog } from "../system/json-log.ts";
import { systemClock } from "../system/system-clock.ts";
import { startTicker } from "../system/ticker.ts";
import { learnInBackground, type Learning } from "./learn-in-background.ts";
import { lastKnowledge, loadKnowledge, upToDateKnowledge } from "./load-knowledge.ts";
import { isInteractive, openTerminal } from "./open-terminal.ts";
import { configOf, configOption } from "./options.ts";

/** `passerelle start`: lives on the configured platform; with none, a chat in the terminal. */
export async function start(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: configOption });
  const config = configOf(values, root);
  const { matrix } = config;
  const clock = systemClock;
  // Warnings only in a terminal: lines of a log in the middle of a chat help nobody.
  const log = createJsonLog(
    matrix ? "info" : "warn",
    (line) => process.stderr.write(line),
    () => clock.now(),
  );
  const upToDate = upToDateKnowledge(root, config);
  // Nobody waits for a changed library: the last good one answers until it is learnt.
  const last = upToDate ?? lastKnowledge(root, config);
  const knowledge = last ?? (await loadKnowledge(root, config));
  const store = await openLowdbStore({
    folder: resolve(root, config.dataFolder),
    types: knowledge.kinds,
    log,
  });
  try {
    return await live();
  } finally {
    await store.close();
  }

  async function live(): Promise<number> {
    const tell = knowledge.tell(config.language);
    const place = matrix
      ? // Loaded where it is needed: starting a terminal is felt.
        await (
          await import("./open-matrix.ts")
        ).openMatrix({ root, config, settings: matrix, store, tell, clock, log })
      : openTerminal(tell, clock);
    // What is piped in is one person's own file: it is all read.
    const isPiped = !matrix && !isInteractive();
    const limits = isPiped ? { ...config, messagesPerMinute: Infinity } : config;
    const bot = new Bot({ knowledge, store, platforms: [place.platform], limits, clock, log });
    process.once("SIGTERM", place.leave);
    process.once("SIGINT", place.leave);
    try {
      await bot.start();
      const learning = last && !upToDate ? learnInBackground(root, args) : undefined;
      const adopting = learning && adoptLearnt(bot, learning);
      const ticker = startTicker(config.timeZone, () => bot.tick());
      try {
        await place.ended;
      } finally {
        learning?.stop();
        await adopting;
        await ticker.stop();
        await bot.stop();
      }
    } finally {
      await place.close();
    }
    return 0;
  }

  async function adoptLearnt(bot: Bot, { end }: Learning): Promise<void> {
    const ended = await end;
    const learnt = ended === "learnt" ? upToDateKnowledge(root, config) : undefined;
    if (learnt) bot.adopt(learnt);
    if (ended === "failed") {
      log.warn("library-not-learnt", { remedy: "npm run -s passerelle -- check" });
    }
  }
}
