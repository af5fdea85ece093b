import { createHash } from "node:crypto";

/**
 * Names a message by what caused it, so that sending it again is the same message.
 * 22 characters, as platforms limit such keys to 25 at the least.
 */
export function messageKey(...cause: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(cause)).digest("base64url").slice(0, 22);
}
