import type { Reply } from "../model/reply.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";

/** Hands messages to their platforms; one that is on its way is not handed over beside itself. */
export class HandOver {
  readonly #platforms: readonly ChatPlatform[];
  readonly #underWay = new Map<string, Promise<string | undefined>>();

  /** @param platforms read at each message: more may come */
  constructor(platforms: readonly ChatPlatform[]) {
    this.#platforms = platforms;
  }

  /** Whether there is a platform for it. */
  knows({ to }: Pick<Reply, "to">): boolean {
    return this.#platformOf(to.platform) !== undefined;
  }

  /**
   * @returns the platform's id of the message, where it knows one
   * @throws when it may not have been shown
   */
  async send(reply: Reply): Promise<string | undefined> {
    const underWay = this.#underWay.get(reply.key);
    if (underWay) return underWay;
    const sending = this.#send(reply);
    this.#underWay.set(reply.key, sending);
    try {
      return await sending;
    } finally {
      this.#underWay.delete(reply.key);
    }
  }

  async #send(reply: Reply): Promise<string | undefined> {
    const platform = this.#platformOf(reply.to.platform);
    if (!platform) throw new Error(`there is no platform "${reply.to.platform}"`);
    return platform.send(reply);
  }

  #platformOf(name: string): ChatPlatform | undefined {
    return this.#platforms.find((platform) => platform.name === name);
  }
}
