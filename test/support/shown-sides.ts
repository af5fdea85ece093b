import type { SentMessage } from "./json-lines.ts";

/** A message that was carried over, as it stands. */
export interface Carried {
  /** Every key it was known by, the latest last: a correction has one of its own. */
  readonly keys: string[];
  readonly to: string;
  text: string;
  isGone: boolean;
  /** The id of the message it answers. */
  readonly replies: string | undefined;
  /** Sizes of its files, in bytes. */
  readonly files: readonly number[];
}

/** What the rooms of an exchange show, as platforms show it. Each message is to be given once, in order. */
export class ShownSides {
  /** Everything that was carried over, in the order it first appeared. */
  readonly carried: Carried[] = [];
  /** All that was ever sent. */
  readonly sent: SentMessage[] = [];
  readonly #signs = new Map<string, number>();

  hear(message: SentMessage): void {
    this.sent.push(message);
    const { reaction, replaces } = message;
    if (reaction) return this.#sign(reaction);
    if (message.kind !== "relay") return;
    const known = this.carried.find(
      ({ keys }) => replaces !== undefined && keys.includes(replaces),
    );
    if (!known) return void this.carried.push(freshly(message));
    known.keys.push(message.key);
    if (message.withdrawal === true) known.isGone = true;
    else known.text = message.text;
  }

  /** Those of a room that are not gone. */
  standing(room: string): readonly Carried[] {
    return this.carried.filter(({ to, isGone }) => to === room && !isGone);
  }

  /** The first one with a word of its own. */
  withWord(word: string): Carried | undefined {
    return this.carried.find(({ text }) => text.includes(`${word} `));
  }

  /** How often a sign stands on a message; below zero it was taken away too often. */
  signs(sign: string, on: string): number {
    return this.#signs.get(`${sign} ${on}`) ?? 0;
  }

  #sign({ sign, on, isTakenAway }: NonNullable<SentMessage["reaction"]>): void {
    this.#signs.set(`${sign} ${on}`, this.signs(sign, on) + (isTakenAway === true ? -1 : 1));
  }
}

function freshly({ key, to, text, replies, attachments }: SentMessage): Carried {
  return {
    keys: [key],
    to,
    text,
    isGone: false,
    replies,
    files: attachments.map(({ bytes }) => bytes),
  };
}
