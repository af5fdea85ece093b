import type { Address } from "../../model/address.ts";
import type { Recipient } from "../../model/subscription.ts";
import type { ChatPlatform, RoomDescription } from "../../ports/chat-platform.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { DescribeRoom } from "./reach.ts";

/** What knowing of rooms needs. */
export interface RoomDescriptionsParts {
  readonly platforms: readonly ChatPlatform[];
  readonly clock: Clock;
  readonly log: Log;
}

/** So long a room is believed to be called as it was. */
const KEPT_MS = 600_000;
/** Characters of a name that are shown. */
const LONGEST = 60;
/** As many rooms are asked about for one message: the others at the next ones. */
const MOST_ASKED = 100;

/** What platforms know of rooms, kept for some minutes: previews are shown again and again. */
export class RoomDescriptions {
  readonly #parts: RoomDescriptionsParts;
  readonly #known = new Map<string, { readonly room: RoomDescription; readonly atMs: number }>();

  constructor(parts: RoomDescriptionsParts) {
    this.#parts = parts;
  }

  /** What is known of the rooms among some addresses; of one that its platform cannot tell of now, nothing or what was known. */
  async of(recipients: readonly Pick<Recipient, "to" | "person">[]): Promise<DescribeRoom> {
    const nowMs = this.#parts.clock.now().getTime();
    const isOld = ({ to }: Pick<Recipient, "to">) =>
      nowMs - (this.#known.get(nameOf(to))?.atMs ?? -Infinity) > KEPT_MS;
    const rooms = recipients.filter(({ person }) => person === undefined);
    const asked = rooms.filter(isOld).slice(0, MOST_ASKED);
    await Promise.all(asked.map(({ to }) => this.#ask(to, nowMs)));
    return (to) => this.#known.get(nameOf(to))?.room;
  }

  async #ask(to: Address, atMs: number): Promise<void> {
    const { platforms, log } = this.#parts;
    try {
      const room = await platforms.find(({ name }) => name === to.platform)?.describeRoom?.(to);
      if (!room) return;
      const name = plain(room.name) || to.room;
      this.#known.set(nameOf(to), { room: { ...room, name }, atMs });
    } catch (cause) {
      // A preview does not fail for the want of a name.
      log.error("room-not-described", cause, { platform: to.platform });
    }
  }
}

/** A name that others chose, to stand in a line of Markdown. */
function plain(name: string): string {
  const line = name
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .replaceAll(/[*`]/g, "")
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()}…` : line;
}

function nameOf({ platform, room }: Address): string {
  return JSON.stringify([platform, room]);
}
