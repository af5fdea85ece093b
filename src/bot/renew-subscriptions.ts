import type { LedgerEntry } from "../model/ledger-entry.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Clock } from "../ports/clock.ts";
import { put, type Store } from "../ports/store.ts";
import type { TurnQueue } from "./turn-queue.ts";
import { DAY_MS } from "../model/durations.ts";

/** Where subscriptions and what was sent are kept. */
export interface RenewalParts {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "subscriptions" | "ledger">;
  /** The turns of people, which an erasure must not cross. */
  readonly queue: TurnQueue;
  readonly clock: Clock;
}

/** Looked at from so many days before its end: as long as the ledger tells what reached it. */
const LAST_DAYS = 60;

/**
 * Keeps the subscriptions that would soon be erased though messages still reach their rooms: a room that
 * listens says nothing for years. One that nothing reached any more ends in its time.
 */
export async function renewSubscriptions(parts: RenewalParts): Promise<void> {
  const { store, documents, queue, clock } = parts;
  const { subscriptions, ledger } = documents;
  const before = clock.now().getTime() - (subscriptions.keptDays - LAST_DAYS) * DAY_MS;
  const stored = await store.list(subscriptions);
  const old = stored.filter(
    ({ document }) => Date.parse(subscriptions.lastUsed(document)) < before,
  );
  if (old.length === 0) return;
  const reached = lastReached((await store.list(ledger)).map(({ document }) => document));
  await Promise.all(
    old.map(({ id, document }) =>
      queue.run(subscriptions.owner(document) ?? "nobody", async () => {
        const renewedAt = reached.get(nameOf(document));
        // Asked again: it may have been ended meanwhile.
        const known = await store.get(subscriptions, id);
        if (!known || renewedAt === undefined) return;
        await store.write([put(subscriptions, id, { ...known, renewedAt })]);
      }),
    ),
  );
}

/** When each room or person was last sent something they subscribed to. */
function lastReached(entries: readonly LedgerEntry[]): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  for (const entry of entries) {
    if (entry.state.kind !== "sent" || entry.isRegistered === true) continue;
    const name = nameOf(entry);
    if (entry.at > (reached.get(name) ?? "")) reached.set(name, entry.at);
  }
  return reached;
}

function nameOf({ to, person }: Pick<Subscription | LedgerEntry, "to" | "person">): string {
  return JSON.stringify(person === undefined ? [to.platform, to.room] : [to.platform, "", person]);
}
