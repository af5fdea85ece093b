import type { Reply } from "../../../model/reply.ts";

/**
 * Whether whoever asks for a message waits until it is shown, and asks again when it was not: it wants the
 * proof, as of an announcement, or the event it is shown as, as of what is relayed or opens a thread.
 */
export function isWaitedFor({ kind, opensThread, reaction }: Reply): boolean {
  if (reaction) return false;
  return kind === "announcement" || kind === "relay" || opensThread === true;
}
