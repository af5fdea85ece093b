import { KnownError } from "../../../model/errors.ts";
import type { Log, LogFields } from "../../../ports/log.ts";
import { ClientGateway } from "../connection/client-gateway.ts";
import type { IdentifyGate } from "../connection/identify-gate.ts";
import type { Dispatch } from "../gateway.ts";
import { readShardHears, readShardStart, type ShardSays } from "./shard-talk.ts";

/**
 * A process that discord.js's ShardingManager starts for one shard: it holds the connection to the gateway
 * and hands on every event. Conversations, store, ticker and outbox are in the process that started it.
 */
const { apiBaseUrl, messageContent, scheduledEvents } = readShardStart(process.argv[2]);
// The environment is how ShardingManager tells a shard who it is.
const shard = Number(process.env["SHARDS"]);
const count = Number(process.env["SHARD_COUNT"]);
const token = process.env["DISCORD_TOKEN"] ?? "";
process.env["SHARDING_MANAGER_MODE"] = "process";

const waiting = new Map<number, () => void>();
let tickets = 0;

const gate: IdentifyGate = {
  pass: async (of, signal) => {
    signal.throwIfAborted();
    tickets += 1;
    const ticket = tickets;
    const permission = new Promise<void>((resolve, reject) => {
      waiting.set(ticket, resolve);
      signal.addEventListener("abort", () => {
        waiting.delete(ticket);
        reject(new Error("the connection closed while it waited"));
      });
    });
    say({ kind: "identify", shard: of, ticket });
    await permission;
  },
};

const log: Log = {
  info: (event, fields) => tellLog("info", event, fields),
  warn: (event, fields) => tellLog("warn", event, fields),
  error: (event, cause, fields) =>
    tellLog("error", event, fields, cause instanceof Error ? cause.message : "unknown"),
};

const gateway = new ClientGateway({
  apiBaseUrl,
  token,
  messageContent,
  scheduledEvents,
  shards: { ids: [shard], count },
  log,
  identifyGate: gate,
});

process.on("message", (message) => {
  const heard = readShardHears(message);
  if (heard?.kind === "may-identify") {
    waiting.get(heard.ticket)?.();
    waiting.delete(heard.ticket);
  } else if (heard?.kind === "stop") void leave();
});
// Nobody is left to hand events to.
process.on("disconnect", () => process.exit(0));
// Ctrl+C and a supervisor reach every process at once: the one that holds conversations says when it is over.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);

const hear = ({ type, data, shard: of }: Dispatch): void => {
  if (type === "READY" && messageContent && !gateway.hasMessageContent) {
    say({ kind: "content-refused" });
  }
  say({ kind: "dispatch", type, data, shard: of });
};

try {
  await gateway.start({ hear, fail: endWith });
} catch (cause) {
  endWith(cause);
}

function endWith(cause: unknown): void {
  if (!(cause instanceof KnownError)) throw cause;
  say({ kind: "over", words: cause.message });
}

async function leave(): Promise<void> {
  await gateway.stop();
  process.exit(0);
}

function tellLog(
  level: "info" | "warn" | "error",
  event: string,
  fields: LogFields = {},
  cause?: string,
): void {
  const known = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  say({ kind: "log", level, event, fields: { ...Object.fromEntries(known), shard }, cause });
}

function say(words: ShardSays): void {
  // With the channel gone, `disconnect` ends this process.
  if (process.connected) process.send?.(words);
}
