import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ConsolePlatform } from "../adapters/console/console-platform.ts";
import { Bot } from "../bot/bot.ts";
import { openLowdbStore } from "../stores/lowdb-store.ts";
import { createJsonLog } from "../system/json-log.ts";
import { systemClock } from "../system/system-clock.ts";
import { startTicker } from "../system/ticker.ts";
import { loadKnowledge } from "./load-knowledge.ts";
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
  const knowledge = await loadKnowledge(root, config);
  const store = await openLowdbStore({
    folder: resolve(root, config.dataFolder),
    types: Object.values(knowledge.documents),
    log,
  });
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
    welcome: knowledge.tell(config.language)("welcome"),
    nextId: randomUUID,
    now: () => clock.now(),
  });
  const bot = new Bot({ knowledge, store, platforms: [console], limits: config, clock, log });
  const leave = () => void console.stop();
  process.once("SIGTERM", leave);
  process.once("SIGINT", leave);
  await bot.start();
  const ticker = startTicker(config.timeZone, () => bot.tick());
  await console.ended;
  await ticker.stop();
  await bot.stop();
  await store.close();
  return 0;
}
