import { PlaceRefused } from "../../../model/errors.ts";
import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import type { Sending, SentReply } from "../discord-documents.ts";
import type { GuildCare } from "../guild-care.ts";
import type { OpenInteractions } from "../interactions/open-interactions.ts";
import type { DiscordRest } from "../rest.ts";
import { DirectChannels } from "./direct-channels.ts";
import { isDirectClosed, isFinal, lacksRight } from "./is-final.ts";
import { type MessageBody, messageBodies } from "./message-bodies.ts";
import { answerOpenly, answerPrivately } from "./interaction-answer.ts";
import { keepShown } from "./keep-shown.ts";
import { replaceReply, withdrawReply } from "./replace-reply.ts";
import { channelOf, personIn } from "./reply-place.ts";
import { isSeenByOne } from "../receiving/thread-places.ts";
import { sendPart } from "./send-part.ts";
import type { Sendings } from "./sendings.ts";
import { sentReply, type SentReplies } from "./sent-replies.ts";

/** What sending needs. */
export interface SenderParts {
  readonly rest: DiscordRest;
  readonly sent: SentReplies;
  readonly sendings: Sendings;
  readonly interactions: OpenInteractions;
  readonly care: GuildCare | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly ourUser: () => string;
  readonly tell: (language: Language) => Tell;
  /** Of replies that do not say theirs. */
  readonly language: Language;
  /** Whether what people type in a room can be read. */
  readonly canRead: (reply: Reply) => boolean;
  /** The thread a reply is better placed in, made when it is not there yet; undefined for none. */
  readonly threadFor: (reply: Reply) => Promise<string | undefined>;
}

/** Where a reply is shown. */
type Shown = Pick<SentReply, "channel" | "messages" | "interaction" | "isEphemeral">;

/** Shows replies: once each, in order in each room. */
export class Sender {
  readonly #parts: SenderParts;
  readonly #lines = new Map<string, Promise<unknown>>();
  readonly #sendings: Sendings;
  readonly #direct: DirectChannels;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#sendings = parts.sendings;
    this.#direct = new DirectChannels(parts.rest);
  }

  /**
   * Resolves once Discord took all of a reply and that is durable, or will never take it.
   * @throws PlaceRefused where a right is missing; anything else when it may not have been shown
   */
  async send(reply: Reply): Promise<void> {
    const line = reply.thread ?? reply.to.room;
    const before = this.#lines.get(line) ?? Promise.resolve();
    // Written while others are shown: what is shown keeps its order, however slow the disk is.
    const foreseen = this.#foresee(reply);
    const turn = Promise.allSettled([before, foreseen]).then(() => this.#show(reply));
    this.#lines.set(line, turn);
    try {
      const shown = await turn;
      // Outside the line: what is shown keeps its order, however slow the disk is.
      if (shown) await this.#keep(reply, shown);
    } finally {
      if (this.#lines.get(line) === turn) this.#lines.delete(line);
    }
  }

  /** Resolves once nothing is under way. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#lines.values());
  }

  /** Knows what is to be shown by a command before its first try, which is looked for once its token is dead. */
  async #foresee(reply: Reply): Promise<void> {
    const { sent, interactions } = this.#parts;
    const open = interactions.find(reply.inReplyTo?.id ?? "");
    const isToFill = open?.hasOwnMessage === true && !open.isEphemeral;
    const isKnown = sent.isShown(reply.key) || this.#sendings.find(reply.key) !== undefined;
    if (!isToFill || isKnown || reply.replaces !== undefined) return;
    await this.#sendings.begin(reply, { channel: open.channel, done: [] });
  }

  /** @returns where it is shown now; undefined when there is nothing to keep of it */
  async #show(reply: Reply): Promise<Shown | undefined> {
    const { sent, log, care } = this.#parts;
    if (sent.isShown(reply.key)) return undefined;
    try {
      return await this.#place(reply);
    } catch (cause) {
      const channel = this.#sendings.find(reply.key)?.channel ?? channelOf(reply);
      if (lacksRight(cause)) care?.refused(channel, cause);
      if (isDirectClosed(cause)) {
        care?.directClosed(reply.inReplyTo?.from ?? personIn(reply.to.room));
      }
      if (lacksRight(cause)) throw new PlaceRefused(cause.message, { cause });
      if (!isFinal(cause)) throw cause;
      log.error("message-refused", cause, { channel, key: reply.key });
      return { channel, messages: this.#sendings.find(reply.key)?.done ?? [] };
    }
  }

  async #place(reply: Reply): Promise<Shown | undefined> {
    const { sent, interactions } = this.#parts;
    const before = reply.replaces === undefined ? undefined : sent.find(reply.replaces);
    if (reply.isWithdrawal === true) {
      if (before) this.#refuseQuarantined(before.channel);
      if (before) await withdrawReply(before, this.#parts.rest);
      return undefined;
    }
    if (before && before.messages.length > 0 && before.isEphemeral !== true) {
      return this.#replace(reply, before);
    }
    const answered = reply.inReplyTo?.id ?? "";
    const open = interactions.find(answered);
    // Its token may be dead: what was for one person alone stays so.
    const isPrivate = interactions.recordOf(answered)?.isEphemeral ?? isSeenByOne(reply.to.room);
    if (open && (await interactions.isReady(answered))) {
      const shown = isPrivate
        ? // When it is not known whether it was shown and the token dies, it comes again in private:
          // what only one person sees cannot be looked for, and twice is better than not at all.
          await answerPrivately(reply, answered, { ...this.#parts, ...this.#showing(reply) })
        : open.hasOwnMessage && (await this.#openlyThroughToken(reply, answered, open.channel));
      if (shown) return shown;
    }
    return this.#post(reply, isPrivate);
  }

  async #openlyThroughToken(
    reply: Reply,
    interaction: string,
    channel: string,
  ): Promise<Shown | undefined> {
    // Known before the first try: once the token is dead, what that try may have shown is looked for.
    const begun =
      this.#sendings.find(reply.key) ?? (await this.#sendings.begin(reply, { channel, done: [] }));
    const showing = this.#showing(reply);
    const shown = await answerOpenly(reply, interaction, { ...this.#parts, ...showing });
    if (!shown || messageBodies(reply, showing).length === 1) return shown;
    // The rest follows as ordinary messages, which the interaction's own is the first of.
    const sending =
      begun.done.length > 0
        ? begun
        : await this.#sendings.begin(reply, { channel, done: shown.messages });
    return { ...shown, messages: await this.#postParts(reply, sending) };
  }

  async #post(reply: Reply, isPrivate: boolean): Promise<Shown> {
    const sending = this.#sendings.find(reply.key) ?? (await this.#begin(reply, isPrivate));
    return { channel: sending.channel, messages: await this.#postParts(reply, sending) };
  }

  /** Where a reply goes is fixed before the first try. */
  async #begin(reply: Reply, isPrivate: boolean): Promise<Sending> {
    const channel = isPrivate
      ? await this.#direct.with(reply.inReplyTo?.from ?? personIn(reply.to.room))
      : ((reply.kind === "notice" ? undefined : await this.#parts.threadFor(reply)) ??
        channelOf(reply));
    return this.#sendings.begin(reply, { channel, done: [] });
  }

  /** Posts what is missing of a reply, in order: the next part must not overtake this one. */
  async #postParts(reply: Reply, sending: Sending): Promise<readonly string[]> {
    const { sent } = this.#parts;
    const { channel, done } = sending;
    // It can be pressed on before Discord tells us that it is there.
    sent.remember(reply.key, sentReply(reply, { channel, messages: done }, this.#now()));
    const bodies = messageBodies(reply, this.#showing(reply));
    const made = bodies[done.length];
    if (!made) return done;
    this.#refuseQuarantined(channel);
    const id = await this.#postPart(made, reply, sending);
    const isLast = done.length + 1 === bodies.length;
    // The last part is kept with the whole, and a notice needs no disk.
    const isKept = !isLast && reply.kind !== "notice";
    const next = await this.#sendings.advance(reply.key, sending, id, isKept);
    return this.#postParts(reply, next);
  }

  #postPart(made: MessageBody, reply: Reply, sending: Sending): Promise<string> {
    const { rest, sent, ourUser, interactions } = this.#parts;
    const { channel, done, triedAt, at } = sending;
    const isFirst = done.length === 0;
    const answered = reply.inReplyTo?.id;
    const isInteraction = answered !== undefined && interactions.has(answered);
    // What is no message cannot be referred to.
    const mayRefer = isFirst && !reply.to.isDirect && answered !== channel && !isInteraction;
    return sendPart(
      {
        channel,
        nonce: isFirst ? reply.key : `${reply.key}.${done.length}`,
        made,
        answers: mayRefer ? answered : undefined,
        interaction: isInteraction ? answered : undefined,
        triedAt: new Date(triedAt ?? at),
      },
      {
        rest,
        now: () => this.#now(),
        isUnclaimed: (message) =>
          !done.includes(message) && [undefined, reply.key].includes(sent.findMessage(message)),
        ourUser: ourUser(),
      },
    );
  }

  async #replace(reply: Reply, before: SentReply): Promise<Shown> {
    const { channel, interaction } = before;
    this.#refuseQuarantined(channel);
    const bodies = messageBodies(reply, this.#showing(reply));
    const begun = this.#sendings.find(reply.key);
    const shown = { channel, messages: begun?.done ?? before.messages };
    const messages = await replaceReply(bodies, shown, this.#parts.rest);
    if (messages.length === bodies.length) return { channel, messages, interaction };
    // What is missing is sent as any message is: once, however often it is tried.
    const sending = begun
      ? { ...begun, done: messages }
      : await this.#sendings.begin(reply, { channel, done: messages });
    return { channel, messages: await this.#postParts(reply, sending), interaction };
  }

  #refuseQuarantined(channel: string): void {
    if (this.#parts.care?.isQuarantined(channel) !== true) return;
    throw new PlaceRefused(`channel ${channel} is left alone until a right is given back`);
  }

  async #keep(reply: Reply, shown: Shown): Promise<void> {
    await keepShown(reply, shown, this.#parts);
    this.#sendings.end(reply.key);
  }

  #showing(reply: Reply) {
    const { tell, language, canRead } = this.#parts;
    const withWords = reply.awaitsWords === true && !canRead(reply);
    return { tell: tell(reply.language ?? language), withWords };
  }

  #now(): Date {
    return this.#parts.clock.now();
  }
}
