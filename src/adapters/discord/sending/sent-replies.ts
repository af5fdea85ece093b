import { signsOf } from "../../../model/choice-signs.ts";
import type { Reply } from "../../../model/reply.ts";
import { put, remove, type Store } from "../../../ports/store.ts";
import { discordDocuments, type SentReply } from "../discord-documents.ts";
import { sentUsedAt } from "../../../model/sent-used-at.ts";
import { isSeenByOne } from "../receiving/thread-places.ts";

/** Under which messages our replies were shown, by reply, by message and by what they answer. */
export class SentReplies {
  readonly #store: Store;
  readonly #byKey = new Map<string, SentReply>();
  readonly #byMessage = new Map<string, string>();
  readonly #byInteraction = new Map<string, string>();
  readonly #answered = new Set<string>();
  readonly #whole = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Reads what was sent before this run. */
  async load(): Promise<void> {
    for (const { id, document } of await this.#store.list(discordDocuments.sent)) {
      this.remember(id, document);
      this.#whole.add(id);
    }
  }

  /** A reply that was shown, or is about to be; undefined when it was not, or long ago. */
  find(key: string): SentReply | undefined {
    return this.#byKey.get(key);
  }

  /** Whether a reply was shown whole. */
  isShown(key: string): boolean {
    return this.#whole.has(key);
  }

  /** The key of the reply a message of ours belongs to; undefined when it is not ours, or from long ago. */
  findMessage(message: string): string | undefined {
    return this.#byMessage.get(message);
  }

  /** The key of the first reply that is an interaction's own message. */
  findInteraction(interaction: string): string | undefined {
    return this.#byInteraction.get(interaction);
  }

  /** Whether an interaction's own message shows a whole reply. */
  isAnswered(interaction: string): boolean {
    const key = this.#byInteraction.get(interaction);
    if (key === undefined || !this.#whole.has(key)) return false;
    // One that Discord will never take shows nothing.
    return (this.#byKey.get(key)?.messages ?? []).length > 0;
  }

  /** Whether a reply to this message was shown. */
  hasAnswered(message: string): boolean {
    return this.#answered.has(message);
  }

  /** Knows a reply before it is on disk: it may be pressed on as soon as it is seen. */
  remember(key: string, sent: SentReply): void {
    this.#byKey.set(key, sent);
    for (const message of sent.messages) this.#byMessage.set(message, key);
    const { interaction } = sent;
    if (interaction !== undefined && !this.#byInteraction.has(interaction)) {
      this.#byInteraction.set(interaction, key);
    }
    if (sent.answers !== undefined) this.#answered.add(sent.answers);
  }

  /** Ends a sending: the reply is shown under these messages, as far as it could be. */
  async keep(key: string, sent: SentReply): Promise<void> {
    this.remember(key, sent);
    await this.#store.write([
      put(discordDocuments.sent, key, sent),
      remove(discordDocuments.sendings, key),
    ]);
    this.showed(key);
  }

  /** A reply was shown whole, whether or not that could be written. */
  showed(key: string): void {
    this.#whole.add(key);
  }

  /** Forgets what was sent before an instant, as the purge does. */
  forgetBefore(instant: Date): void {
    for (const [key, sent] of this.#byKey) {
      const { at, messages, interaction, answers } = sent;
      if (Date.parse(at) >= instant.getTime()) return;
      if (Date.parse(sentUsedAt(sent)) >= instant.getTime()) continue;
      this.#byKey.delete(key);
      this.#whole.delete(key);
      for (const message of messages) this.#byMessage.delete(message);
      if (interaction !== undefined) this.#byInteraction.delete(interaction);
      if (answers !== undefined) this.#answered.delete(answers);
    }
  }
}

/** What is to be known of a reply later: to press on it, change it, answer it. */
export function sentReply(
  reply: Reply,
  shown: Pick<SentReply, "channel" | "messages" | "interaction" | "isEphemeral" | "isLasting">,
  now: Date,
): SentReply {
  const { kind, opensThread, choices, inReplyTo, to, goneAt } = reply;
  return {
    ...shown,
    choices: choices.map(({ label }) => label),
    signs: signsOf(reply),
    // Whoever has nothing to choose need not be known.
    asker: choices.length > 0 ? (inReplyTo?.from ?? to.person) : undefined,
    room: choices.length > 0 && isSeenByOne(to.room) ? to.room : undefined,
    answers: inReplyTo?.id,
    // Left out of what is none, as in older data.
    isAnnouncement: kind === "announcement" || undefined,
    isLasting: shown.isLasting === true || opensThread === true || kind === "relay" || undefined,
    goneAt,
    at: now.toISOString(),
  };
}
