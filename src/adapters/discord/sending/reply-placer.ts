import { PlaceRefused } from "../../../model/errors.ts";
import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { ReactionSign, Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import type { Sending, SentReply } from "../discord-documents.ts";
import type { GuildCare } from "../guild-care.ts";
import type { OpenInteractions } from "../interactions/open-interactions.ts";
import { isSeenByOne } from "../receiving/thread-places.ts";
import type { DiscordRest } from "../rest.ts";
import { changeStanding } from "./change-standing.ts";
import type { DirectChannels } from "./direct-channels.ts";
import { answerOpenly, answerPrivately } from "./interaction-answer.ts";
import { type MessageBody, messageBodies } from "./message-bodies.ts";
import { putReaction } from "./put-reaction.ts";
import type { RefusingPeople } from "./refusing-people.ts";
import { replaceReply } from "./replace-reply.ts";
import { channelOf, directOf, readerOf } from "./reply-place.ts";
import { sendPart } from "./send-part.ts";
import type { Sendings } from "./sendings.ts";
import { sentReply, type SentReplies } from "./sent-replies.ts";

/** What placing a reply needs. */
export interface PlacingParts {
  readonly rest: DiscordRest;
  readonly sent: SentReplies;
  readonly sendings: Sendings;
  readonly interactions: OpenInteractions;
  readonly direct: DirectChannels;
  readonly care: GuildCare | undefined;
  readonly clock: Clock;
  readonly ourUser: () => string;
  readonly tell: (language: Language) => Tell;
  /** Of replies that do not say theirs. */
  readonly language: Language;
  /** Whether what people type in a room can be read. */
  readonly canRead: (reply: Reply) => boolean;
  /** The thread a reply is better placed in, made when it is not there yet; undefined for none. */
  readonly threadFor: (reply: Reply) => Promise<string | undefined>;
  readonly refusing: RefusingPeople;
  readonly log: Log;
}

/** Where a reply is shown. */
export type Shown = Pick<
  SentReply,
  "channel" | "messages" | "interaction" | "isEphemeral" | "isLasting"
>;

/** Shows a reply where it belongs: in the place of another, as an interaction's own, or as a message. */
export class ReplyPlacer {
  readonly #parts: PlacingParts;

  constructor(parts: PlacingParts) {
    this.#parts = parts;
  }

  /**
   * @returns where it is shown now; undefined when there is nothing to keep of it
   * @throws PlaceRefused, and what Discord's API throws
   */
  async place(reply: Reply): Promise<Shown | undefined> {
    const { sent, interactions, refusing } = this.#parts;
    if (reply.reaction) return this.#sign(reply, reply.reaction);
    const direct = directOf(reply);
    if (direct !== undefined) refusing.check(direct);
    const before = reply.replaces === undefined ? undefined : sent.find(reply.replaces);
    if (reply.isWithdrawal === true || reply.isOnlyInPlace === true) {
      if (before) this.#refuseQuarantined(before.channel);
      const { rest } = this.#parts;
      return before && changeStanding(reply, before, { rest, ...this.#showing(reply) });
    }
    if (before && before.messages.length > 0 && before.isEphemeral !== true) {
      return this.#replace(reply, before);
    }
    const answered = reply.inReplyTo?.id ?? "";
    const open = interactions.find(answered);
    // Its token may be dead: what was for one person alone stays so.
    const isToOne = reply.to.person !== undefined || isSeenByOne(reply.to.room);
    const isPrivate = interactions.recordOf(answered)?.isEphemeral ?? isToOne;
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

  async #sign(reply: Reply, reaction: ReactionSign): Promise<undefined> {
    const { person } = reply.to;
    const channel = person === undefined ? channelOf(reply) : await this.#parts.direct.with(person);
    this.#refuseQuarantined(channel);
    await putReaction(reaction, channel, this.#parts);
  }

  async #openlyThroughToken(
    reply: Reply,
    interaction: string,
    channel: string,
  ): Promise<Shown | undefined> {
    // Known before the first try: once the token is dead, what that try may have shown is looked for.
    const begun =
      this.#parts.sendings.find(reply.key) ??
      (await this.#parts.sendings.begin(reply, { channel, done: [] }));
    const showing = this.#showing(reply);
    const shown = await answerOpenly(reply, interaction, { ...this.#parts, ...showing });
    if (!shown || messageBodies(reply, showing).length === 1) return shown;
    // The rest follows as ordinary messages, which the interaction's own is the first of.
    const sending =
      begun.done.length > 0
        ? begun
        : await this.#parts.sendings.begin(reply, { channel, done: shown.messages });
    return { ...shown, messages: await this.#postParts(reply, sending) };
  }

  async #post(reply: Reply, isPrivate: boolean): Promise<Shown> {
    const sending = this.#parts.sendings.find(reply.key) ?? (await this.#begin(reply, isPrivate));
    return { channel: sending.channel, messages: await this.#postParts(reply, sending) };
  }

  /** Where a reply goes is fixed before the first try. */
  async #begin(reply: Reply, isPrivate: boolean): Promise<Sending> {
    const channel = isPrivate
      ? await this.#parts.direct.with(readerOf(reply))
      : ((reply.kind === "notice" ? undefined : await this.#parts.threadFor(reply)) ??
        channelOf(reply));
    return this.#parts.sendings.begin(reply, { channel, done: [] });
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
    const next = await this.#parts.sendings.advance(reply.key, sending, id, isKept);
    return this.#postParts(reply, next);
  }

  #postPart(made: MessageBody, reply: Reply, sending: Sending): Promise<string> {
    const { rest, sent, ourUser, interactions } = this.#parts;
    const { channel, done, triedAt, at } = sending;
    const isFirst = done.length === 0;
    const answered = reply.inReplyTo?.id;
    const isInteraction = answered !== undefined && interactions.has(answered);
    // What is no message cannot be referred to.
    const isMarked = !reply.to.isDirect || reply.kind === "relay";
    const mayRefer = isFirst && isMarked && answered !== channel && !isInteraction;
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
    const { channel, interaction, isLasting } = before;
    this.#refuseQuarantined(channel);
    const bodies = messageBodies(reply, this.#showing(reply));
    const begun = this.#parts.sendings.find(reply.key);
    const shown = { channel, messages: begun?.done ?? before.messages };
    const { rest } = this.#parts;
    const messages = await replaceReply(bodies, shown, { rest, keepsFiles: reply.keepsFiles });
    if (messages.length === bodies.length) return { channel, messages, interaction, isLasting };
    // What is missing is sent as any message is: once, however often it is tried.
    const sending = begun
      ? { ...begun, done: messages }
      : await this.#parts.sendings.begin(reply, { channel, done: messages });
    return { channel, messages: await this.#postParts(reply, sending), interaction, isLasting };
  }

  #refuseQuarantined(channel: string): void {
    if (this.#parts.care?.isQuarantined(channel) !== true) return;
    throw new PlaceRefused(`channel ${channel} is left alone until a right is given back`);
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
