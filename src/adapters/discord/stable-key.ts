import { createHash } from "node:crypto";

/** The key of a message of the adapter's own, from what caused it: the same cause is the same message. */
export function stableKey(...cause: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(cause)).digest("base64url").slice(0, 22);
}
