import type { CryptoSync } from "./crypto/crypto-sync.ts";
import type { KeyServer } from "./crypto/key-server.ts";

/** What an event says; its fields come from anybody and are read one by one. */
export type EventContent = Readonly<Record<string, unknown>>;

/** An event of a room, as the homeserver gave it or as it was decrypted. */
export interface RoomEvent {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  /** When its sender's homeserver took it, UTC. */
  readonly sentAt: Date;
  readonly content: EventContent;
  /** Present on state events. */
  readonly stateKey: string | undefined;
  /** The event it deletes, when it is a deletion. */
  readonly redacts: string | undefined;
}

/** What a sync brought of a room we are in. */
export interface JoinedRoom {
  readonly room: string;
  /** State before the timeline. */
  readonly state: readonly RoomEvent[];
  /** In order, gaps filled as far as they are. */
  readonly timeline: readonly RoomEvent[];
  /** The gap was larger than what is fetched: something was missed. */
  readonly hasGap: boolean;
}

/** A room we are invited to. */
export interface Invitation {
  readonly room: string;
  readonly inviter: string;
  readonly isDirect: boolean;
}

/** What one sync brought. */
export interface SyncBatch {
  /** Where the next sync goes on; kept once all of this is durable. */
  readonly next: string;
  /** The first sync of a device: its timelines are history and are answered by nobody. */
  readonly isFirst: boolean;
  readonly crypto: CryptoSync;
  readonly joined: readonly JoinedRoom[];
  readonly invitations: readonly Invitation[];
  /** Rooms we left or were removed from. */
  readonly left: readonly string[];
  /** Direct rooms by person, when the account's list changed. */
  readonly directRooms: Readonly<Record<string, readonly string[]>> | undefined;
}

/** A request below `/_matrix`. */
export interface ServerRequest {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** As `/client/v3/rooms/...`, its parts already escaped. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  /** Milliseconds for one try; retries come on top. */
  readonly timeoutMs?: number;
  /** Most tries after faults, the first counted; 1 when the caller tries again by itself. */
  readonly tries?: number;
  /** Awaited before each try; what it throws ends the request. */
  readonly beforeTry?: () => Promise<void>;
  /** Ends the request and its waits. */
  readonly signal?: AbortSignal;
}

/** The homeserver: what may be repeated is repeated, with back-off, before anything is thrown. */
export interface Homeserver extends KeyServer {
  /**
   * The JSON of the answer.
   * @throws RefusedByServer when it answers with an error that trying again does not change
   */
  request(request: ServerRequest): Promise<unknown>;
  whoAmI(): Promise<{ readonly user: string; readonly device: string | undefined }>;
  /** Stores a file; gives its `mxc://` address. */
  upload(bytes: Uint8Array, type: string): Promise<string>;
  /** @throws RangeError when it is larger than `mostBytes` */
  download(address: string, mostBytes: number): Promise<Uint8Array>;
}

/** Takes a batch in; resolves once all of it is durable. Called one at a time, in order. */
export type TakeBatch = (batch: SyncBatch) => Promise<void>;
