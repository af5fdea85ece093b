import type { SentReply } from "../discord-documents.ts";
import { DAY_MS } from "../../../model/durations.ts";

/** A choice that somebody makes. */
export interface Pressed {
  /** The key of the reply it is under. */
  readonly key: string;
  /** From 0; of several choices made together, their numbers. */
  readonly index: number | string;
  readonly reply: Pick<SentReply, "at" | "asker">;
  /** Who makes it. */
  readonly person: string;
  /** What tells one choice of theirs from the next, where the platform names it. */
  readonly interaction?: string | undefined;
}

/** As long as the core knows an event: later, the same choice is taken, and answered, anew. */
const pressKnownMs = 2 * DAY_MS;

/** Two choices by one person within it are one, where nothing else tells them apart. */
const onePressMs = 60_000;

/**
 * Names the event that a choice is. Of a message to one person: the same however, and however often, it is
 * made while events are known. Of one that is open to everybody: each person's own, and again theirs
 * later, since they may change their mind.
 */
export function pressId({ key, index, reply, person, interaction }: Pressed, now: Date): string {
  if (reply.asker === undefined) {
    const which = interaction ?? Math.floor(now.getTime() / onePressMs);
    return `press.${key}.${index}.${person}.${which}`;
  }
  const ageMs = now.getTime() - Date.parse(reply.at);
  const period = Math.max(0, Math.floor(ageMs / pressKnownMs));
  return `press.${key}.${index}${period === 0 ? "" : `.${period}`}`;
}
