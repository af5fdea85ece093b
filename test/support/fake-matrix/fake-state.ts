import { randomUUID } from "node:crypto";
import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import { FakeKeys } from "./fake-keys.ts";
import { FakeRefusal } from "./fake-refusal.ts";
import { FakeWorld, type Json } from "./fake-world.ts";

/** A device that is logged in. */
export interface FakeDevice {
  readonly user: string;
  readonly device: string;
  readonly token: string;
}

/** A request that was let in. */
export interface FakeCall {
  readonly by: FakeDevice;
  readonly query: URLSearchParams;
  readonly json: Json;
  readonly bytes: Buffer;
  readonly contentType: string;
}

/** A file somebody uploaded. */
export interface FakeFile {
  readonly bytes: Buffer;
  readonly type: string;
}

/** All that the fake homeserver holds. */
export class FakeState {
  readonly world = new FakeWorld();
  readonly keys = new FakeKeys(this.world);
  readonly passwords = new Map<string, string>();
  readonly devices = new Map<string, FakeDevice>();
  readonly media = new Map<string, FakeFile>();
  readonly typing: { room: string; user: string; typing: boolean }[] = [];
  readonly receipts: { room: string; user: string; event: string }[] = [];
  /** What was answered under a transaction id. */
  readonly #transactions = new Map<string, Json>();

  /** Makes an account of a name, logged in on one device. */
  register(name: string): FakeDevice {
    const user = `@${name}:${this.world.domain}`;
    this.passwords.set(user, `${name}-password`);
    return this.logIn(user);
  }

  logIn(user: string): FakeDevice {
    const device = randomUUID().slice(0, 8).toUpperCase();
    const by = { user, device, token: `token-${randomUUID()}` };
    this.devices.set(by.token, by);
    return by;
  }

  /** Does something once under a transaction id. */
  once(by: FakeDevice, transaction: string, act: () => Json): Json {
    const key = JSON.stringify([by.token, transaction]);
    const known = this.#transactions.get(key);
    if (known) return known;
    const answer = act();
    this.#transactions.set(key, answer);
    return answer;
  }

  /** @throws FakeRefusal when somebody is not in a room */
  mustBeIn(room: string, user: string): void {
    if (this.world.membership(room, user) !== "join") throw new FakeRefusal(403, "M_FORBIDDEN");
  }

  /** @throws FakeRefusal when somebody's power in a room is too low to send an event */
  mustHavePower(room: string, user: string, type: string, isState: boolean): void {
    const levels = this.world.stateEvent(room, "m.room.power_levels", "")?.content;
    const power = numberAt(levels, "users", user) ?? numberAt(levels, "users_default") ?? 0;
    const usual = isState
      ? (numberAt(levels, "state_default") ?? 50)
      : numberAt(levels, "events_default");
    const needed = numberAt(levels, "events", type) ?? usual ?? 0;
    if (power < needed) throw new FakeRefusal(403, "M_FORBIDDEN");
  }
}

function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = fieldOf(value, ...path);
  return typeof found === "number" ? found : undefined;
}
