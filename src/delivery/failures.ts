import type { Address } from "../model/address.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";
import type { Delivery } from "./deliver.ts";

/** An announcement that could not be sent to a room or a person. */
export interface Failure {
  /** Names it. */
  readonly key: string;
  readonly campaign: number;
  readonly kind: string;
  readonly to: Address;
  readonly attempts: number;
  /** What the platform said. */
  readonly why: string;
  /** When it is tried again by itself; undefined once it was given up, for it is of no use any more. */
  readonly nextTryAt: Date | undefined;
}

/** Where failures are looked for. */
export interface FailureParts {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "outbox" | "ledger">;
  readonly delivery: Delivery;
}

const failing = '"kind":"failed"';

/** Every announcement that failed and was not sent since, those that are still tried first. */
export async function listFailures({
  store,
  documents,
}: Omit<FailureParts, "delivery">): Promise<readonly Failure[]> {
  // By the text of their state: the others are not even read.
  const [rows, entries] = await Promise.all([
    store.list(documents.outbox, [failing]),
    store.list(documents.ledger, [failing]),
  ]);
  const tried = rows.flatMap(({ id, document: { state, announced, reply } }) => {
    if (state.kind !== "failed" || !announced) return [];
    const { attempts, why, nextTryAt } = state;
    const { campaign, kind } = announced;
    const about = { key: id, campaign, kind, to: reply.to };
    return [{ ...about, attempts, why, nextTryAt: new Date(nextTryAt) }];
  });
  const givenUp = entries.flatMap(({ id, document: { state, campaign, kind, to } }) => {
    if (state.kind !== "failed" || !state.isGivenUp) return [];
    const { attempts, why } = state;
    return [{ key: id, campaign, kind, to, attempts, why, nextTryAt: undefined }];
  });
  return [...tried, ...givenUp];
}

/**
 * Tries failed announcements again at the next `sendPending`; it is the same message, shown once.
 * @param keys undefined for all of them
 * @returns how many will be tried: what is of no use any more is not
 */
export async function retryFailures(
  keys: readonly string[] | undefined,
  { store, documents, delivery }: FailureParts,
): Promise<number> {
  const rows = await store.list(documents.outbox, [failing]);
  const wanted = rows
    .filter(({ id, document: { state, announced } }) => {
      return state.kind === "failed" && announced && (keys?.includes(id) ?? true);
    })
    .map(({ document }) => document);
  await delivery.load();
  delivery.hurry(wanted);
  return wanted.length;
}
