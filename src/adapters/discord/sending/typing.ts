import type { IncomingMessage } from "../../../model/incoming-message.ts";
import type { GuildCare } from "../guild-care.ts";
import type { DiscordRest } from "../rest.ts";

/** Rooms whose last place is remembered. */
const mostRooms = 5000;

/** Shows that an answer is being prepared, where the question was written. */
export class Typing {
  readonly #rest: DiscordRest;
  readonly #care: GuildCare | undefined;
  /** By room, the thread or channel somebody last wrote to us in. */
  readonly #places = new Map<string, string>();

  constructor(rest: DiscordRest, care: GuildCare | undefined) {
    this.#rest = rest;
    this.#care = care;
  }

  /** Notes where a room is spoken in. */
  hear({ address, thread }: IncomingMessage): void {
    this.#places.delete(address.room);
    this.#places.set(address.room, thread ?? address.room);
    const [oldest] = this.#places.keys();
    if (this.#places.size > mostRooms && oldest !== undefined) this.#places.delete(oldest);
  }

  async show(room: string): Promise<void> {
    // One person alone already sees that an answer is being prepared.
    if (room.includes("/")) return;
    const channel = this.#places.get(room) ?? room;
    if (this.#care?.isQuarantined(channel) === true) return;
    await this.#rest.request({ method: "POST", path: `/channels/${channel}/typing` });
  }
}
