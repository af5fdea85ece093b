import type { Attachment, Reply } from "../model/reply.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { FileShelf } from "../ports/file-shelf.ts";
import type { Log } from "../ports/log.ts";

/** Hands messages to their platforms; one that is on its way is not handed over beside itself. */
export class HandOver {
  readonly #platforms: readonly ChatPlatform[];
  readonly #files: { readonly shelf?: FileShelf | undefined; readonly log: Log };
  readonly #underWay = new Map<string, Promise<string | undefined>>();

  /** @param platforms read at each message: more may come */
  constructor(
    platforms: readonly ChatPlatform[],
    files: { readonly shelf?: FileShelf | undefined; readonly log: Log },
  ) {
    this.#platforms = platforms;
    this.#files = files;
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
    return platform.send(await this.#withBytes(reply));
  }

  /** The bytes of files, read just before: no more of them are in memory than are on their way. */
  async #withBytes(reply: Reply): Promise<Reply> {
    if (reply.attachments.every(({ shelved }) => shelved === undefined)) return reply;
    const attachments: Attachment[] = [];
    for (const { shelved, ...file } of reply.attachments) {
      // oxlint-disable-next-line no-await-in-loop
      const bytes = shelved === undefined ? undefined : await this.#files.shelf?.read(shelved);
      if (shelved === undefined) attachments.push(file);
      else if (bytes) {
        const text = Buffer.from(bytes).toString("base64");
        attachments.push({ ...file, text, encoding: "base64" });
      }
      // The words are not held up by a file that is gone for good.
      else this.#files.log.warn("file-lost", { key: reply.key });
    }
    return { ...reply, attachments };
  }

  #platformOf(name: string): ChatPlatform | undefined {
    return this.#platforms.find((platform) => platform.name === name);
  }
}
