import type { DocumentType } from "../model/document-type.ts";
import type { Registration } from "../model/registration.ts";
import type { Store } from "../ports/store.ts";

/** The registrations by workshop, read again only when one of them changed: every workshop asks at each tick. */
export class ReadRegistrations {
  readonly #parts: ReadingParts;
  #read: { readonly writes: number; readonly by: Promise<ByWorkshop> } | undefined;

  constructor(parts: ReadingParts) {
    this.#parts = parts;
  }

  /** All of them, those that are over included. */
  async byWorkshop(): Promise<ByWorkshop> {
    const { writesOf, documents } = this.#parts;
    // Counted first: what is written while they are read is read again the next time.
    const writes = writesOf(documents.registrations.collection);
    if (this.#read?.writes === writes) return this.#read.by;
    const read = { writes, by: this.#list() };
    this.#read = read;
    try {
      return await read.by;
    } catch (cause) {
      if (this.#read === read) this.#read = undefined;
      throw cause;
    }
  }

  async #list(): Promise<ByWorkshop> {
    const { store, documents } = this.#parts;
    const by = new Map<string, Registration[]>();
    for (const { document } of await store.list(documents.registrations)) {
      const others = by.get(document.workshop);
      if (others) others.push(document);
      else by.set(document.workshop, [document]);
    }
    return by;
  }
}

type ByWorkshop = ReadonlyMap<string, readonly Registration[]>;

interface ReadingParts {
  readonly store: Pick<Store, "list">;
  readonly documents: { readonly registrations: DocumentType<Registration> };
  /** How many writes touched a collection. */
  readonly writesOf: (collection: string) => number;
}
