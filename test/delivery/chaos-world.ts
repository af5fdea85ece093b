import type { Reply } from "../../src/model/reply.ts";
import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import type { Store } from "../../src/ports/store.ts";

/** What may befall a message on its way. */
const sendFates = [
  "crash-before",
  "crash-after",
  "crash-and-done-later",
  "time-out-before",
  "time-out-after",
  "response-lost",
  "too-many-requests",
  "server-error",
] as const;

/** What may befall a write. */
const writeFates = ["crash-before-write", "crash-after-write", "disk-full"] as const;

/** Rooms that outlive the process. A key shows one message in a room, as both real platforms do. */
export class ChaosWorld {
  /** Ids of messages by room, then by key. */
  readonly shown = new Map<string, Map<string, string>>();
  readonly counts = new Map<string, number>();
  /** Requests of a process that died, which the server has still to do. */
  #onTheWire: Reply[] = [];
  #messages = 0;
  readonly #random: () => number;
  /** The chance of each message and each write to go wrong, 0 to 1. */
  peril: number;

  constructor(random: () => number, peril: number) {
    this.#random = random;
    this.peril = peril;
  }

  draw<T>(fates: readonly T[]): T | undefined {
    if (this.#random() >= this.peril) return undefined;
    return fates[Math.floor(this.#random() * fates.length)];
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  show({ to, key }: Reply): string {
    const room = this.shown.get(to.room) ?? new Map<string, string>();
    this.shown.set(to.room, room);
    const known = room.get(key);
    if (known !== undefined) {
      this.count("repeats-shown-once");
      return known;
    }
    this.#messages += 1;
    const id = `message ${this.#messages}`;
    room.set(key, id);
    return id;
  }

  later(reply: Reply): void {
    this.#onTheWire.push(reply);
  }

  /** What was on the wire arrives. */
  arrive(): void {
    for (const reply of this.#onTheWire) this.show(reply);
    this.#onTheWire = [];
  }
}

/** Each its own: one that all share would keep every dead process in memory. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** One life of the process: its platform and its store, of which nothing answers once it is dead. */
export class ChaosLife {
  readonly platform: ChatPlatform;
  readonly store: Store;
  /** Resolves when it dies. */
  readonly death: Promise<void>;
  isDead = false;
  #die: () => void = () => undefined;

  constructor(world: ChaosWorld, store: Store) {
    this.death = new Promise((resolve) => {
      this.#die = () => {
        this.isDead = true;
        resolve();
      };
    });
    this.platform = {
      name: "here",
      start: async () => undefined,
      stop: async () => undefined,
      showTyping: async () => undefined,
      send: (reply) => this.#send(reply, world),
    };
    this.store = {
      get: (type, id) => (this.isDead ? never() : store.get(type, id)),
      list: (type, names) => (this.isDead ? never() : store.list(type, names)),
      scrub: () => store.scrub(),
      close: () => store.close(),
      write: async (changes) => {
        if (this.isDead) return never();
        const fate = world.draw(writeFates);
        if (fate) world.count(fate);
        if (fate === "disk-full") throw new Error("ENOSPC");
        if (fate === "crash-before-write") return this.#crash();
        await store.write(changes);
        return fate === "crash-after-write" ? this.#crash() : undefined;
      },
    };
  }

  async #send(reply: Reply, world: ChaosWorld): Promise<string> {
    if (this.isDead) return never();
    // Others go on meanwhile, as on a network.
    await Promise.resolve();
    const fate = world.draw(sendFates);
    if (fate) world.count(fate);
    switch (fate) {
      case undefined:
        return world.show(reply);
      case "crash-before":
        return this.#crash();
      case "crash-after":
        world.show(reply);
        return this.#crash();
      case "crash-and-done-later":
        world.later(reply);
        return this.#crash();
      case "time-out-after":
      case "response-lost":
        world.show(reply);
        throw new Error(fate);
      case "time-out-before":
      case "too-many-requests":
      case "server-error":
        throw new Error(fate);
    }
  }

  #crash(): Promise<never> {
    this.#die();
    return never();
  }
}
