import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Language } from "../model/language.ts";
import { say } from "../model/reply.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { Log } from "../ports/log.ts";
import { addressReply } from "./address-replies.ts";
import type { Knowledge } from "./knowledge.ts";

/** What telling of a failure needs. */
export interface FailureNoticeParts {
  readonly platforms: readonly ChatPlatform[];
  readonly knowledge: () => Knowledge;
  /** The language somebody speaks in a room. @throws when the store cannot be read */
  readonly languageOf: (message: IncomingMessage) => Promise<Language>;
  readonly log: Log;
}

/** Words that say nothing was saved: they do not pass through the outbox. */
export class FailureNotices {
  readonly #parts: FailureNoticeParts;

  constructor(parts: FailureNoticeParts) {
    this.#parts = parts;
  }

  /** The one place where a failed turn ends: logged with its cause, the person told, nothing half-saved. */
  async tellFailed(message: IncomingMessage, cause: unknown): Promise<void> {
    const { log } = this.#parts;
    log.error("turn-failed", cause, { platform: message.address.platform });
    try {
      await this.tell("failed", message);
    } catch (second) {
      log.error("failure-not-told", second, { platform: message.address.platform });
    }
  }

  /** @throws when it cannot be shown */
  async tell(phrase: "failed" | "too-fast", message: IncomingMessage): Promise<void> {
    const { platforms, knowledge } = this.#parts;
    const words = knowledge().tell(await this.#languageFor(message))(phrase);
    const notice = { ...addressReply(say(words), message, phrase), kind: "notice" as const };
    await platforms.find(({ name }) => name === message.address.platform)?.send(notice);
  }

  async #languageFor(message: IncomingMessage): Promise<Language> {
    const { knowledge, languageOf } = this.#parts;
    try {
      return await languageOf(message);
    } catch {
      // The store may be what failed.
      return message.language ?? knowledge().settings.language;
    }
  }
}
