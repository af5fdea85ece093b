import { PlaceRefused } from "../../../model/errors.ts";
import type { Reply } from "../../../model/reply.ts";
import type { Log } from "../../../ports/log.ts";
import { DirectChannels } from "./direct-channels.ts";
import { endedRest } from "./ended-rest.ts";
import { inTime } from "./in-time.ts";
import { isDirectClosed, isFinal, isPersonAway, isPlaceGone, lacksRight } from "./is-final.ts";
import { keepShown } from "./keep-shown.ts";
import { type PlacingParts, ReplyPlacer, type Shown } from "./reply-placer.ts";
import { channelOf, directOf, readerOf } from "./reply-place.ts";

/** What sending needs. */
export interface SenderParts extends Omit<PlacingParts, "direct"> {
  readonly log: Log;
  /** Opens the thread below a message that asks for it. @throws what Discord's API throws */
  readonly openBelow: (
    reply: Reply,
    shown: { readonly channel: string; readonly message: string },
  ) => Promise<void>;
}

/** Shows replies: once each, in order in each room. */
export class Sender {
  readonly #parts: SenderParts & PlacingParts;
  readonly #lines = new Map<string, Promise<unknown>>();
  readonly #placer: ReplyPlacer;

  constructor(parts: SenderParts) {
    this.#parts = { ...parts, direct: new DirectChannels(parts.rest) };
    this.#placer = new ReplyPlacer(this.#parts);
  }

  /**
   * Resolves once Discord took all of a reply and that is durable, or will never take it.
   * @throws PlaceRefused where a right is missing; anything else when it may not have been shown: nothing
   * more of it is, unless this is called again. An announcement has `LONGEST_ANNOUNCING_MS`
   */
  async send(reply: Reply): Promise<void> {
    if (reply.kind !== "announcement") return this.#send(reply, this.#placer);
    return inTime(async (signal) => {
      const rest = endedRest(this.#parts.rest, signal);
      return this.#send(reply, new ReplyPlacer({ ...this.#parts, rest }));
    });
  }

  /** Resolves once nothing is under way. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#lines.values());
  }

  async #send(reply: Reply, placer: ReplyPlacer): Promise<void> {
    const line = reply.thread ?? reply.to.room;
    const before = this.#lines.get(line) ?? Promise.resolve();
    // Written while others are shown: what is shown keeps its order, however slow the disk is.
    const foreseen = this.#foresee(reply);
    const turn = Promise.allSettled([before, foreseen]).then(() => this.#show(reply, placer));
    this.#lines.set(line, turn);
    try {
      const shown = await turn;
      // Outside the line: what is shown keeps its order, however slow the disk is.
      if (shown) await this.#keep(reply, shown);
    } finally {
      if (this.#lines.get(line) === turn) this.#lines.delete(line);
    }
  }

  /** Knows what is to be shown by a command before its first try, which is looked for once its token is dead. */
  async #foresee(reply: Reply): Promise<void> {
    const { sent, interactions } = this.#parts;
    const open = interactions.find(reply.inReplyTo?.id ?? "");
    const isToFill = open?.hasOwnMessage === true && !open.isEphemeral;
    const isKnown = sent.isShown(reply.key) || this.#parts.sendings.find(reply.key) !== undefined;
    if (!isToFill || isKnown || reply.replaces !== undefined) return;
    await this.#parts.sendings.begin(reply, { channel: open.channel, done: [] });
  }

  /** @returns where it is shown now; undefined when there is nothing to keep of it */
  async #show(reply: Reply, placer: ReplyPlacer): Promise<Shown | undefined> {
    const { sent, log, care } = this.#parts;
    if (sent.isShown(reply.key)) return undefined;
    try {
      const shown = await placer.place(reply);
      const message = shown?.messages[0];
      if (shown && message !== undefined && reply.opensThread === true) {
        await this.#parts.openBelow(reply, { channel: shown.channel, message });
      }
      return shown;
    } catch (cause) {
      const channel = this.#parts.sendings.find(reply.key)?.channel ?? channelOf(reply);
      if (lacksRight(cause)) care?.refused(channel, cause);
      if (isDirectClosed(cause)) care?.directClosed(readerOf(reply));
      const direct = directOf(reply);
      if (direct !== undefined && isPersonAway(cause)) {
        this.#parts.refusing.refused(direct);
        throw new PlaceRefused(cause.message, { cause });
      }
      if (lacksRight(cause)) throw new PlaceRefused(cause.message, { cause });
      // Somebody's words: who waits for them is told, rather than that they are lost.
      const isSaid = reply.kind === "relay" && reply.replaces === undefined && !reply.reaction;
      if (isSaid && isPlaceGone(cause)) throw new PlaceRefused(cause.message, { cause });
      if (!isFinal(cause)) throw cause;
      log.error("message-refused", cause, { channel, key: reply.key });
      return { channel, messages: this.#parts.sendings.find(reply.key)?.done ?? [] };
    }
  }

  async #keep(reply: Reply, shown: Shown): Promise<void> {
    await keepShown(reply, shown, this.#parts);
    this.#parts.sendings.end(reply.key);
  }
}
