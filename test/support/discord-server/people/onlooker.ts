import type { ServerCore } from "../server-core.ts";
import { may } from "../world/permissions-in.ts";
import type { Account, Channel, Message } from "../world/world-data.ts";

/** Somebody in front of Discord, as far as looking and waiting go. */
export class Onlooker {
  readonly account: Account;
  readonly #core: ServerCore;

  constructor(core: ServerCore, account: Account) {
    this.#core = core;
    this.account = account;
  }

  get id(): string {
    return this.account.id;
  }

  /** What the person sees in a channel, oldest first. */
  sees(channel: Channel): readonly Message[] {
    if (!may(this.#core.world, channel, this.id, "ViewChannel")) return [];
    return channel.messages.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === this.id);
  }

  /** What the assistant wrote of it. */
  seesFromBot(channel: Channel): readonly Message[] {
    return this.sees(channel).filter(({ authorId }) => authorId === this.#core.bot.id);
  }

  /** Waits until what the person sees in a channel is as it should be. @returns what is seen then */
  async waitUntil(
    channel: Channel,
    holds: (messages: readonly Message[]) => boolean,
    what = "what was expected",
  ): Promise<readonly Message[]> {
    const look = (): readonly Message[] | undefined => {
      const seen = this.sees(channel);
      return holds(seen) ? seen : undefined;
    };
    const told = (): string =>
      `Seen: ${JSON.stringify(this.sees(channel).map(({ content }) => content))}`;
    return this.#core.changes.until(
      look,
      `${this.account.username} to see ${what}`,
      this.#core.settings.waitMs,
      told,
    );
  }

  /** Waits for the assistant to write after a message. @returns the first it wrote */
  async waitForAnswer(after: Message): Promise<Message> {
    const channel = this.#core.world.channel(after.channelId);
    const find = (): Message | undefined =>
      this.seesFromBot(channel).find(
        ({ id, flags }) => BigInt(id) > BigInt(after.id) && !(flags & 128),
      );
    await this.waitUntil(channel, () => find() !== undefined, `an answer to "${after.content}"`);
    const answer = find();
    if (!answer) throw new Error("The answer was taken away again");
    return answer;
  }
}
