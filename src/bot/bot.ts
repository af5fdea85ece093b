import { Delivery } from "../delivery/deliver.ts";
import { messageKey } from "../delivery/message-key.ts";
import { conversationKey, personKey } from "../model/address.ts";
import { newConversation, type Conversation } from "../model/conversation.ts";
import type { Language } from "../model/language.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import { say, type Reply, type ReplyDraft } from "../model/reply.ts";
import { purgeDue } from "../privacy/stored-about.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { put, remove, type Store } from "../ports/store.ts";
import { carryOutEffects } from "./carry-out-effects.ts";
import { decideTurn } from "./decide-turn.ts";
import { Gate, type GateLimits } from "./gate.ts";
import { recordEvent, wasHandled } from "./handled-events.ts";
import type { Knowledge } from "./knowledge.ts";
import { TurnQueue } from "./turn-queue.ts";

/** What a bot is made of. */
export interface BotParts {
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly platforms: readonly ChatPlatform[];
  readonly limits: GateLimits;
  readonly clock: Clock;
  readonly log: Log;
}

const MS_PER_DAY = 86_400_000;

/** Answers messages: one message, one turn. */
export class Bot {
  readonly #parts: BotParts;
  readonly #gate: Gate;
  readonly #queue = new TurnQueue();
  readonly #delivery: Delivery;
  #knowledge: Knowledge;

  constructor(parts: BotParts) {
    this.#parts = parts;
    this.#knowledge = parts.knowledge;
    this.#gate = new Gate(parts.limits);
    this.#delivery = new Delivery({ ...parts, documents: parts.knowledge.documents });
  }

  /** Finishes what a crash left undone, then lets people in. */
  async start(): Promise<void> {
    const { platforms, store } = this.#parts;
    if ((await store.list(this.#knowledge.documents.scrubDue)).length > 0) await this.#scrub();
    await Promise.all(platforms.map((platform) => platform.start((said) => this.receive(said))));
    await this.tick();
  }

  /** Takes a message in; resolves once its turn is durable and its replies were handed over. */
  async receive(message: IncomingMessage): Promise<void> {
    const { clock, log } = this.#parts;
    const passage = this.#gate.judge(message, clock.now());
    if (passage.kind === "no") {
      log.info("message-ignored", { platform: message.address.platform, why: passage.why });
      return;
    }
    const key = conversationKey(message.address, message.from);
    await this.#queue.run(key, async () => {
      try {
        if (passage.kind === "warn") await this.#warn(message);
        else await this.#takeTurn(message);
      } catch (cause) {
        await this.#fail(message, cause);
      }
    });
  }

  /** Answers from now on with other knowledge of the same documents; turns under way end with the old. */
  adopt(knowledge: Knowledge): void {
    this.#knowledge = knowledge;
  }

  /** Does what is due: erases what was kept long enough, sends what could not be sent. */
  async tick(): Promise<void> {
    const { store, clock, log } = this.#parts;
    const knowledge = this.#knowledge;
    try {
      const due = await purgeDue(clock.now(), store, knowledge.documents);
      if (due.length > 0) {
        await store.write([...due, this.#scrubDue()]);
        await this.#scrub();
        log.info("purged", { documents: due.length });
      }
      await this.#delivery.sendPending();
    } catch (cause) {
      log.error("tick-failed", cause);
    }
  }

  /** Lets turns under way finish, then leaves the platforms. */
  async stop(): Promise<void> {
    await this.#queue.idle();
    await Promise.all(this.#parts.platforms.map((platform) => platform.stop()));
  }

  async #takeTurn(message: IncomingMessage): Promise<void> {
    const { store, clock, log } = this.#parts;
    const knowledge = this.#knowledge;
    const { documents } = knowledge;
    const now = clock.now();
    if (await wasHandled(message, store, documents)) {
      log.info("message-ignored", { platform: message.address.platform, why: "handled-before" });
      return;
    }
    this.#showTyping(message);
    const conversation = await this.#load(message, now);
    const turn = decideTurn(conversation, { message, now }, knowledge);
    const turnKey = messageKey(message.address.platform, message.id);
    const done = await carryOutEffects(
      turn.effects,
      { conversation: turn.conversation, now, key: turnKey },
      { store, knowledge },
    );
    const drafts = this.#withPrivacyLine([...turn.replies, ...done.replies], {
      wasTold: conversation.wasToldOfPrivacy,
      language: turn.conversation.language,
    });
    const replies = drafts.map((draft, index) => addressed(draft, message, index));
    const owner = personKey(message.address.platform, message.from);
    const key = conversationKey(message.address, message.from);
    try {
      await store.write([
        ...(done.forgetsPerson
          ? [this.#scrubDue()]
          : [put(documents.conversations, key, { ...turn.conversation, wasToldOfPrivacy: true })]),
        ...done.changes,
        recordEvent(message, documents, now),
        ...this.#delivery.rowsFor(owner, replies),
      ]);
      await this.#delivery.send(replies);
    } finally {
      this.#delivery.release(replies);
    }
    if (done.forgetsPerson) await this.#scrub();
    log.info("turn", {
      platform: message.address.platform,
      turn: turnKey,
      mode: turn.conversation.mode.kind,
      decision: turn.outcome?.decision,
      ms: clock.now().getTime() - now.getTime(),
    });
  }

  async #load(message: IncomingMessage, now: Date): Promise<Conversation> {
    const { store } = this.#parts;
    const knowledge = this.#knowledge;
    const { conversations } = knowledge.documents;
    const { platform, room } = message.address;
    const known = await store.get(conversations, conversationKey(message.address, message.from));
    const expiredMs = conversations.keptDays * MS_PER_DAY;
    if (known && now.getTime() - Date.parse(known.updatedAt) <= expiredMs) return known;
    const { language } = knowledge.settings;
    return newConversation({ platform, room, person: message.from, language }, now);
  }

  /** On first contact, one line says what is kept. */
  #withPrivacyLine(
    drafts: readonly ReplyDraft[],
    { wasTold, language }: { readonly wasTold: boolean; readonly language: Language },
  ): readonly ReplyDraft[] {
    const { documents, tell } = this.#knowledge;
    const [first, ...others] = drafts;
    if (wasTold || !first) return drafts;
    const line = tell(language)("privacy-line", { days: documents.conversations.keptDays });
    return [{ ...first, text: `${first.text}\n\n*${line}*` }, ...others];
  }

  async #warn(message: IncomingMessage): Promise<void> {
    const conversation = await this.#load(message, this.#parts.clock.now());
    const words = this.#knowledge.tell(conversation.language)("too-fast");
    await this.#sendNow(addressed(say(words), message, "too-fast"));
  }

  /** The one place where a failed turn ends: logged with its cause, the person told, nothing half-saved. */
  async #fail(message: IncomingMessage, cause: unknown): Promise<void> {
    const { log } = this.#parts;
    const knowledge = this.#knowledge;
    log.error("turn-failed", cause, { platform: message.address.platform });
    const words = knowledge.tell(knowledge.settings.language)("failed");
    try {
      await this.#sendNow(addressed(say(words), message, "failed"));
    } catch (second) {
      log.error("failure-not-told", second, { platform: message.address.platform });
    }
  }

  /** For words that say nothing was saved: they do not pass through the outbox. */
  async #sendNow(reply: Reply): Promise<void> {
    const platform = this.#parts.platforms.find(({ name }) => name === reply.to.platform);
    await platform?.send(reply);
  }

  #showTyping(message: IncomingMessage): void {
    const { platforms, log } = this.#parts;
    const platform = platforms.find(({ name }) => name === message.address.platform);
    // Not waited for: an answer is worth more than the sign that it is coming.
    platform?.showTyping(message.address).catch((cause: unknown) => {
      log.error("typing-not-shown", cause, { platform: message.address.platform });
    });
  }

  #scrubDue() {
    return put(this.#knowledge.documents.scrubDue, "scrub", {
      at: this.#parts.clock.now().toISOString(),
    });
  }

  /** Makes erased data unreadable on disk, then forgets that it was due. */
  async #scrub(): Promise<void> {
    const { store } = this.#parts;
    await store.scrub();
    await store.write([remove(this.#knowledge.documents.scrubDue, "scrub")]);
  }
}

function addressed(draft: ReplyDraft, message: IncomingMessage, position: number | string): Reply {
  const { address, id } = message;
  return {
    ...draft,
    to: address,
    kind: "reply",
    key: messageKey(address.platform, id, position),
  };
}
