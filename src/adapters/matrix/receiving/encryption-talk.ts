import type { PhraseKey, Tell } from "../../../model/phrases.ts";
import type { Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { platformName } from "../matrix-documents.ts";
import type { Homeserver, RoomEvent } from "../room-event.ts";
import { openPlainRoom } from "../rooms/open-plain-room.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { stableKey } from "../stable-key.ts";
import type { Loss } from "./late-events.ts";

/** What is needed to say what was in the way. */
export interface EncryptionTalkParts {
  readonly server: Homeserver;
  readonly rooms: Rooms;
  readonly clock: Clock;
  readonly log: Log;
  readonly tell: Tell;
  readonly hasEncryption: boolean;
  /** Accounts that are no people: nothing is said to them. */
  readonly bots: readonly string[];
  readonly send: (notice: Reply) => Promise<void>;
}

/** Says, rarely, that a message could not be read or may not be answered, and what to do. */
export class EncryptionTalk {
  readonly #parts: EncryptionTalkParts;

  constructor(parts: EncryptionTalkParts) {
    this.#parts = parts;
  }

  /** A message stays unreadable. Once a day in a room; without encryption, once, from another room. */
  async tellUnreadable(room: string, { id, sender }: RoomEvent, loss: Loss): Promise<void> {
    const { hasEncryption, rooms, bots } = this.#parts;
    if (bots.includes(sender)) return;
    if (hasEncryption || loss.kind === "missing-file") {
      await this.#sayDaily(phraseFor(loss), room, { id, from: sender });
      // Where others talk, most is not said to us, and we cannot know what is.
    } else if (await rooms.isDirect(room)) await this.offerPlainRoom(room, sender);
  }

  /** A question in clear, where only encrypted rooms are answered. */
  async tellEncryptionNeeded(room: string, { id, sender }: RoomEvent): Promise<void> {
    await this.#sayDaily("encryption-needed", room, { id, from: sender });
  }

  /** Explains in a room without encryption why nothing is answered in another; once for each. */
  async offerPlainRoom(room: string, person: string): Promise<void> {
    const { rooms, clock, log } = this.#parts;
    const kept = await rooms.kept(room);
    if (kept?.toldAt !== undefined) return;
    // Before it is done: twice would be worse than never.
    await rooms.keep(room, { toldAt: clock.now().toISOString() });
    // Not waited for: the server may take its time.
    this.#offer(person).catch((cause: unknown) => {
      log.error("plain-room-not-offered", cause, { room });
    });
  }

  async #offer(person: string): Promise<void> {
    const room = await openPlainRoom(this.#parts.server, person);
    await this.#parts.send(this.#notice("encryption-off", room));
  }

  async #sayDaily(
    phrase: PhraseKey,
    room: string,
    inReplyTo: { readonly id: string; readonly from: string },
  ): Promise<void> {
    const day = this.#parts.clock.now().toISOString().slice(0, 10);
    // One a day, whatever it says.
    const key = stableKey("daily", room, day);
    await this.#parts.send({ ...this.#notice(phrase, room), key, inReplyTo });
  }

  #notice(phrase: PhraseKey, room: string): Reply {
    return {
      key: stableKey(phrase, room),
      to: { platform: platformName, room, isDirect: false },
      kind: "notice",
      text: this.#parts.tell(phrase),
      choices: [],
      attachments: [],
    };
  }
}

function phraseFor(loss: Loss): PhraseKey {
  if (loss.kind === "missing-file") return "file-unreadable";
  const isUnverified = loss.kind === "missing-key" && loss.withheld === "m.unverified";
  return isUnverified ? "unreadable-unverified" : "unreadable";
}
