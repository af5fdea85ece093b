import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ConsolePlatform } from "../adapters/console/console-platform.ts";
import { Bot } from "../bot/bot.ts";
import { openLowdbStore } from "../stores/lowdb-store.ts";
import { createJsonLog } from "../system/json-log.ts";
import { systemClock } from "../system/system-clock.ts";
import { startTicker } from "../system/ticker.ts";
import { learnInBackground, type Learning } from "./learn-in-background.ts";
import { lastKnowledge, loadKnowledge, upToDateKnowledge } from "./load-knowledge.ts";
import { configOf, configOption } from "./options.ts";

/** Beyond this a line is hard to follow, however wide the terminal. */
const WIDEST = 100;

/** `passerelle start`: with no other platform configured, a chat in the terminal. */
export async function start(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: configOption });
  const config = configOf(values, root);
  const clock = systemClock;
  // Warnings only: lines of a log in the middle of a chat help nobody.
  const log = createJsonLog(
    "warn",
    (line) => process.stderr.write(line),
    () => clock.now(),
  );
  const upToDate = upToDateKnowledge(root, config);
  // Nobody waits for a changed library: the last good one answers until it is learnt.
  const last = upToDate ?? lastKnowledge(root, config);
  const knowledge = last ?? (await loadKnowledge(root, config));
  const store = await openLowdbStore({
    folder: resolve(root, config.dataFolder),
    types: Object.values(knowledge.documents),
    log,
  });
  const tell = knowledge.tell(config.language);
  const isInteractive = process.stdin.isTTY && process.stdout.isTTY;
  const console = new ConsolePlatform({
    input: process.stdin,
    output: process.stdout,
    isInteractive,
    style: {
      // The convention of https://no-color.org, read by node itself.
      hasColours: isInteractive && process.stdout.hasColors(),
      width: isInteractive ? Math.min(process.stdout.columns, WIDEST) : 0,
    },
    welcome: `${tell("welcome")} ${tell("how-to-leave")}`,
    nextId: randomUUID,
    now: () => clock.now(),
  });
  // What is piped in is one person's own file: it is all read.
  const limits = isInteractive ? config : { ...config, messagesPerMinute: Infinity };
  const bot = new Bot({ knowledge, store, platforms: [console], limits, clock, log });
  const leave = () => void console.stop();
  process.once("SIGTERM", leave);
  process.once("SIGINT", leave);
  await bot.start();
  const learning = last && !upToDate ? learnInBackground(root, args) : undefined;
  const adopting = learning && adoptLearnt(learning);
  const ticker = startTicker(config.timeZone, () => bot.tick());
  await console.ended;
  learning?.stop();
  await adopting;
  await ticker.stop();
  await bot.stop();
  await store.close();
  return 0;

  async function adoptLearnt({ end }: Learning): Promise<void> {
    const ended = await end;
    const learnt = ended === "learnt" ? upToDateKnowledge(root, config) : undefined;
    if (learnt) bot.adopt(learnt);
    if (ended === "failed") {
      log.warn("library-not-learnt", { remedy: "npm run -s passerelle -- check" });
    }
  }
}
