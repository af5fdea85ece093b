import {
  array,
  bigInt,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  nat,
  oneof,
  record,
  sample,
  string,
  tuple,
} from "fast-check";
import { firstIdAt } from "../../src/adapters/discord/snowflake.ts";
import type { DiscordServer } from "./discord-server/discord-server.ts";
import { question } from "./discord-rig.ts";

const messageTypes = [
  "MESSAGE_CREATE",
  "MESSAGE_UPDATE",
  "MESSAGE_DELETE",
  "MESSAGE_DELETE_BULK",
] as const;

const types = [
  ...messageTypes,
  "MESSAGE_REACTION_ADD",
  "INTERACTION_CREATE",
  "GUILD_CREATE",
  "GUILD_UPDATE",
  "GUILD_DELETE",
  "GUILD_ROLE_CREATE",
  "GUILD_ROLE_UPDATE",
  "GUILD_ROLE_DELETE",
  "GUILD_MEMBER_UPDATE",
  "CHANNEL_CREATE",
  "CHANNEL_UPDATE",
  "CHANNEL_DELETE",
  "THREAD_CREATE",
  "THREAD_UPDATE",
  "THREAD_DELETE",
  "THREAD_LIST_SYNC",
  "error",
  "__proto__",
];

// As of now: what is old is not answered.
const first = BigInt(firstIdAt(new Date()));
const id = bigInt({ min: first, max: first + (1n << 30n) }).map(String);
const odd = oneof(
  constant(undefined),
  constant(null),
  boolean(),
  integer(),
  double(),
  string({ unit: "binary" }),
  constantFrom("", "0", "abc", "-1", "99999999999999999999999", "../../users/@me", "__proto__"),
  constant({}),
  constant([]),
  constant([null]),
);

/** What is wrong with an event: at which of its fields, how deep, and what is there instead. */
const wrongs = array(tuple(nat(), nat(3), odd), { maxLength: 3 });

/** An event as Discord sends it, with some of its fields made wrong. */
function spoiled(valid: object, faults: readonly (readonly [number, number, unknown])[]): unknown {
  let spoilt: unknown = valid;
  for (const [field, depth, wrong] of faults) spoilt = spoil(spoilt, field, depth, wrong);
  return spoilt;
}

function spoil(value: unknown, field: number, depth: number, wrong: unknown): unknown {
  if (typeof value !== "object" || value === null) return wrong;
  const entries: readonly [string, unknown][] = Object.entries(value);
  const at = entries[field % Math.max(1, entries.length)];
  if (!at) return wrong;
  const [name, inner] = at;
  const isDeeper = depth > 0 && typeof inner === "object" && inner !== null;
  const changed = isDeeper ? spoil(inner, Math.floor(field / 7), depth - 1, wrong) : wrong;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.map((one, index) => (String(index) === name ? changed : one));
  }
  return { ...value, [name]: changed };
}

/**
 * Events as Discord sends them, of every kind we hear, up to three of their fields made wrong; the same for
 * the same seed, but for their ids, that are of now.
 */
export function oddDiscordEvents(
  server: DiscordServer,
  places: { guild: string; general: string; direct: string },
  count: number,
) {
  const user = record({ id, username: string(), bot: constant(false) });
  const text = oneof(
    constantFrom(question, "aide", "1", `${server.botMention} aide`, "@everyone"),
    string({ unit: "binary", maxLength: 200 }),
  );
  const where = constantFrom(
    { channel_id: places.general, guild_id: places.guild },
    { channel_id: places.direct },
  );
  const member = record({ roles: array(id), permissions: constant("8"), user });
  const message = tuple(
    where,
    record({
      id,
      type: constantFrom(0, 19),
      content: text,
      author: user,
      member,
      mentions: tuple(user, constant({ id: server.botId })),
      message_reference: record({ message_id: id }),
      referenced_message: record({ author: user }),
      edited_timestamp: constantFrom("2026-11-23T09:00:00Z", null),
      ids: array(id, { maxLength: 3 }),
    }),
  ).map(([place, rest]) => ({ ...rest, ...place }));
  const interaction = tuple(
    where,
    record({
      id,
      token: constant("a-token"),
      application_id: id,
      type: integer({ min: 2, max: 5 }),
      channel: record({ id, type: constantFrom(0, 11), parent_id: id }),
      locale: constantFrom("fr", "en-GB", "zz"),
      member,
      message: record({ id, flags: constantFrom(0, 64) }),
      data: record({
        name: constantFrom("demander", "langue", "Demander à l'assistant", "aide"),
        type: constantFrom(1, 3),
        custom_id: constantFrom("c.aaaaaaaaaaaaaaaaaaaaaa.0", "w.a", "m.ask", "c.."),
        options: array(record({ value: text }), { maxLength: 2 }),
        values: array(constantFrom("0", "99", "-1"), { maxLength: 2 }),
        components: array(record({ component: record({ value: text }) })),
        target_id: constant("1"),
        resolved: record({ messages: record({ 1: record({ content: text }) }) }),
      }),
    }),
  ).map(([place, rest]) => ({ ...rest, ...place }));
  const role = record({ id, permissions: constant("8") });
  const guild = record({
    id,
    guild_id: id,
    name: string(),
    owner_id: id,
    parent_id: id,
    role,
    role_id: id,
    roles: array(role),
    channels: array(record({ id, type: integer() })),
    threads: array(record({ id, parent_id: id })),
    members: array(record({ user })),
    system_channel_id: constantFrom(places.general, "99"),
    joined_at: constant(new Date().toISOString()),
  });
  const welcome = record({
    v: constant(10),
    user: constant({ id: server.botId }),
    application: record({ id, flags: nat() }),
    // With those we are in and without.
    guilds: constantFrom([{ id: places.guild, unavailable: true }], []),
    session_id: string(),
    resume_gateway_url: constantFrom(server.gateway.resumeUrl, "nowhere"),
    shard: constant([0, 1]),
  });
  const begun = tuple(constantFrom("READY", "RESUMED"), welcome);
  const said = tuple(constantFrom(...messageTypes), message);
  const done = tuple(constant("INTERACTION_CREATE"), interaction);
  const other = tuple(constantFrom(...types), oneof(guild, message, interaction));
  const events = tuple(
    oneof(
      { weight: 12, arbitrary: said },
      { weight: 12, arbitrary: done },
      { weight: 12, arbitrary: other },
      // Each has every channel read: Discord says it seldom.
      { weight: 1, arbitrary: begun },
    ),
    wrongs,
  ).map(([[type, valid], faults]) => [type, spoiled(valid, faults)] as const);
  return sample(events, { numRuns: count, seed: 20_261_122 });
}

/** Faults that odd events are meant to log: Discord has no such person, channel or interaction to answer. */
export function isMeant(line: string): boolean {
  const events = ["message-refused", "typing-not-shown", "interaction-not-acknowledged"];
  const isOfThose = events.some((event) => line.includes(`"event":"${event}"`));
  return isOfThose && /was refused \(HTTP 40[034], code \d+\)/.test(line);
}
