import { directToPerson } from "../model/address.ts";
import type { Registration } from "../model/registration.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { targetOf, usualQuietHours, type Recipient } from "../model/subscription.ts";
import type { Store } from "../ports/store.ts";

/** Where it is read how people want to be told. */
export interface RecipientParts {
  readonly store: Pick<Store, "get">;
  readonly documents: Pick<StoredDocuments, "subscriptions">;
  /** For who never chose. */
  readonly usual: Pick<Recipient, "zone" | "language">;
}

/** Somebody who signed up as they are told: at the hours they chose when they subscribed, if they did. */
export async function recipientOf(
  { person: key, answerIn, language }: Pick<Registration, "person" | "answerIn" | "language">,
  { store, documents, usual }: RecipientParts,
): Promise<Recipient> {
  const { person } = directToPerson(key);
  const whom = { to: answerIn, person };
  const chosen = await store.get(documents.subscriptions, targetOf(whom));
  return {
    ...whom,
    zone: chosen?.zone ?? usual.zone,
    language: language ?? chosen?.language ?? usual.language,
    quiet: chosen ? chosen.quiet : usualQuietHours,
  };
}
