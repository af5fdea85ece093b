import type { KeyServer } from "../../src/adapters/matrix/crypto/key-server.ts";
import { RefusedByServer } from "../../src/adapters/matrix/crypto/key-server.ts";
import { fieldOf } from "../../src/adapters/matrix/field-of.ts";
import type { CryptoSync } from "../../src/adapters/matrix/crypto/crypto-sync.ts";
import type { TestAccount } from "./synapse.ts";

/** What a sync brought to somebody. */
export interface TestSync {
  readonly crypto: CryptoSync;
  /** The timeline events of a room, oldest first. */
  readonly eventsOf: (room: string) => readonly unknown[];
}

/** Somebody's plain HTTP client. */
export class MatrixAccount implements KeyServer {
  readonly account: TestAccount;
  readonly #url: string;
  #since: string | undefined;
  #transaction = 0;

  constructor(url: string, account: TestAccount) {
    this.#url = url;
    this.account = account;
  }

  async send({ method, path, body }: Parameters<KeyServer["send"]>[0]): Promise<string> {
    return this.#request(method, path, body);
  }

  /** Makes an encrypted room and invites people to it. */
  async createEncryptedRoom(invited: readonly string[]): Promise<string> {
    const encryption = { algorithm: "m.megolm.v1.aes-sha2" };
    const state = [{ type: "m.room.encryption", state_key: "", content: encryption }];
    const body = { preset: "private_chat", invite: invited, initial_state: state };
    const answer: unknown = JSON.parse(
      await this.#request("POST", "/createRoom", JSON.stringify(body)),
    );
    return String(fieldOf(answer, "room_id"));
  }

  async join(room: string): Promise<void> {
    await this.#request("POST", `/rooms/${encodeURIComponent(room)}/join`, "{}");
  }

  async say(room: string, type: string, content: unknown): Promise<string> {
    this.#transaction += 1;
    const path = `/rooms/${encodeURIComponent(room)}/send/${type}/${this.#transaction}`;
    const answer: unknown = JSON.parse(await this.#request("PUT", path, JSON.stringify(content)));
    return String(fieldOf(answer, "event_id"));
  }

  /** All that is new since the last time. */
  async sync(): Promise<TestSync> {
    const since = this.#since === undefined ? "" : `&since=${encodeURIComponent(this.#since)}`;
    const text = await this.#request("GET", `/sync?timeout=0${since}`);
    const answer: unknown = JSON.parse(text);
    this.#since = String(fieldOf(answer, "next_batch"));
    return {
      crypto: cryptoOf(answer),
      eventsOf: (room) => list(fieldOf(answer, "rooms", "join", room, "timeline", "events")),
    };
  }

  async #request(method: string, path: string, body?: string): Promise<string> {
    const response = await fetch(`${this.#url}/_matrix/client/v3${path}`, {
      method,
      headers: { authorization: `Bearer ${this.account.token}` },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (!response.ok) throw new RefusedByServer(response.status, text);
    return text;
  }
}

function cryptoOf(answer: unknown): CryptoSync {
  const counts = Object.entries({ ...objectOf(fieldOf(answer, "device_one_time_keys_count")) });
  return {
    toDevice: list(fieldOf(answer, "to_device", "events")),
    changedUsers: list(fieldOf(answer, "device_lists", "changed")).map(String),
    leftUsers: list(fieldOf(answer, "device_lists", "left")).map(String),
    oneTimeKeyCounts: Object.fromEntries(counts.map(([name, count]) => [name, Number(count)])),
    unusedFallbackKeys: list(fieldOf(answer, "device_unused_fallback_key_types")).map(String),
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
