import type { RoomDescription } from "../../../ports/chat-platform.ts";
import { fieldOf, idOf, listOf, numberOf, textOf } from "../field-of.ts";
import type { Dispatch } from "../gateway.ts";

interface SeenRoom {
  readonly name: string;
  readonly guild: string;
}

/**
 * What channels and threads are called, as the gateway tells of them: nothing is asked for it. In memory
 * only, some hundred bytes each.
 */
export class RoomNames {
  readonly #rooms = new Map<string, SeenRoom>();
  /** By guild, bots included: which members are bots is told to nobody without a privileged intent. */
  readonly #members = new Map<string, number>();

  /** About how many read a channel: as many as there are in its guild, without us. */
  describe(room: string): RoomDescription | undefined {
    const seen = this.#rooms.get(room);
    const members = seen && this.#members.get(seen.guild);
    if (!seen || members === undefined) return undefined;
    return { name: seen.name, people: Math.max(0, members - 1) };
  }

  /** Takes in an event; others than those of guilds and channels are left alone. */
  hear({ type, data }: Pick<Dispatch, "type" | "data">): void {
    const id = idOf(data, "id");
    if (id === undefined) return;
    if (type === "GUILD_CREATE" && fieldOf(data, "unavailable") !== true) this.#arrive(id, data);
    else if (type === "GUILD_DELETE") this.#leave(id);
    else if (type === "CHANNEL_DELETE" || type === "THREAD_DELETE") this.#rooms.delete(id);
    else if (namesRoom.test(type)) this.#name(data, idOf(data, "guild_id"));
  }

  #arrive(guild: string, data: unknown): void {
    const members = numberOf(data, "member_count");
    if (members !== undefined) this.#members.set(guild, members);
    for (const room of [...listOf(data, "channels"), ...listOf(data, "threads")]) {
      this.#name(room, guild);
    }
  }

  #leave(guild: string): void {
    this.#members.delete(guild);
    for (const [id, room] of this.#rooms) if (room.guild === guild) this.#rooms.delete(id);
  }

  #name(room: unknown, guild: string | undefined): void {
    const [id, name] = [idOf(room, "id"), textOf(room, "name")];
    if (id === undefined || name === undefined || guild === undefined) return;
    this.#rooms.set(id, { name: `#${name}`, guild });
  }
}

const namesRoom = /^(?:CHANNEL|THREAD)_(?:CREATE|UPDATE)$/;
