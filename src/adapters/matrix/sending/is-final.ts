import type { Reply } from "../../../model/reply.ts";
import { RefusedByServer } from "../crypto/key-server.ts";
import { errorCodeOf } from "../transport/server-faults.ts";
import { CannotBeShown } from "./cannot-be-shown.ts";

/**
 * Whether trying again cannot help: a message is refused for what it is, or we for where we are. Only
 * the homeserver itself can say so, with an error code: what stands before it answers anything.
 */
export function isFinal(cause: unknown): boolean {
  if (cause instanceof CannotBeShown) return true;
  if (!(cause instanceof RefusedByServer) || passingStatuses.has(cause.status)) return false;
  const code = errorCodeOf(cause);
  // Whoever finds a file too large, it will not get smaller.
  if (code === undefined) return cause.status === 413;
  return cause.status < 500 && !passingCodes.has(code);
}

/** Whether a message for one person is refused where they are: they cannot be invited, or we are out of their room. */
export function isPersonAway({ to }: Pick<Reply, "to">, cause: unknown): boolean {
  const isToOne = to.isDirect || to.person !== undefined;
  return isToOne && cause instanceof RefusedByServer && errorCodeOf(cause) === "M_FORBIDDEN";
}

/** No longer logged in, too slow, too much at once. */
const passingStatuses: ReadonlySet<number> = new Set([401, 408, 429]);

const passingCodes: ReadonlySet<string> = new Set([
  "M_LIMIT_EXCEEDED",
  "M_RESOURCE_LIMIT_EXCEEDED",
  "M_UNKNOWN_TOKEN",
]);
