import type { OutboxRow } from "../model/outbox-row.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";
import { wasUnseen } from "./was-never-shown.ts";

/** What waits beside an announcement for the same reader and nobody saw yet: read once, and only when asked. */
export class NearbyRows {
  readonly #beside: OutboxRow;
  readonly #keys: readonly string[];
  readonly #parts: NearbyParts;
  #reading: Promise<readonly OutboxRow[]> | undefined;

  /** @param keys of the outbox, in order; its own is left out */
  constructor(beside: OutboxRow, keys: readonly string[], parts: NearbyParts) {
    this.#beside = beside;
    this.#keys = keys;
    this.#parts = parts;
  }

  async read(): Promise<readonly OutboxRow[]> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  /** Those that were planned under some unique keys. */
  async covered(keys: readonly string[]): Promise<readonly OutboxRow[]> {
    if (keys.length === 0) return [];
    const wanted = new Set(keys);
    return (await this.read()).filter(({ announced }) => wanted.has(announced?.planned?.key ?? ""));
  }

  async #read(): Promise<readonly OutboxRow[]> {
    const { store, documents } = this.#parts;
    const { reply, owner } = this.#beside;
    const others = this.#keys.filter((key) => key !== reply.key);
    const found = await Promise.all(others.map((key) => store.get(documents.outbox, key)));
    // What is about somebody else is in the turn of that person.
    return found.flatMap((row) => (row && row.owner === owner && wasUnseen(row) ? [row] : []));
  }
}

interface NearbyParts {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "outbox">;
}
