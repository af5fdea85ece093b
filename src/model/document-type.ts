import type { PhraseKey } from "./phrases.ts";

/**
 * A kind of document the assistant stores: how it is read back, how long it is kept and whose it is.
 * The privacy command, the purge and the printed policy all come from this one declaration.
 */
export interface DocumentType<in out T> {
  /** The name of its collection, kebab-case. */
  readonly collection: string;
  /** Version of its shape, from 1. */
  readonly version: number;
  /** `migrations[n]` turns version n + 1 into version n + 2. */
  readonly migrations: readonly ((older: unknown) => unknown)[];
  /** Checks what came from disk. @throws when it does not fit */
  readonly read: (json: unknown) => T;
  /** What it is, for the printed policy. */
  readonly description: PhraseKey;
  /** Whole days it is kept after `lastUsed`. */
  readonly keptDays: number;
  /** True when its documents are unreadable on disk without the key; where only some are, whether one is. */
  readonly isSealed?: boolean | ((json: unknown) => boolean);
  /** True for messages on their way: while there are any, one may hold what was erased elsewhere. */
  readonly isPassing?: boolean;
  /** The UTC instant (ISO 8601) it was last useful. */
  readonly lastUsed: (document: T) => string;
  /** Key of the person it is about (see `personKey`), or undefined when it is about nobody. */
  readonly owner: (document: T) => string | undefined;
  /**
   * What its owner reads of one in their own data; undefined: nothing, others wrote it among themselves. Left out
   * where they may read it all.
   */
  readonly told?: (document: T) => unknown;
  /**
   * What is left of one that is about nobody, or somebody else, once a person it names is forgotten: undefined
   * when it does not name them. Left out where none can.
   */
  readonly without?: (document: T, person: string) => T | undefined;
}

/** A kind of document among others, whatever its documents are. */
export type AnyDocumentType = DocumentType<unknown>;

/** The same kind, to be kept in a list with others. */
export function amongOthers<T>(type: DocumentType<T>): AnyDocumentType {
  const { read, lastUsed, owner, told, without, ...others } = type;
  return {
    ...others,
    read,
    // Reading what was read gives it back: a document is plain data.
    lastUsed: (document) => lastUsed(read(document)),
    owner: (document) => owner(read(document)),
    ...(told && { told: (document) => told(read(document)) }),
    ...(without && { without: (document, person) => without(read(document), person) }),
  };
}
