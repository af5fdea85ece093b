import type { SentReply } from "../discord-documents.ts";

/** A choice that somebody makes. */
export interface Pressed {
  /** The key of the reply it is under. */
  readonly key: string;
  /** From 0. */
  readonly index: number;
  readonly reply: Pick<SentReply, "at">;
}

/** As long as the core knows an event: later, the same choice is taken, and answered, anew. */
const pressKnownMs = 2 * 86_400_000;

/** Names the event that a choice is: the same however, and however often, it is made while events are known. */
export function pressId({ key, index, reply }: Pressed, now: Date): string {
  const ageMs = now.getTime() - Date.parse(reply.at);
  const period = Math.max(0, Math.floor(ageMs / pressKnownMs));
  return `press.${key}.${index}${period === 0 ? "" : `.${period}`}`;
}
