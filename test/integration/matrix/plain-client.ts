import { randomUUID } from "node:crypto";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import type { TestAccount } from "../../support/synapse.ts";

/** What a room is made with. */
export interface NewRoom {
  readonly invite: readonly string[];
  readonly isDirect?: boolean;
  readonly name?: string;
  readonly isEncrypted?: boolean;
  readonly isPublic?: boolean;
  /** Messages one room key serves, so that keys change often. */
  readonly rotationMessages?: number;
  /** Levels of people but its maker, from room version 12 on. */
  readonly powerLevels?: Readonly<Record<string, number>>;
  /** Its version, 12 unless told. */
  readonly version?: string;
}

/** Somebody's account by plain HTTP: all that needs no encryption. A server that is away is waited for. */
export class PlainClient {
  readonly account: TestAccount;
  readonly #url: string;

  constructor(url: string, account: TestAccount) {
    this.#url = url;
    this.account = account;
  }

  async createRoom(room: NewRoom): Promise<string> {
    const encryption = {
      type: "m.room.encryption",
      state_key: "",
      content: { algorithm: "m.megolm.v1.aes-sha2", rotation_period_msgs: room.rotationMessages },
    };
    const body = {
      preset: room.isPublic === true ? "public_chat" : "private_chat",
      is_direct: room.isDirect ?? false,
      invite: room.invite,
      name: room.name,
      initial_state: room.isEncrypted === true ? [encryption] : [],
      room_version: room.version ?? "12",
      // From version 12 on, who made the room stands above all levels and may not be named.
      ...(room.powerLevels && { power_level_content_override: { users: room.powerLevels } }),
    };
    return String(fieldOf(await this.post("/createRoom", body), "room_id"));
  }

  async invite(room: string, user: string): Promise<void> {
    await this.post(`${pathOf(room)}/invite`, { user_id: user });
  }

  async join(room: string): Promise<void> {
    await this.post(`${pathOf(room)}/join`, {});
  }

  async leave(room: string): Promise<void> {
    await this.post(`${pathOf(room)}/leave`, {});
  }

  /** Sends an event as it is, never encrypted. */
  async send(room: string, type: string, content: object): Promise<string> {
    const path = `${pathOf(room)}/send/${type}/${randomUUID()}`;
    return String(fieldOf(await this.request("PUT", path, content), "event_id"));
  }

  async redact(room: string, event: string): Promise<void> {
    await this.request(
      "PUT",
      `${pathOf(room)}/redact/${encodeURIComponent(event)}/${randomUUID()}`,
      {},
    );
  }

  /** @returns the room that takes its place */
  async upgrade(room: string): Promise<string> {
    const answer = await this.post(`${pathOf(room)}/upgrade`, { new_version: "12" });
    return String(fieldOf(answer, "replacement_room"));
  }

  /** The content of a state event as the server has it now. */
  async state(room: string, type: string, key = ""): Promise<unknown> {
    return this.request("GET", `${pathOf(room)}/state/${type}/${encodeURIComponent(key)}`);
  }

  /** Every event of a room that the server has, oldest first, as it has it. */
  async history(room: string): Promise<readonly unknown[]> {
    const events: unknown[] = [];
    let from = "";
    for (;;) {
      const query = `dir=f&limit=500${from === "" ? "" : `&from=${encodeURIComponent(from)}`}`;
      const page = await this.request("GET", `${pathOf(room)}/messages?${query}`);
      const chunk: unknown = fieldOf(page, "chunk");
      if (isList(chunk)) events.push(...chunk);
      const end = fieldOf(page, "end");
      if (typeof end !== "string") return events;
      from = end;
    }
  }

  /** The bytes behind an `mxc://` address. */
  async download(address: string): Promise<Buffer> {
    const path = `/_matrix/client/v1/media/download/${address.slice("mxc://".length)}`;
    const headers = { authorization: `Bearer ${this.account.token}` };
    const response = await fetch(this.#url + path, { headers });
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Puts bytes on the server. @returns their `mxc://` address */
  async upload(bytes: Uint8Array): Promise<string> {
    const response = await fetch(`${this.#url}/_matrix/media/v3/upload`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${this.account.token}`,
        "content-type": "application/octet-stream",
      },
      body: Buffer.from(bytes),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${JSON.stringify(answer)}`);
    return String(fieldOf(answer, "content_uri"));
  }

  /** The same account on another device. */
  async logInAgain(): Promise<TestAccount> {
    const identifier = { type: "m.id.user", user: this.account.user };
    const { password } = this.account;
    const answer = await this.post("/login", { type: "m.login.password", identifier, password });
    const [device, token] = [fieldOf(answer, "device_id"), fieldOf(answer, "access_token")];
    return { ...this.account, device: String(device), token: String(token) };
  }

  async post(path: string, body: object): Promise<unknown> {
    return this.request("POST", path, body);
  }

  async request(
    method: string,
    path: string,
    body?: object,
    signal?: AbortSignal,
  ): Promise<unknown> {
    const text = await waitedFor(async () => {
      const response = await fetch(`${this.#url}/_matrix/client/v3${path}`, {
        method,
        headers: { authorization: `Bearer ${this.account.token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
      const answer = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: HTTP ${response.status}: ${answer}`);
      return answer;
    });
    const parsed: unknown = JSON.parse(text);
    return parsed;
  }
}

function pathOf(room: string): string {
  return `/rooms/${encodeURIComponent(room)}`;
}

async function waitedFor(attempt: () => Promise<string>): Promise<string> {
  for (;;) {
    try {
      return await attempt();
    } catch (cause) {
      // What `fetch` throws when nobody listens, or no longer; anything else is a fault of the test.
      if (!(cause instanceof TypeError)) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
