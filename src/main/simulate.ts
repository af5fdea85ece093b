import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  describeSent,
  simulatedEvent,
  type SimulatedEvent,
} from "../adapters/simulated/simulate-protocol.ts";
import { SimulatedPlatform } from "../adapters/simulated/simulated-platform.ts";
import { Bot } from "../bot/bot.ts";
import type { Knowledge } from "../bot/knowledge.ts";
import type { Config } from "../loading/load-config.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Store } from "../ports/store.ts";
import { openLowdbStore } from "../stores/lowdb-store.ts";
import { createMemoryStore } from "../stores/memory-store.ts";
import { createJsonLog } from "../system/json-log.ts";
import { systemClock } from "../system/system-clock.ts";
import { loadKnowledge } from "./load-knowledge.ts";
import { configOf, configOption } from "./options.ts";

/** `passerelle simulate`: plays JSON Lines of events to the whole bot, prints what it sends. */
export async function simulate(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...configOption, data: { type: "string" } },
  });
  const config = configOf(values, root);
  const knowledge = await loadKnowledge(root, config);
  const log = createJsonLog(
    "warn",
    (line) => process.stderr.write(line),
    () => systemClock.now(),
  );
  const types = Object.values(knowledge.documents);
  const folder = values.data === undefined ? undefined : resolve(values.data);
  const memory = createMemoryStore(types);
  const openStore = async (): Promise<OpenStore> => {
    // Closing a memory store would lose what a restart must find again.
    if (folder === undefined) return { store: memory, release: () => Promise.resolve() };
    const store = await openLowdbStore({ folder, types, log });
    return { store, release: () => store.close() };
  };
  const rehearsal = new Rehearsal({ knowledge, config, openStore, log });
  await rehearsal.open();
  let exitCode = 0;
  let lineNumber = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    lineNumber += 1;
    if (line.trim() === "") continue;
    const event = readEvent(line);
    if (typeof event === "string") {
      process.stderr.write(`line ${lineNumber}: ${event}\n`);
      exitCode = 1;
      continue;
    }
    await rehearsal.play(event);
  }
  await rehearsal.close();
  return exitCode;
}

/** A store, and how to leave it to the next start. */
interface OpenStore {
  readonly store: Store;
  readonly release: () => Promise<void>;
}

interface RehearsalParts {
  readonly knowledge: Knowledge;
  readonly config: Config;
  readonly openStore: () => Promise<OpenStore>;
  readonly log: ReturnType<typeof createJsonLog>;
}

/** The bot with a clock that stands still and platforms that appear as somebody speaks on them. */
class Rehearsal {
  readonly #parts: RehearsalParts;
  readonly #platforms: SimulatedPlatform[] = [];
  // Ids must not come again on a store that is kept, where they would pass for replays.
  readonly #run = randomUUID();
  #events = 0;
  #now = systemClock.now();
  #store: OpenStore | undefined;
  #bot: Bot | undefined;

  constructor(parts: RehearsalParts) {
    this.#parts = parts;
  }

  async open(): Promise<void> {
    const { knowledge, config, openStore, log } = this.#parts;
    this.#store = await openStore();
    this.#bot = new Bot({
      knowledge,
      store: this.#store.store,
      platforms: this.#platforms,
      limits: config,
      clock: { now: () => this.#now },
      log,
    });
    await this.#bot.start();
  }

  async play(event: SimulatedEvent): Promise<void> {
    if ("at" in event) {
      this.#now = new Date(event.at);
      await this.#bot?.tick();
    } else if ("restart" in event) {
      await this.close();
      await this.open();
    } else {
      const platform = await this.#platform(event.platform);
      await platform.deliver(this.#messageOf(event));
    }
  }

  async close(): Promise<void> {
    await this.#bot?.stop();
    await this.#store?.release();
  }

  async #platform(name: string): Promise<SimulatedPlatform> {
    const known = this.#platforms.find((platform) => platform.name === name);
    if (known) return known;
    const platform = new SimulatedPlatform(name, (reply) => {
      process.stdout.write(`${describeSent(reply, this.#now)}\n`);
    });
    this.#platforms.push(platform);
    await this.#bot?.welcome(platform);
    return platform;
  }

  #messageOf(event: Extract<SimulatedEvent, { from: string }>): IncomingMessage {
    this.#events += 1;
    const { from, platform, roles } = event;
    // Without a room it is between the two of them.
    const isDirect = event.direct ?? event.room === undefined;
    const pressed = "press" in event ? event.press : undefined;
    return {
      id: event.id ?? `${this.#run}.${this.#events}`,
      from,
      isFromBot: false,
      roles,
      address: { platform, room: event.room ?? `@${from}`, isDirect },
      text: "text" in event ? event.text : "",
      pressed,
      isForUs: isDirect || pressed !== undefined || event.mention === true,
      sentAt: this.#now,
    };
  }
}

function readEvent(line: string): SimulatedEvent | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return "not JSON";
  }
  const parsed = simulatedEvent.safeParse(json);
  return parsed.success ? parsed.data : "not an event; the README lists the events of simulate";
}
