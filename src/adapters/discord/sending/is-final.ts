import { DiscordRefusal } from "../rest.ts";

/** Codes after which the same words will be refused again. Source: topics/opcodes-and-status-codes#json */
const goneForGood: ReadonlySet<number> = new Set([
  // Unknown channel, guild, member, user; direct messages are closed; the words themselves are refused.
  10_003,
  10_004, 10_007, 10_013, 50_007, 50_035, 50_006, 50_008, 50_009, 50_278, 240_000,
  // The thread is archived, or locked.
  50_083, 160_005,
]);

/** Rights may be given, and haste ends: what these refuse is tried again. */
const mendable: ReadonlySet<number> = new Set([401, 403, 408, 429]);

/** Whether trying again cannot help. */
export function isFinal(cause: unknown): boolean {
  if (!(cause instanceof DiscordRefusal)) return false;
  const { code, status } = cause;
  // Without a code, it is not Discord's own word.
  return goneForGood.has(code) || (code !== 0 && status < 500 && !mendable.has(status));
}

/** Whether somebody takes no direct messages. */
export function isDirectClosed(cause: unknown): boolean {
  return cause instanceof DiscordRefusal && cause.code === 50_007;
}

/**
 * Whether a person is not to be reached by direct messages now: these are closed, no server is shared with us
 * any more, or the account is gone.
 */
export function isPersonAway(cause: unknown): cause is DiscordRefusal {
  return (
    cause instanceof DiscordRefusal && [10_003, 10_013, 50_001, 50_007, 50_278].includes(cause.code)
  );
}

/** Whether the thread or the channel of a message is gone, archived or locked. */
export function isPlaceGone(cause: unknown): cause is DiscordRefusal {
  return cause instanceof DiscordRefusal && [10_003, 50_083, 160_005].includes(cause.code);
}

/** Whether a right is missing, which an administrator may give. */
export function lacksRight(cause: unknown): cause is DiscordRefusal {
  return cause instanceof DiscordRefusal && (cause.code === 50_001 || cause.code === 50_013);
}

/** Whether an interaction's token is of no use any more, or never was. */
export function isTokenLost(cause: unknown): boolean {
  if (!(cause instanceof DiscordRefusal)) return false;
  return [10_015, 10_062, 50_027, 10_008].includes(cause.code) || cause.status === 404;
}

const notOurs = 50_005;

/** Whether what was to be changed or taken away is gone already, or was never ours to change. */
export function isGone(cause: unknown): boolean {
  return cause instanceof DiscordRefusal && (cause.status === 404 || cause.code === notOurs);
}
