/** A number in 0..1. */
type Random = () => number;

/** An object of JSON under construction. */
type Fields = Record<string, unknown>;

/** The room whose events are odd. */
export const oddRoom = "!room:fake.test";

/** A sync answer with odd events in all its places, and odd places too. */
export function oddSync(random: Random, next: string, events: number): unknown {
  const list = (count: number) => Array.from({ length: count }, () => oddEvent(random));
  const third = Math.ceil(events / 3);
  const answer: Fields = {
    next_batch: next,
    account_data: { events: list(2) },
    to_device: { events: list(third) },
    device_lists: { changed: list(2), left: oddValue(random) },
    device_one_time_keys_count: { signed_curve25519: oddValue(random), "": -1, x: 1.5 },
    device_unused_fallback_key_types: oddValue(random),
    rooms: {
      join: {
        [oddRoom]: {
          state: { events: list(third) },
          timeline: { events: list(third), limited: oddValue(random), prev_batch: "s1" },
          summary: oddValue(random),
        },
        [oddText(random)]: oddValue(random),
        __proto__: oddValue(random),
      },
      invite: { "!other:fake.test": { invite_state: { events: list(3) } } },
      leave: { [oddText(random)]: oddValue(random) },
    },
  };
  if (random() < 0.2) spoil(answer, random);
  return { ...answer, next_batch: next };
}

/** An event such as no honest server gives, or nearly none: missing fields, wrong types, huge, nested. */
function oddEvent(random: Random): unknown {
  if (random() < 0.05) return oddValue(random);
  const event = usualEvent(random);
  const faults = 1 + Math.floor(random() * 3);
  for (let fault = 0; fault < faults; fault += 1) spoil(event, random);
  return event;
}

function usualEvent(random: Random): Fields {
  const kinds: readonly Fields[] = [
    { type: "m.room.message", content: { msgtype: "m.text", body: "bonjour" } },
    {
      type: "m.room.message",
      content: {
        msgtype: "m.text",
        body: "* bonjour",
        "m.new_content": { msgtype: "m.text", body: "bonjour" },
        "m.relates_to": { rel_type: "m.replace", event_id: "$1" },
        "m.mentions": { user_ids: ["@bot:fake.test"] },
      },
    },
    {
      type: "m.reaction",
      content: { "m.relates_to": { rel_type: "m.annotation", event_id: "$1", key: "1️⃣" } },
    },
    { type: "m.room.redaction", redacts: "$1", content: { redacts: "$1" } },
    { type: "m.room.member", state_key: "@a:fake.test", content: { membership: "join" } },
    {
      type: "m.room.power_levels",
      state_key: "",
      content: { users: { "@a:fake.test": 50 }, users_default: 0, events: { "m.room.name": 50 } },
    },
    { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } },
    { type: "m.room.tombstone", state_key: "", content: { replacement_room: "!b:fake.test" } },
    {
      type: "m.room.encrypted",
      content: {
        algorithm: "m.megolm.v1.aes-sha2",
        ciphertext: "AwgA",
        session_id: "x",
        sender_key: "y",
        device_id: "D",
      },
    },
    { type: "m.direct", content: { "@a:fake.test": ["!room:fake.test"] } },
    { type: "m.room_key", content: { algorithm: "m.megolm.v1.aes-sha2", room_id: "!r:x" } },
  ];
  const kind = pick(kinds, random);
  return {
    event_id: `$${Math.floor(random() * 1e9)}`,
    sender: "@a:fake.test",
    origin_server_ts: 1_795_000_000_000,
    unsigned: { age: 3 },
    ...structuredClone(kind),
  };
}

/** Changes one field, somewhere. */
function spoil(object: Fields, random: Random): void {
  const name = pick(Object.keys(object), random);
  const inner = object[name];
  if (isFields(inner) && Object.keys(inner).length > 0 && random() < 0.5) {
    spoil(inner, random);
    return;
  }
  const chance = random();
  if (chance < 0.3) Reflect.deleteProperty(object, name);
  else if (chance < 0.9) object[name] = oddValue(random);
  else object[oddText(random)] = oddValue(random);
}

function oddValue(random: Random): unknown {
  const values: readonly (() => unknown)[] = [
    () => null,
    () => true,
    () => 0,
    () => -1,
    () => 1e308,
    // Dates: the year 10000, and beyond all of them.
    () => 253_402_300_800_000,
    () => 9e15,
    () => 1.5,
    () => [],
    () => ({}),
    () => [null, [[]], { a: 1 }],
    () => ({ length: -1, toString: null, constructor: 1 }),
    (): unknown =>
      Object.fromEntries<unknown>([
        ["__proto__", { polluted: true }],
        ["hasOwnProperty", 1],
      ]),
    () => oddText(random),
    () => oddText(random),
    () => (random() < 0.05 ? "x".repeat(200_000) : "x".repeat(300)),
    () => (random() < 0.05 ? nested(3000, random() < 0.5) : nested(100, random() < 0.5)),
    () => (random() < 0.05 ? Array.from({ length: 50_000 }, () => 0) : [1, "2", { three: 3 }]),
  ];
  return pick(values, random)();
}

function oddText(random: Random): string {
  const texts = [
    "",
    " ",
    "!room:fake.test",
    "!\uD800",
    "@",
    "@a:fake.test",
    "@\uDFFF:x",
    "$1",
    "$../..",
    "$\u0000",
    "__proto__",
    "constructor",
    "m.room.message",
    "m.room.member",
    "\u202Ebonjour",
    "🧑‍🤝‍🧑".repeat(20),
    "a\uD83D",
    "<script>alert(1)</script>",
    `!${"x".repeat(300)}:fake.test`,
    "mxc://a/../b",
  ];
  return pick(texts, random);
}

function nested(levels: number, isList: boolean): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < levels; level += 1) value = isList ? [value] : { in: value };
  return value;
}

function pick<T>(values: readonly T[], random: Random): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
