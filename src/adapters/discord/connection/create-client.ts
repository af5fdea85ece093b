import { Client, Events, type IIdentifyThrottler, Options } from "discord.js";
import { fieldOf, textOf } from "../field-of.ts";
import type { Dispatch } from "../gateway.ts";
import type { IdentifyGate } from "./identify-gate.ts";
import { type AlsoAsked, intentsFor } from "./intents.ts";
import { leavingStrategy } from "./leaving-strategy.ts";
import { plainReady } from "./plain-ready.ts";

/** How a client connects. */
export interface ClientOptions {
  /** Without a slash at its end. */
  readonly apiBaseUrl: string;
  readonly intents: AlsoAsked;
  /** Which shards this process is, of how many; one alone unless told. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number } | undefined;
  /** Once aborted it tells of nothing more and never connects again; whoever aborts it destroys the client. */
  readonly left: AbortSignal;
  /** Told of every event, at once. */
  readonly onDispatch: (dispatch: Dispatch) => void;
  /** Passed before each identify; discord.js's own pace unless given. */
  readonly identifyGate?: IdentifyGate | undefined;
}

/** What discord.js itself needs to hear of, and how; the rest would only fill its caches. */
const itsOwn: ReadonlyMap<string, object> = new Map([
  ["READY", { d: plainReady }],
  ["RESUMED", { d: {} }],
]);

/** discord.js for the connection alone: identify, resume, heartbeats. It keeps nothing of what it hears. */
export function createClient(options: ClientOptions): Client {
  const { apiBaseUrl, intents, shards, onDispatch, identifyGate, left } = options;
  const client = new Client({
    intents: [...intentsFor(intents)],
    makeCache: Options.cacheWithLimits(Object.fromEntries(cacheNames.map((name) => [name, 0]))),
    rest: { api: apiBaseUrl, version: "10" },
    waitGuildTimeout: 0,
    ws: {
      buildStrategy: leavingStrategy(left),
      ...(identifyGate && { buildIdentifyThrottler: () => throttlerOf(identifyGate) }),
    },
    ...(shards && { shards: [...shards.ids], shardCount: shards.count }),
  });
  client.on(Events.Raw, (packet: unknown, shard: unknown) => {
    const type = textOf(packet, "t");
    if (type === undefined || typeof packet !== "object" || packet === null) return;
    const data = fieldOf(packet, "d");
    // What discord.js would build of it is of no use here, and an odd event would make it throw.
    Object.assign(packet, itsOwn.get(type) ?? { t: "TAKEN", d: {} });
    if (!left.aborted) onDispatch({ type, data, shard: typeof shard === "number" ? shard : 0 });
  });
  return client;
}

function throttlerOf(gate: IdentifyGate): IIdentifyThrottler {
  return { waitForIdentify: (shard, signal) => gate.pass(shard, signal) };
}

const cacheNames = [
  "ApplicationCommandManager",
  "ApplicationEmojiManager",
  "AutoModerationRuleManager",
  "BaseGuildEmojiManager",
  "DMMessageManager",
  "EntitlementManager",
  "GuildBanManager",
  "GuildEmojiManager",
  "GuildForumThreadManager",
  "GuildInviteManager",
  "GuildMemberManager",
  "GuildMessageManager",
  "GuildScheduledEventManager",
  "GuildStickerManager",
  "GuildTextThreadManager",
  "MessageManager",
  "PresenceManager",
  "ReactionManager",
  "ReactionUserManager",
  "StageInstanceManager",
  "ThreadManager",
  "ThreadMemberManager",
  "UserManager",
  "VoiceStateManager",
] as const;
