import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import type { Human } from "./human.ts";
import type { PlainClient } from "./plain-client.ts";
import { RoomSight } from "./room-sight.ts";

/** Somebody whose program knows no encryption: plain HTTP and a sync loop. */
export class PlainHuman implements Human {
  readonly sight = new RoomSight();
  readonly client: PlainClient;
  readonly #stopping = new AbortController();
  #syncing: Promise<void> | undefined;

  constructor(client: PlainClient) {
    this.client = client;
  }

  get user(): string {
    return this.client.account.user;
  }

  start(): this {
    this.#syncing = this.#sync();
    return this;
  }

  async send(room: string, type: string, content: object): Promise<string> {
    return this.client.send(room, type, content);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#syncing;
  }

  async #sync(): Promise<void> {
    const { signal } = this.#stopping;
    let since = "";
    while (!signal.aborted) {
      try {
        const path = `/sync?timeout=20000&filter=${filter}${since}`;
        const batch = await this.client.request("GET", path, undefined, signal);
        since = `&since=${encodeURIComponent(String(fieldOf(batch, "next_batch")))}`;
        this.#take(fieldOf(batch, "rooms", "join"));
        this.#take(fieldOf(batch, "rooms", "leave"));
      } catch (cause) {
        if (cause !== signal.reason) throw cause;
      }
    }
  }

  #take(rooms: unknown): void {
    for (const [room, changes] of entriesOf(rooms)) {
      const parts = ["state", "timeline", "ephemeral"].map((part) =>
        fieldOf(changes, part, "events"),
      );
      for (const event of parts.flat()) {
        this.sight.take(room, event, {
          isDecrypted: false,
          isUndecryptable: fieldOf(event, "type") === "m.room.encrypted",
        });
      }
    }
  }
}

/** Nothing is to be missed, however much comes at once. */
const filter = encodeURIComponent(JSON.stringify({ room: { timeline: { limit: 1000 } } }));

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}
