import { createHash } from "node:crypto";
import { setMaxListeners } from "node:events";
import { onTestFinished, vi } from "vitest";
import type { RoomMachine } from "../../src/adapters/matrix/room-machine.ts";
import { matrixKinds } from "../../src/adapters/matrix/matrix-documents.ts";
import { MatrixPlatform } from "../../src/adapters/matrix/matrix-platform.ts";
import type { MatrixSettings } from "../../src/adapters/matrix/matrix-settings.ts";
import { createHomeserver } from "../../src/adapters/matrix/transport/homeserver.ts";
import { type Incoming, isDeletion } from "../../src/model/incoming-message.ts";
import type { Reply } from "../../src/model/reply.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { FakeHomeserver } from "./fake-homeserver.ts";
import type { FakeDevice } from "./fake-matrix/fake-state.ts";
import { keptLog } from "./kept-log.ts";

/** How an adapter under test differs from the usual. */
export interface RigOptions {
  readonly settings?: Partial<MatrixSettings>;
  readonly machine?: RoomMachine;
  readonly clock?: Clock;
  /** What the core answers; an echo unless told. */
  readonly answer?: (incoming: Incoming) => readonly Reply[];
}

/** The adapter before a homeserver of ours, with a core that only echoes. */
export class MatrixRig {
  readonly homeserver: FakeHomeserver;
  readonly bot: FakeDevice;
  readonly log = keptLog();
  readonly received: Incoming[] = [];
  readonly #store: Store = createMemoryStore(matrixKinds);
  #platform: MatrixPlatform | undefined;
  #options: RigOptions;

  private constructor(homeserver: FakeHomeserver, options: RigOptions) {
    this.homeserver = homeserver;
    this.bot = homeserver.register("bot");
    this.#options = options;
  }

  /** A homeserver and the adapter on it, ready; both go when the test ends. */
  static async start(options: RigOptions = {}): Promise<MatrixRig> {
    const rig = await MatrixRig.prepare(options);
    await rig.startBot();
    return rig;
  }

  /** The homeserver alone, before the adapter is started on it. */
  static async prepare(options: RigOptions = {}): Promise<MatrixRig> {
    const homeserver = await FakeHomeserver.start();
    const rig = new MatrixRig(homeserver, options);
    onTestFinished(async () => {
      await rig.stopBot();
      await homeserver.stop();
    });
    return rig;
  }

  get world() {
    return this.homeserver.world;
  }

  get store(): Store {
    return this.#store;
  }

  /** Starts the adapter, again on the same store. */
  async startBot(options: RigOptions = this.#options): Promise<void> {
    this.#options = options;
    const { settings, machine, clock = { now: () => new Date() }, answer = echo } = options;
    const { log } = this;
    const ending = new AbortController();
    setMaxListeners(0, ending.signal);
    const server = createHomeserver({
      baseUrl: this.homeserver.url,
      accessToken: this.bot.token,
      log,
      clock,
      random: () => 0,
      signal: ending.signal,
    });
    const platform = new MatrixPlatform({
      settings: { ...usual, homeserver: this.homeserver.url, userId: this.bot.user, ...settings },
      server,
      machine,
      store: this.#store,
      clock,
      log,
      tell: (key) => key,
      tellIn: (language) => (key) => `${key} ${language}`,
      cutOff: () => ending.abort(),
    });
    this.#platform = platform;
    const before = log.lines.filter(isReady).length;
    await platform.start(async (incoming) => {
      this.received.push(incoming);
      for (const reply of answer(incoming)) await platform.send(reply);
      return false;
    });
    await vi.waitFor(() => {
      if (log.lines.filter(isReady).length <= before) throw new Error("not ready");
    });
  }

  get platform(): MatrixPlatform {
    if (!this.#platform) throw new Error("not started");
    return this.#platform;
  }

  async stopBot(): Promise<void> {
    await this.#platform?.stop();
    this.#platform = undefined;
  }

  /** The adapter's own time. */
  now(): Date {
    return this.#options.clock?.now() ?? new Date();
  }

  /** A room between one person and the assistant. */
  directRoom(person: FakeDevice): string {
    return this.world.createRoom(person.user, { members: [this.bot.user] });
  }

  /** A room of several people and the assistant. */
  sharedRoom(...people: readonly FakeDevice[]): string {
    const [first, ...others] = people.map(({ user }) => user);
    if (first === undefined) throw new Error("nobody");
    return this.world.createRoom(first, { members: [...others, this.bot.user], name: "Bureau" });
  }

  /** What the assistant said in a room. */
  answers(room: string): readonly string[] {
    return this.world
      .eventsIn(room)
      .filter(({ type, sender }) => type === "m.room.message" && sender === this.bot.user)
      .map(({ content }) => String(content["body"]));
  }

  /** What the assistant has said in a room once it is so many messages, or when waiting is in vain. */
  async heard(room: string, messages: number, withinMs = 5000): Promise<readonly string[]> {
    const enough = (): void => {
      if (this.answers(room).length < messages) throw new Error("not yet");
    };
    await vi.waitFor(enough, { timeout: withinMs, interval: 10 }).catch(() => undefined);
    return this.answers(room);
  }
}

const usual: Omit<MatrixSettings, "homeserver" | "userId"> = {
  encryption: "on",
  invitations: "anyone",
  prefix: "!assistant",
  coordinators: [],
  mediators: [],
  advisers: [],
  coordinatorPowerLevel: 50,
  bots: [],
};

/** Repeats what is said to it. */
function echo(incoming: Incoming): readonly Reply[] {
  if (isDeletion(incoming) || !incoming.isForUs || incoming.isFromBot) return [];
  if (incoming.reacts) return [];
  return [replyTo(incoming, `echo: ${incoming.pressed ?? incoming.text}`)];
}

/** A reply to a message, under a key of its own. */
export function replyTo(
  incoming: Exclude<Incoming, { deletes: string }>,
  text: string,
  more: Partial<Reply> = {},
): Reply {
  const { id, from, address, thread } = incoming;
  return {
    key: keyOf(id, text),
    to: address,
    kind: "reply",
    text,
    choices: [],
    attachments: [],
    inReplyTo: { id, from },
    thread,
    ...more,
  };
}

function keyOf(...cause: readonly string[]): string {
  return createHash("sha256").update(cause.join(" ")).digest("base64url").slice(0, 22);
}

function isReady(line: string): boolean {
  return line.includes('"event":"ready"');
}
