import type { RoomDescription } from "../../../ports/chat-platform.ts";
import type { Clock } from "../../../ports/clock.ts";
import { put, remove, type Store } from "../../../ports/store.ts";
import { OneAtATime } from "../crypto/one-at-a-time.ts";
import type { RoomEncryption } from "../crypto/encryption-settings.ts";
import { type KeptRoom, matrixDocuments } from "../matrix-documents.ts";
import type { RoomView } from "../messages/us.ts";
import type { Homeserver, RoomEvent } from "../room-event.ts";
import { loadRoom } from "./load-room.ts";
import { applyState, readEncryption, type RoomState } from "./room-state.ts";
import { DAY_MS } from "../../../model/durations.ts";

/** What the rooms are known by. */
export interface RoomsParts {
  readonly server: Homeserver;
  readonly store: Store;
  readonly clock: Clock;
  readonly ourUser: string;
  /** Accounts that are no people. */
  readonly bots: readonly string[];
}

/** Once a month; see `keptDays`. */
const renewMs = 30 * DAY_MS;

/**
 * The rooms we are in: asked of the server at the first need, kept up to date by the events that come.
 * That a room is encrypted is kept on disk, whatever the server says later, for as long as it is in use.
 */
export class Rooms {
  readonly #parts: RoomsParts;
  readonly #known = new Map<string, Promise<RoomState>>();
  readonly #keeping = new OneAtATime();
  #direct = new Set<string>();
  #directWith: Readonly<Record<string, readonly string[]>> = {};

  constructor(parts: RoomsParts) {
    this.#parts = parts;
  }

  /** @throws when the server does not tell; it is asked again the next time */
  async get(room: string): Promise<RoomState> {
    const known = this.#known.get(room);
    if (known) return known;
    const loading = this.#load(room);
    this.#known.set(room, loading);
    try {
      return await loading;
    } catch (cause) {
      if (this.#known.get(room) === loading) this.#known.delete(room);
      throw cause;
    }
  }

  /** Takes in a room's events, in order: what they change of its state is durable once this resolves. */
  async apply(room: string, events: readonly RoomEvent[]): Promise<void> {
    const encryption = events.findLast(isEncryption);
    // Before anything else: whatever happens next, nothing goes there in clear.
    if (encryption) await this.#keepEncryption(room, readEncryption(encryption.content));
    // Not waited for: the server may still be telling what its state was. Whoever asked gets it with these.
    void applyOnceKnown(this.#known.get(room), events);
  }

  /** What was known of a room may have changed unseen. */
  forget(room: string): void {
    this.#known.delete(room);
  }

  /** We are no longer there: kept is what must not be forgotten should we come back, if there is any. */
  async leave(room: string): Promise<void> {
    this.forget(room);
    await this.#keeping.run(async () => {
      const before = await this.kept(room);
      if (!before) return;
      const { encryption, successor, isSuccessorSure, toldAt, at } = before;
      const isNothing = !encryption && successor === undefined && toldAt === undefined;
      const left = { encryption, successor, isSuccessorSure, toldAt, isLeft: true, at };
      const { rooms } = matrixDocuments;
      await this.#parts.store.write([isNothing ? remove(rooms, room) : put(rooms, room, left)]);
    });
  }

  /** What is to be known to read what is said in a room. @throws as `get` */
  async view(room: string): Promise<RoomView> {
    const [{ powerLevels, creators }, isDirect] = await Promise.all([
      this.get(room),
      this.isDirect(room),
    ]);
    return { room, isDirect, powerLevels, creators };
  }

  /** Takes in the account's list of direct rooms. */
  setDirect(rooms: Readonly<Record<string, readonly string[]>>): void {
    this.#direct = new Set(Object.values(rooms).flat());
    this.#directWith = rooms;
  }

  /** Whether a room is between one person and us, bots aside. */
  async isDirect(room: string): Promise<boolean> {
    const state = await this.get(room);
    const others = this.#peopleIn(state);
    if (others.length !== 1) return false;
    if (this.#direct.has(room) || (await this.kept(room))?.isDirect === true) return true;
    return state.name === undefined && !state.isPublic;
  }

  /** Whether there is nobody in a room but us, and bots. @throws as `get` */
  async isDeserted(room: string): Promise<boolean> {
    return this.#peopleIn(await this.get(room)).length === 0;
  }

  /** Whether a person left, or did not want, every room that was made for the two of us. @throws as `get` */
  async hasRefused(person: string): Promise<boolean> {
    const rooms = await Promise.all((this.#directWith[person] ?? []).map((room) => this.get(room)));
    return rooms.length > 0 && rooms.every(({ members }) => !members.has(person));
  }

  /** A room as people call it, and how many of them are in it; undefined for one nobody named. @throws as `get` */
  async describe(room: string): Promise<RoomDescription | undefined> {
    const state = await this.get(room);
    const name = state.name ?? state.alias;
    const there = this.#peopleIn(state).filter((user) => state.members.get(user) === "join");
    return name === undefined ? undefined : { name, people: there.length };
  }

  /** The rooms that may be between a person and us, likeliest first: those listed, those said to be direct, others. */
  async mayBeWith(person: string): Promise<readonly string[]> {
    const all = await this.listKept();
    const there = all.filter(({ kept }) => isIn(kept));
    const left = new Set(all.flatMap(({ room, kept }) => (isIn(kept) ? [] : room)));
    const listed = (this.#directWith[person] ?? []).filter((room) => !left.has(room));
    const said = there.flatMap(({ room, kept }) => (kept.isDirect === true ? room : []));
    return [...new Set([...listed, ...said, ...there.map(({ room }) => room)])];
  }

  /** The room that took the place of this one, once both say so and we are in it. */
  async successorOf(room: string): Promise<string | undefined> {
    const { successor, isSuccessorSure = false } = (await this.kept(room)) ?? {};
    if (successor === undefined || !isSuccessorSure) return undefined;
    const next = await this.kept(successor);
    return next && isIn(next) ? successor : undefined;
  }

  /** What is kept of a room between two runs. */
  async kept(room: string): Promise<KeptRoom | undefined> {
    return this.#parts.store.get(matrixDocuments.rooms, room);
  }

  /** What is kept of every room. */
  async listKept(): Promise<readonly { readonly room: string; readonly kept: KeptRoom }[]> {
    const all = await this.#parts.store.list(matrixDocuments.rooms);
    return all.map(({ id, document }) => ({ room: id, kept: document }));
  }

  /** Keeps something more of a room. */
  async keep(room: string, more: Partial<KeptRoom>): Promise<void> {
    await this.keepAll({ [room]: more });
  }

  /** Keeps something more of several rooms: of all or, after a crash, of none. */
  async keepAll(more: Readonly<Record<string, Partial<KeptRoom>>>): Promise<void> {
    const { store, clock } = this.#parts;
    // What they were before is read in its own turn: two may keep something of one room.
    await this.#keeping.run(async () => {
      const at = clock.now().toISOString();
      const changes = Object.entries(more).map(async ([room, fields]) =>
        put(matrixDocuments.rooms, room, { ...(await this.kept(room)), ...fields, at }),
      );
      await store.write(await Promise.all(changes));
    });
  }

  /** Has what is kept of a room in use outlive the day it would be forgotten. */
  async renew(room: string, { at }: KeptRoom): Promise<void> {
    const age = this.#parts.clock.now().getTime() - Date.parse(at);
    if (age > renewMs) await this.keep(room, {});
  }

  #peopleIn(state: RoomState): readonly string[] {
    const { ourUser, bots } = this.#parts;
    return [...state.members.keys()].filter((user) => user !== ourUser && !bots.includes(user));
  }

  async #load(room: string): Promise<RoomState> {
    const kept = (await this.kept(room))?.encryption;
    const state = await loadRoom(this.#parts.server, room);
    if (state.encryption && !kept) await this.#keepEncryption(room, state.encryption);
    // A server that no longer says so is not believed.
    if (kept) {
      state.encryption ??= {
        historyVisibility: undefined,
        rotationPeriodMs: kept.rotationPeriodMs,
        rotationPeriodMessages: kept.rotationPeriodMessages,
      };
    }
    return state;
  }

  async #keepEncryption(
    room: string,
    { rotationPeriodMs, rotationPeriodMessages }: RoomEncryption,
  ): Promise<void> {
    const encryption = { rotationPeriodMs, rotationPeriodMessages };
    const before = (await this.kept(room))?.encryption;
    if (JSON.stringify(before) === JSON.stringify(encryption)) return;
    await this.keep(room, { encryption });
  }
}

/** Whether we are in a room, as far as the syncs have told. */
export function isIn({ joining, isLeft, isUnwanted }: KeptRoom): boolean {
  return !joining && isLeft !== true && isUnwanted !== true;
}

async function applyOnceKnown(
  known: Promise<RoomState> | undefined,
  events: readonly RoomEvent[],
): Promise<void> {
  try {
    const state = await known;
    if (state) for (const event of events) applyState(state, event);
  } catch {
    // It will be asked anew.
  }
}

function isEncryption({ type, stateKey }: RoomEvent): boolean {
  return type === "m.room.encryption" && stateKey === "";
}
