import { z } from "zod";

/** What a shard process is started with, as JSON in its only argument. */
export interface ShardStart {
  readonly apiBaseUrl: string;
  readonly messageContent: boolean;
  readonly scheduledEvents?: boolean | undefined;
}

/** What a shard process tells the one that holds conversations. */
export type ShardSays =
  | {
      readonly kind: "dispatch";
      readonly type: string;
      readonly data?: unknown;
      readonly shard: number;
    }
  /** It may not introduce itself to Discord before it is let. */
  | { readonly kind: "identify"; readonly shard: number; readonly ticket: number }
  | { readonly kind: "content-refused" }
  /** Going on is of no use: what is wrong and what to do. */
  | { readonly kind: "over"; readonly words: string }
  | {
      readonly kind: "log";
      readonly level: "info" | "warn" | "error";
      readonly event: string;
      readonly fields: Readonly<Record<string, string | number | boolean>>;
      /** What was thrown, in words, for an error. */
      readonly cause?: string | undefined;
    };

/** What it is told. */
export type ShardHears =
  { readonly kind: "may-identify"; readonly ticket: number } | { readonly kind: "stop" };

const fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const saysShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dispatch"), type: z.string(), data: z.unknown(), shard: z.number() }),
  z.object({ kind: z.literal("identify"), shard: z.number(), ticket: z.number() }),
  z.object({ kind: z.literal("content-refused") }),
  z.object({ kind: z.literal("over"), words: z.string() }),
  z.object({
    kind: z.literal("log"),
    level: z.enum(["info", "warn", "error"]),
    event: z.string(),
    fields,
    cause: z.string().optional(),
  }),
]);

const hearsShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("may-identify"), ticket: z.number() }),
  z.object({ kind: z.literal("stop") }),
]);

const startShape = z.object({
  apiBaseUrl: z.string(),
  messageContent: z.boolean(),
  scheduledEvents: z.boolean().optional(),
});

/** Undefined for what discord.js itself passes between processes. */
export function readShardSays(message: unknown): ShardSays | undefined {
  return saysShape.safeParse(message).data;
}

/** Undefined for what discord.js itself passes between processes. */
export function readShardHears(message: unknown): ShardHears | undefined {
  return hearsShape.safeParse(message).data;
}

/** @throws Error when the argument is not what `ShardStart` says */
export function readShardStart(argument: string | undefined): ShardStart {
  return startShape.parse(JSON.parse(argument ?? ""));
}
