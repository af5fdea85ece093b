import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import type { FakeWorld, Json } from "./fake-world.ts";

type Tree = Record<string, Record<string, Json>>;

/** The keys of devices and people, as a homeserver keeps them; it checks no signature. */
export class FakeKeys {
  readonly #world: FakeWorld;
  readonly #devices: Tree = {};
  readonly #oneTimeKeys = new Map<string, [string, unknown][]>();
  readonly #fallbackKeys = new Map<string, [string, unknown]>();
  readonly #identities = new Map<string, Json>();

  constructor(world: FakeWorld) {
    this.#world = world;
  }

  oneTimeKeysLeft(user: string, device: string): number {
    return this.#oneTimeKeys.get(keyOf(user, device))?.length ?? 0;
  }

  upload(user: string, device: string, body: unknown): Json {
    const keys = objectAt(body, "device_keys");
    if (Object.keys(keys).length > 0) {
      (this.#devices[user] ??= {})[device] = keys;
      this.#world.changeDevices(user);
    }
    const place = keyOf(user, device);
    const uploaded = Object.entries(objectAt(body, "one_time_keys"));
    this.#oneTimeKeys.set(place, [...(this.#oneTimeKeys.get(place) ?? []), ...uploaded]);
    const [fallback] = Object.entries(objectAt(body, "fallback_keys"));
    if (fallback) this.#fallbackKeys.set(place, fallback);
    return { one_time_key_counts: { signed_curve25519: this.oneTimeKeysLeft(user, device) } };
  }

  query(body: unknown): Json {
    const users = Object.keys(objectAt(body, "device_keys"));
    const identity = (part: string) =>
      Object.fromEntries(
        users.flatMap((user) => {
          const key = this.#identities.get(user)?.[part];
          return key === undefined ? [] : [[user, key]];
        }),
      );
    return {
      failures: {},
      device_keys: Object.fromEntries(users.map((user) => [user, this.#devices[user] ?? {}])),
      master_keys: identity("master_key"),
      self_signing_keys: identity("self_signing_key"),
      user_signing_keys: identity("user_signing_key"),
    };
  }

  claim(body: unknown): Json {
    const claimed: Record<string, Json> = {};
    for (const [user, devices] of Object.entries(objectAt(body, "one_time_keys"))) {
      const given = Object.keys(objectAt({ devices }, "devices")).flatMap((device) => {
        const place = keyOf(user, device);
        const key = this.#oneTimeKeys.get(place)?.shift() ?? this.#fallbackKeys.get(place);
        return key ? [[device, Object.fromEntries([key])] as const] : [];
      });
      claimed[user] = Object.fromEntries(given);
    }
    return { failures: {}, one_time_keys: claimed };
  }

  setIdentity(user: string, body: unknown): Json {
    this.#identities.set(user, objectAt({ body }, "body"));
    this.#world.changeDevices(user);
    return {};
  }

  addSignatures(body: unknown): Json {
    for (const [user, signed] of Object.entries(objectAt({ body }, "body"))) {
      for (const [name, object] of Object.entries(objectAt({ signed }, "signed"))) {
        const device = this.#devices[user]?.[name];
        if (device)
          this.#devices[user] = { ...this.#devices[user], [name]: merged(device, object) };
        const identity = this.#identities.get(user);
        const master = objectAt(identity, "master_key");
        if (identity && Object.keys(objectAt(master, "keys")).some((key) => key.endsWith(name))) {
          this.#identities.set(user, { ...identity, master_key: merged(master, object) });
        }
      }
      this.#world.changeDevices(user);
    }
    return { failures: {} };
  }
}

function merged(object: Json, signed: unknown): Json {
  const signatures: Record<string, Json> = {};
  for (const part of [object, signed]) {
    for (const user of Object.keys(objectAt(part, "signatures"))) {
      signatures[user] = { ...signatures[user], ...objectAt(part, "signatures", user) };
    }
  }
  return { ...object, signatures };
}

/** An object somewhere below; an empty one when there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): Json {
  const found = fieldOf(value, ...path);
  return typeof found === "object" && found !== null ? { ...found } : {};
}

function keyOf(user: string, device: string): string {
  return JSON.stringify([user, device]);
}
