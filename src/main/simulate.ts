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
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { FileShelf } from "../ports/file-shelf.ts";
import type { Store } from "../ports/store.ts";
import { createPictureMaker } from "../rendering/picture-maker.ts";
import { createMemoryShelf } from "../stores/memory-shelf.ts";
import { createMemoryStore } from "../stores/memory-store.ts";
import { createJsonLog } from "../system/json-log.ts";
import { newCode } from "../system/new-code.ts";
import { systemClock } from "../system/system-clock.ts";
import { KeptProgramme } from "../workshops/kept-programme.ts";
import { keepProgramme } from "./keep-programme.ts";
import { loadKnowledge } from "./load-knowledge.ts";
import { openData } from "./open-data.ts";
import { configOf, configOption } from "./options.ts";
import { SimulatedTalk } from "./simulated-talk.ts";
import { subscribeByDefault } from "./subscribe-by-default.ts";

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
  const memoryShelf = createMemoryShelf();
  const openStore = async (): Promise<OpenStore> => {
    // Closing a memory store would lose what a restart must find again.
    if (folder === undefined) {
      return { store: memory, shelf: memoryShelf, release: () => Promise.resolve() };
    }
    const { store, shelf } = await openData(folder, {
      types,
      log,
      key: process.env["PASSERELLE_KEY"],
    });
    return { store, shelf, release: () => store.close() };
  };
  const rehearsal = new Rehearsal({ knowledge, config, openStore, log });
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
  readonly shelf: FileShelf;
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
  readonly #talk = new SimulatedTalk();
  #now = systemClock.now();
  #store: OpenStore | undefined;
  #bot: Bot | undefined;

  constructor(parts: RehearsalParts) {
    this.#parts = parts;
  }

  async play(event: SimulatedEvent): Promise<void> {
    // Before the first start time only is: the programme notes when it came in.
    if ("at" in event && !this.#bot) this.#now = new Date(event.at);
    if (!this.#bot) await this.#open();
    if ("at" in event) {
      await this.#passUntil(new Date(event.at));
    } else if ("restart" in event) {
      await this.close();
      await this.#open();
    } else {
      const platform = await this.#platform(event.platform);
      await platform.deliver(this.#talk.incomingOf(event, this.#now));
      // What is left to others of a turn is printed at its own hour too.
      await this.#bot?.idle();
    }
  }

  /** Time passes tick by tick, as for a process that runs: a move ahead is no outage. Back, the clock jumps. */
  async #passUntil(end: Date): Promise<void> {
    for (let next = tickAfter(this.#now); next < end; next = tickAfter(next)) {
      this.#now = next;
      // Time goes one way.
      // oxlint-disable-next-line no-await-in-loop
      await this.#tick();
    }
    this.#now = end;
    await this.#tick();
  }

  /** Its messages are printed at its own hour. */
  async #tick(): Promise<void> {
    await this.#bot?.tick();
    await this.#bot?.idle();
  }

  async close(): Promise<void> {
    await this.#bot?.stop();
    await this.#store?.release();
  }

  async #open(): Promise<void> {
    const { config, openStore, log } = this.#parts;
    this.#store = await openStore();
    const { store, shelf } = this.#store;
    const clock = { now: () => this.#now };
    const { documents } = this.#parts.knowledge;
    const programme = await KeptProgramme.open({ store, documents, clock });
    const knowledge = await keepProgramme(this.#parts.knowledge, programme, { clock, log });
    await subscribeByDefault(config, { store, documents, clock });
    for (const name of await platformsIn(store, documents)) this.#join(name);
    const platforms = this.#platforms;
    this.#bot = new Bot({
      knowledge,
      store,
      platforms,
      limits: config,
      clock,
      log,
      programme,
      shelf,
      newCode,
      pictures: createPictureMaker(),
    });
    await this.#bot.start();
    await this.#bot.idle();
  }

  async #platform(name: string): Promise<SimulatedPlatform> {
    const known = this.#platforms.find((platform) => platform.name === name);
    if (known) return known;
    const platform = this.#join(name);
    await this.#bot?.welcome(platform);
    await this.#bot?.idle();
    return platform;
  }

  #join(name: string): SimulatedPlatform {
    const known = this.#platforms.find((platform) => platform.name === name);
    if (known) return known;
    const platform = new SimulatedPlatform(name, (reply) => {
      this.#talk.hear(reply);
      process.stdout.write(`${describeSent(reply, this.#now)}\n`);
    });
    this.#platforms.push(platform);
    return platform;
  }
}

/**
 * Time between two ticks. A process has one each minute; schedules keep round hours, nothing is late for so
 * little, and a season still passes in seconds.
 */
const TICK_MS = 5 * 60_000;

/** The next round time of a tick. */
function tickAfter(at: Date): Date {
  return new Date((Math.floor(at.getTime() / TICK_MS) + 1) * TICK_MS);
}

/** The platforms that something is to be sent to before anybody says a word. */
async function platformsIn(
  store: Store,
  { subscriptions, registrations, outbox }: StoredDocuments,
): Promise<ReadonlySet<string>> {
  const [rooms, people, rows] = await Promise.all([
    store.list(subscriptions),
    store.list(registrations),
    store.list(outbox),
  ]);
  return new Set([
    ...rooms.map(({ document }) => document.to.platform),
    ...people.map(({ document }) => document.answerIn.platform),
    ...rows.map(({ document }) => document.reply.to.platform),
  ]);
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
