import { signsOf } from "../../../model/choice-signs.ts";
import type { Reply } from "../../../model/reply.ts";
import { put, remove, type Store } from "../../../ports/store.ts";
import { matrixDocuments, type SentReply } from "../matrix-documents.ts";
import { sentUsedAt } from "../../../model/sent-used-at.ts";

/** Under which events our replies were shown, by reply and by event. */
export class SentReplies {
  readonly #store: Store;
  readonly #byKey = new Map<string, SentReply>();
  readonly #byEvent = new Map<string, string>();
  readonly #answered = new Set<string>();

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
    const sent = isErased
      ? { events, choices: [], isAnnouncement, thread, at }
      : { ...talkOf(reply), events, isAnnouncement, thread, at };
    await this.#store.write([
      put(matrixDocuments.sent, reply.key, sent),
      remove(matrixDocuments.sendings, reply.key),
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
    }
  }

  #remember(key: string, sent: SentReply): void {
    this.#byKey.set(key, sent);
    for (const event of sent.events) this.#byEvent.set(event, key);
    if (sent.answers !== undefined) this.#answered.add(sent.answers);
  }
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
