import { deserialize, serialize } from "node:v8";
import type { Key, KeyPath } from "fake-indexeddb";
import { StoreError } from "../../../model/errors.ts";

/** Keys from one to another; a bound left out is no bound. */
export interface KeySpan {
  readonly lower: Key | undefined;
  readonly upper: Key | undefined;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
}

/** An index of a store, as it was created. */
export interface IndexShape {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
}

/** A store, as it was created. */
export interface StoreShape {
  readonly name: string;
  readonly keyPath: KeyPath;
}

/** A change of a database. Doing it twice in a row is doing it once. */
export type Operation =
  /** The key is left out when the value holds it. */
  | {
      readonly kind: "put";
      readonly store: string;
      readonly key: Key | undefined;
      readonly value: unknown;
    }
  | { readonly kind: "delete"; readonly store: string; readonly keys: KeySpan }
  | { readonly kind: "clear"; readonly store: string }
  | { readonly kind: "create-store"; readonly shape: StoreShape }
  | { readonly kind: "delete-store"; readonly store: string }
  | { readonly kind: "create-index"; readonly store: string; readonly shape: IndexShape }
  | { readonly kind: "delete-index"; readonly store: string; readonly index: string };

/** What one transaction of a database did, in order. */
export interface Change {
  readonly kind: "change";
  readonly database: string;
  /** The database's version after it. */
  readonly version: number;
  readonly operations: readonly Operation[];
}

/** A record of the log. A snapshot is the change that would make each database from nothing. */
export type LogEntry =
  | { readonly kind: "snapshot"; readonly format: number; readonly databases: readonly Change[] }
  | Change;

/** Format of the entries, written in each snapshot. */
export const logFormat = 1;

export function encodeEntry(entry: LogEntry): Uint8Array {
  return serialize(entry);
}

/**
 * Reads an entry whose checksum was right: only another version of this program could have written
 * something else.
 * @throws StoreError when one did
 */
export function decodeEntry(payload: Uint8Array): LogEntry {
  const entry: unknown = deserialize(payload);
  if (!isEntry(entry)) {
    throw new StoreError(
      "the encryption store was written by another version of Passerelle: start that version. Nothing was changed.",
    );
  }
  return entry;
}

function isEntry(value: unknown): value is LogEntry {
  if (typeof value !== "object" || value === null) return false;
  const { kind, format, databases, operations }: { [name: string]: unknown } = { ...value };
  if (kind === "snapshot") return format === logFormat && Array.isArray(databases);
  return kind === "change" && Array.isArray(operations);
}
