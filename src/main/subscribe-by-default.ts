import type { Config } from "../loading/load-config.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { targetOf, type Subscription } from "../model/subscription.ts";
import type { Clock } from "../ports/clock.ts";
import { put, remove, type Change, type Store } from "../ports/store.ts";
import { subscriptionsOf } from "./rehearsed-readers.ts";

/** Where subscriptions are, and what time it is. */
export interface DefaultParts {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "subscriptions" | "defaultSubscriptions">;
  readonly clock: Clock;
}

/**
 * Subscribes the rooms of the configuration. What was changed in chat since stays, until what the
 * configuration says of that room changes; a room that is no longer there is not told any more.
 */
export async function subscribeByDefault(
  config: Pick<Config, "announcements" | "timeZone" | "language">,
  { store, documents, clock }: DefaultParts,
): Promise<void> {
  const { subscriptions, defaultSubscriptions } = documents;
  const now = clock.now();
  const at = now.toISOString();
  const wanted = subscriptionsOf({ rooms: config.announcements?.rooms ?? [] }, config, now);
  const before = await store.list(defaultSubscriptions);
  const there = new Map(before.map(({ id, document }) => [id, document]));
  const ids = new Set(wanted.map(targetOf));
  const changes = wanted.map(async (one): Promise<readonly Change[]> => {
    const id = targetOf(one);
    const said = wordsOf(one);
    const noted = put(defaultSubscriptions, id, { said, at });
    if (there.get(id)?.said === said) return [noted];
    const known = await store.get(subscriptions, id);
    // What was due before a room first subscribed is not sent, whatever changes later.
    const createdAt = known?.createdAt ?? one.createdAt;
    return [noted, put(subscriptions, id, { ...one, createdAt })];
  });
  const gone = before.filter(({ id }) => !ids.has(id));
  const all = [
    ...(await Promise.all(changes)).flat(),
    ...gone.flatMap(({ id }) => [remove(subscriptions, id), remove(defaultSubscriptions, id)]),
  ];
  if (all.length > 0) await store.write(all);
}

/** What the configuration says of a room, the time it was read aside. */
function wordsOf({ createdAt: _created, updatedAt: _updated, ...said }: Subscription): string {
  return JSON.stringify(said);
}
