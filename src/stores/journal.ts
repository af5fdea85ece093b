import { join } from "node:path";
import type { Change } from "../ports/store.ts";
import { groupByCollection } from "./check-changes.ts";
import { type CollectionTypes, ofCollection } from "./collection-types.ts";
import type { DataFolder } from "./data-folder.ts";
import { decodeEnvelope, encodeEnvelope } from "./envelope.ts";
import { newerFault } from "./read-generation.ts";
import { migrateDocument } from "./migrate-document.ts";

/** An atomic write found at opening, its documents migrated to their types' versions. */
export interface PendingWrite {
  /** Number of the write: a collection of this generation or a later one already holds it. */
  readonly generation: number;
  readonly changes: readonly Change[];
}

/** What the journal held at opening. */
export type FoundJournal =
  | { readonly kind: "none" }
  | { readonly kind: "torn"; readonly why: string }
  | ({ readonly kind: "pending" } & PendingWrite);

/** Version of the journal's own shape. */
const journalVersion = 1;

/** The file that makes a write of several collections one: the write is done when this file is durable. */
export class Journal {
  readonly #folder: DataFolder;
  readonly #types: CollectionTypes;
  readonly #path: string;
  readonly #next: string;

  constructor(folder: DataFolder, types: CollectionTypes) {
    this.#folder = folder;
    this.#types = types;
    this.#path = join(folder.path, "journal.json");
    this.#next = `${this.#path}.tmp`;
  }

  /** @throws StoreError when a newer Passerelle wrote it; changes nothing on disk */
  async read(): Promise<FoundJournal> {
    const text = await this.#folder.disk.read(this.#path);
    if (text === undefined) return { kind: "none" };
    const decoded = decodeEnvelope(text, journalVersion);
    if (decoded.kind === "newer") throw newerFault(this.#path, decoded.version, journalVersion);
    if (decoded.kind === "damaged") return { kind: "torn", why: decoded.why };
    if (!decoded.entries.every(isEntry)) return { kind: "torn", why: "an entry is not a change" };
    const changes = decoded.entries.flatMap((entry) => this.#changesOf(entry));
    return { kind: "pending", generation: decoded.generation, changes };
  }

  /** Makes the bytes of a write durable, without promising it yet. */
  async prepare({ generation, changes }: PendingWrite): Promise<void> {
    const entries = [...groupByCollection(changes)].map(([collection, group]) => {
      const { version } = ofCollection(this.#types, collection);
      const documents = group.map(({ id, json }) =>
        json === undefined ? `[${JSON.stringify(id)}]` : `[${JSON.stringify(id)},${json}]`,
      );
      return `{"collection":"${collection}","version":${version},"changes":[${documents.join(",")}]}`;
    });
    const text = encodeEnvelope({ version: journalVersion, generation, entries });
    await this.#folder.disk.write(this.#next, text);
  }

  /** Promises the write made ready; it is kept once the folder is durable. */
  async publish(): Promise<void> {
    await this.#folder.disk.rename(this.#next, this.#path);
  }

  /** Forgets the write: it is in the collections' files, or it failed. */
  async remove(): Promise<void> {
    await this.#folder.disk.remove(this.#path);
    await this.#folder.disk.remove(this.#next);
  }

  #changesOf({ collection, version, changes }: Entry): readonly Change[] {
    const type = this.#types.get(collection);
    if (type === undefined || version > type.version) {
      throw newerFault(`${this.#path} (${collection})`, version, type?.version ?? 0);
    }
    return changes.map(([id, ...rest]) => {
      if (rest.length === 0) return { collection, id, json: undefined };
      return { collection, id, json: migrateDocument(type, { id, document: rest[0], version }) };
    });
  }
}

interface Entry {
  readonly collection: string;
  readonly version: number;
  /** An id alone for a deletion, an id and its document otherwise. */
  readonly changes: readonly (readonly [string, ...unknown[]])[];
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { collection, version, changes }: { [K in keyof Entry]?: unknown } = value;
  return (
    typeof collection === "string" &&
    Number.isSafeInteger(version) &&
    Number(version) >= 1 &&
    Array.isArray(changes) &&
    changes.every((change) => Array.isArray(change) && typeof change[0] === "string")
  );
}
