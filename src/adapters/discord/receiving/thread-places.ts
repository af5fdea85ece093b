import { fieldOf, idOf, listOf, numberOf } from "../field-of.ts";
import type { Dispatch } from "../gateway.ts";
import type { DiscordRest } from "../rest.ts";

/** Where something is said: a channel, and the thread under it when it is said there. */
export interface Place {
  /** The channel's id. */
  readonly channel: string;
  readonly thread: string | undefined;
  readonly isDirect: boolean;
}

/** Whether a room is what one person alone sees in a channel of several: `<channel>/<person>`. */
export function isSeenByOne(room: string): boolean {
  return room.includes("/");
}

/** Source: https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
const threadTypes: ReadonlySet<number | undefined> = new Set([10, 11, 12]);

/** Which channels are threads, and under which channel, as long as these are there. */
export class ThreadPlaces {
  readonly #parents = new Map<string, string>();
  /** By thread, the guild it is in, where that was told. */
  readonly #guilds = new Map<string, string>();
  readonly #ownThreads = new Set<string>();
  readonly #rest: DiscordRest;

  constructor(rest: DiscordRest) {
    this.#rest = rest;
  }

  /** Learns from what the gateway tells of threads. @param ourUser whose threads are ours */
  hear({ type, data }: Dispatch, ourUser: string): void {
    const id = idOf(data, "id") ?? "";
    const guild = idOf(data, "guild_id") ?? id;
    switch (type) {
      case "GUILD_CREATE":
      case "THREAD_LIST_SYNC":
        for (const thread of listOf(data, "threads")) this.#learn(thread, ourUser, guild);
        return;
      case "THREAD_CREATE":
      case "THREAD_UPDATE":
        this.#learn(data, ourUser, guild);
        // It is told of again before anybody writes in it.
        if (isArchived(data) && !this.#ownThreads.has(id)) this.#forget(id);
        return;
      case "THREAD_DELETE":
        this.#forget(id);
        return;
      case "CHANNEL_DELETE":
        for (const [thread, parent] of this.#parents) if (parent === id) this.#forget(thread);
        return;
      case "GUILD_DELETE":
        // One in trouble comes back with its threads.
        if (fieldOf(data, "unavailable") === true) return;
        for (const [thread, inGuild] of this.#guilds) if (inGuild === id) this.#forget(thread);
    }
  }

  /** A thread that is under a channel. */
  know(thread: string, parent: string): void {
    this.#parents.set(thread, parent);
  }

  /** Whether we opened a thread ourselves. */
  isOwn(thread: string): boolean {
    return this.#ownThreads.has(thread);
  }

  /** A thread of ours, under a channel. */
  add(thread: string, parent: string): void {
    this.#parents.set(thread, parent);
    this.#ownThreads.add(thread);
  }

  /** Where a channel or a thread is, as far as it is known. @param channel as in an interaction */
  placeOf(id: string, guild: string | undefined, channel?: unknown): Place {
    if (threadTypes.has(numberOf(channel, "type"))) this.#learn(channel, "", guild);
    const parent = this.#parents.get(id);
    const isDirect = guild === undefined;
    return parent === undefined
      ? { channel: id, thread: undefined, isDirect }
      : { channel: parent, thread: id, isDirect };
  }

  /** Asks Discord where a thread is that nothing was told of. @param type as in `channel_type` */
  async find(id: string, type: number | undefined): Promise<void> {
    if (!threadTypes.has(type) || this.#parents.has(id)) return;
    const thread = await this.#rest.request({ method: "GET", path: `/channels/${id}` });
    this.#learn(thread, "", idOf(thread, "guild_id"));
  }

  #forget(thread: string): void {
    this.#parents.delete(thread);
    this.#guilds.delete(thread);
    this.#ownThreads.delete(thread);
  }

  #learn(thread: unknown, ourUser: string, guild: string | undefined): void {
    const id = idOf(thread, "id");
    const parent = idOf(thread, "parent_id");
    if (id === undefined || parent === undefined) return;
    this.#parents.set(id, parent);
    if (guild !== undefined) this.#guilds.set(id, guild);
    if (fieldOf(thread, "owner_id") === ourUser) this.#ownThreads.add(id);
  }
}

function isArchived(thread: unknown): boolean {
  return fieldOf(thread, "thread_metadata", "archived") === true;
}
