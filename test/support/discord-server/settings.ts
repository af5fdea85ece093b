import type { Clock } from "../../../src/ports/clock.ts";

/** What a server is started with; everything has a usual value. */
export interface ServerSettings {
  /** Interactions, nonces and ids live by it; real time unless given. Rate limits always run in real time. */
  readonly clock?: Clock;
  readonly token?: string;
  /** The assistant's name. */
  readonly botName?: string;
  /** How often a shard beats, 41,250 ms as the real one asks. */
  readonly heartbeatMs?: number;
  /** How long a nonce is known; "a few minutes" in the documents, 5 minutes here. */
  readonly nonceWindowMs?: number;
  /** The privileged intents granted in the portal, as a bit field; none. */
  readonly grantedIntents?: number;
  /** How many shards `GET /gateway/bot` recommends. */
  readonly shards?: number;
  /** How many shards may identify in 5 s. */
  readonly maxConcurrency?: number;
  /** Identifies a day, 1,000 for most: raise it where a test restarts the assistant again and again. */
  readonly identifiesTotal?: number;
  /** How many of them are left; all of them. */
  readonly identifiesLeft?: number;
  /** How long a test waits before it fails, in ms of real time. */
  readonly waitMs?: number;
}

/** The settings with nothing left out. */
export function completeSettings(settings: ServerSettings): Required<ServerSettings> {
  return {
    clock: { now: () => new Date() },
    token: "test-token-of-the-assistant",
    botName: "passerelle",
    heartbeatMs: 41_250,
    nonceWindowMs: 5 * 60_000,
    grantedIntents: 0,
    shards: 1,
    maxConcurrency: 1,
    identifiesTotal: 1000,
    identifiesLeft: settings.identifiesTotal ?? 1000,
    waitMs: 30_000,
    ...settings,
  };
}
