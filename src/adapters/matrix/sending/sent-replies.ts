import { signsOf } from "../../../model/choice-signs.ts";
import type { ReactionSign, Reply } from "../../../model/reply.ts";
import { type Change, put, remove, type Store } from "../../../ports/store.ts";
import { matrixDocuments, type SentReply } from "../matrix-documents.ts";
import { sentUsedAt } from "../../../model/sent-used-at.ts";

/** Under which events our replies were shown, by reply and by event. */
export class SentReplies {
  readonly #store: Store;
  readonly #byKey = new Map<string, SentReply>();
  readonly #byEvent = new Map<string, string>();
  readonly #answered = new Set<string>();
  /** The signs of ours that stand, by what they are and on what. */
  readonly #signs = new Map<string, { readonly key: string; readonly event: string }>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Reads what was sent before this run. */
  async load(): Promise<void> {
    for (const { id, document } of await this.#store.list(matrixDocuments.sent)) {
      this.#remember(id, document);
    }
  }

  /** A reply that was shown whole; undefined when it was not, or long ago. */
  find(key: string): SentReply | undefined {
    return this.#byKey.get(key);
  }

  /** The reply that a reply takes the place of; undefined when there is none, or as `find`. */
  earlierOf({ replaces }: Reply): SentReply | undefined {
    return replaces === undefined ? undefined : this.find(replaces);
  }

  /** The thread a reply belongs to: that of the one it replaces, when it does not say. */
  threadOf(reply: Reply): string | undefined {
    return reply.thread ?? this.earlierOf(reply)?.thread;
  }

  /** The reply an event of ours belongs to; undefined when it is not ours, or from long ago. */
  findEvent(event: string): SentReply | undefined {
    const key = this.keyOf(event);
    return key === undefined ? undefined : this.#byKey.get(key);
  }

  /** The key of the reply an event of ours shows. */
  keyOf(event: string): string | undefined {
    return this.#byEvent.get(event);
  }

  /** The event by which a sign of ours stands on another; undefined when it does not, or from long ago. */
  findSign(reaction: ReactionSign): { readonly key: string; readonly event: string } | undefined {
    return this.#signs.get(nameOf(reaction));
  }

  /** Whether a reply to this event was shown. */
  hasAnswered(event: string): boolean {
    return this.#answered.has(event);
  }

  /**
   * Ends a sending: the reply is shown under these events, as far as it could be. Of one that was erased
   * on somebody's demand meanwhile, nothing is kept that leads to them.
   */
  async keep(reply: Reply, events: readonly string[], now: Date): Promise<void> {
    const isErased = (await this.#store.get(matrixDocuments.sendings, reply.key)) === undefined;
    const thread = this.threadOf(reply);
    const at = now.toISOString();
    // Left out of what is none, as in older data.
    const isAnnouncement = reply.kind === "announcement" || undefined;
    const isLasting = isLastingOf(reply, this.earlierOf(reply)) || undefined;
    const shown = { events, isAnnouncement, isLasting, thread, at };
    const reaction = signPutBy(reply);
    const sent = isErased
      ? { choices: [], ...shown, reaction }
      : { ...talkOf(reply), ...shown, reaction };
    await this.#store.write([
      put(matrixDocuments.sent, reply.key, sent),
      remove(matrixDocuments.sendings, reply.key),
      ...this.#takenAwayBy(reply),
    ]);
    this.#remember(reply.key, sent);
  }

  /** Forgets what was sent before an instant, as the purge does. */
  forgetBefore(instant: Date): void {
    for (const [key, sent] of this.#byKey) {
      const { at, events, answers } = sent;
      if (Date.parse(at) >= instant.getTime()) return;
      if (Date.parse(sentUsedAt(sent)) >= instant.getTime()) continue;
      this.#byKey.delete(key);
      for (const event of events) this.#byEvent.delete(event);
      if (answers !== undefined) this.#answered.delete(answers);
      if (sent.reaction) this.#signs.delete(nameOf(sent.reaction));
    }
  }

  /** The sign a reply took away stands no more. */
  #takenAwayBy({ reaction }: Reply): Change[] {
    const there = reaction?.isTakenAway === true ? this.findSign(reaction) : undefined;
    if (!there || !reaction) return [];
    this.#signs.delete(nameOf(reaction));
    this.#byKey.delete(there.key);
    return [remove(matrixDocuments.sent, there.key)];
  }

  #remember(key: string, sent: SentReply): void {
    this.#byKey.set(key, sent);
    for (const event of sent.events) this.#byEvent.set(event, key);
    if (sent.answers !== undefined) this.#answered.add(sent.answers);
    const [event] = sent.events;
    if (sent.reaction && event !== undefined)
      this.#signs.set(nameOf(sent.reaction), { key, event });
  }
}

function nameOf({ sign, on }: Pick<ReactionSign, "sign" | "on">): string {
  return JSON.stringify([on, sign]);
}

function signPutBy({ reaction }: Reply): SentReply["reaction"] {
  if (!reaction || reaction.isTakenAway === true) return undefined;
  return { sign: reaction.sign, on: reaction.on };
}

/** What takes the place of something lasting lasts as well: the thread below it goes on. */
function isLastingOf(
  { opensThread, kind, reaction }: Reply,
  before: SentReply | undefined,
): boolean {
  return (
    opensThread === true || kind === "relay" || reaction !== undefined || before?.isLasting === true
  );
}

/** What leads to the person it was said to. */
function talkOf(
  reply: Reply,
): Pick<SentReply, "choices" | "signs" | "asker" | "answers" | "goneAt"> {
  const { choices, inReplyTo, to, goneAt } = reply;
  return {
    choices: choices.map(({ label }) => label),
    signs: signsOf(reply),
    // Whoever has nothing to choose need not be known.
    asker: choices.length > 0 ? (inReplyTo?.from ?? to.person) : undefined,
    answers: inReplyTo?.id,
    goneAt,
  };
}
