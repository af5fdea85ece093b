import { afterNight } from "../announcements/quiet-hours.ts";
import type { Delivery } from "../delivery/deliver.ts";
import { directToPerson } from "../model/address.ts";
import type { Language } from "../model/language.ts";
import { say, type Reply } from "../model/reply.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Clock } from "../ports/clock.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Knowledge } from "./knowledge.ts";
import { recipientOf } from "./recipient-of.ts";
import { replyTo } from "./seat-notices.ts";

/** What leaving a message needs. */
export interface LeavingParts {
  readonly store: Pick<Store, "get">;
  readonly documents: Pick<StoredDocuments, "subscriptions">;
  readonly delivery: Pick<Delivery, "leave">;
  readonly knowledge: () => Pick<Knowledge, "settings">;
  readonly clock: Clock;
}

/** A message to one person. */
export interface PrivateWords extends Pick<Reply, "key" | "text" | "replaces"> {
  readonly language: Language;
}

/**
 * The outbox rows of what somebody is told in private and did not just ask for: what comes to be known in
 * their night is said when it ends.
 * @param person see `personKey`
 */
export async function leaveInPrivate(
  person: string,
  { key, text, language, replaces }: PrivateWords,
  parts: LeavingParts,
): Promise<Change[]> {
  const { delivery, knowledge, clock } = parts;
  const { timeZone: zone, language: usual } = knowledge().settings;
  const to = directToPerson(person);
  const reader = await recipientOf(
    { person, answerIn: to, language },
    { ...parts, usual: { zone, language: usual } },
  );
  const reply = replyTo(to, say(text), language, key);
  const placed = replaces === undefined ? reply : { ...reply, replaces };
  return delivery.leave(person, [placed], afterNight(clock.now(), reader));
}
