// The part of fake-indexeddb we use. Its own types need lib "dom", which would let browser globals
// through everywhere else.
declare module "fake-indexeddb" {
  /** https://w3c.github.io/IndexedDB/#key-construct */
  export type Key = number | string | Date | ArrayBuffer | ArrayBufferView | Key[];
  export type KeyPath = string | string[] | null;
  export type Mode = "readonly" | "readwrite" | "versionchange";

  export interface Event {
    readonly type: string;
    preventDefault(): void;
    stopImmediatePropagation(): void;
  }

  class Target {
    addEventListener(type: string, listener: (event: Event) => void): void;
  }

  export class IDBKeyRange {
    static bound(lower: Key, upper: Key, lowerOpen?: boolean, upperOpen?: boolean): IDBKeyRange;
    static lowerBound(lower: Key, open?: boolean): IDBKeyRange;
    static upperBound(upper: Key, open?: boolean): IDBKeyRange;
    static only(key: Key): IDBKeyRange;
    readonly lower: Key | undefined;
    readonly upper: Key | undefined;
    readonly lowerOpen: boolean;
    readonly upperOpen: boolean;
  }

  export const IDBRequest: unknown;
  export interface IDBRequest<T = unknown> extends Target {
    readonly result: T;
    readonly error: Error | null | undefined;
    readonly readyState: "pending" | "done";
  }

  export const IDBOpenDBRequest: unknown;
  export interface IDBOpenDBRequest extends IDBRequest<IDBDatabase> {
    readonly transaction: IDBTransaction | null;
  }

  export class IDBCursor {
    readonly primaryKey: Key;
    readonly key: Key;
    continue(key?: Key): void;
    update(value: unknown): IDBRequest<Key>;
    delete(): IDBRequest<undefined>;
  }

  export class IDBCursorWithValue extends IDBCursor {
    readonly value: unknown;
  }

  export class IDBIndex {
    readonly name: string;
    readonly keyPath: KeyPath;
    readonly unique: boolean;
    readonly multiEntry: boolean;
    get(key: Key | IDBKeyRange): IDBRequest;
    openCursor(range?: Key | IDBKeyRange | null, direction?: string): IDBRequest;
  }

  export interface IndexOptions {
    readonly unique?: boolean;
    readonly multiEntry?: boolean;
  }

  export class IDBObjectStore {
    readonly name: string;
    readonly keyPath: KeyPath;
    readonly autoIncrement: boolean;
    readonly indexNames: Iterable<string>;
    put(value: unknown, key?: Key): IDBRequest<Key>;
    add(value: unknown, key?: Key): IDBRequest<Key>;
    delete(key: Key | IDBKeyRange): IDBRequest<undefined>;
    clear(): IDBRequest<undefined>;
    get(key: Key | IDBKeyRange): IDBRequest;
    getAll(): IDBRequest<unknown[]>;
    getAllKeys(): IDBRequest<Key[]>;
    openCursor(range?: Key | IDBKeyRange | null, direction?: string): IDBRequest;
    index(name: string): IDBIndex;
    createIndex(name: string, keyPath: string | string[], options?: IndexOptions): IDBIndex;
    deleteIndex(name: string): void;
  }

  export class IDBTransaction extends Target {
    readonly mode: Mode;
    readonly error: Error | null;
    readonly objectStoreNames: Iterable<string>;
    objectStore(name: string): IDBObjectStore;
    abort(): void;
  }

  export interface StoreOptions {
    readonly keyPath?: KeyPath;
    readonly autoIncrement?: boolean;
  }

  export class IDBDatabase extends Target {
    readonly name: string;
    readonly version: number;
    readonly objectStoreNames: Iterable<string>;
    transaction(stores: string | Iterable<string>, mode?: Mode, options?: object): IDBTransaction;
    createObjectStore(name: string, options?: StoreOptions): IDBObjectStore;
    deleteObjectStore(name: string): void;
    close(): void;
  }

  export class IDBFactory {
    open(name: string, version?: number): IDBOpenDBRequest;
    deleteDatabase(name: string): IDBRequest<undefined>;
    databases(): Promise<{ name: string; version: number }[]>;
  }

  export const IDBVersionChangeEvent: unknown;
}
