/** A message of the assistant as somebody sees it now. */
export interface SeenMessage {
  readonly id: string;
  readonly text: string;
  /** The id of the message it answers. */
  readonly repliesTo: string | undefined;
}

/** Somebody at one end of what is carried over, whichever platform they are on. */
export interface BridgeEnd {
  /** @returns the id of the message */
  says(text: string, replyTo?: string): Promise<string>;
  sendsPicture(words: string, bytes: Buffer, replyTo?: string): Promise<string>;
  corrects(message: string, text: string): Promise<void>;
  deletes(message: string): Promise<void>;
  /** Puts a sign on a message. @returns takes it away again */
  signs(message: string, sign: string): Promise<() => Promise<void>>;
  /** What the assistant wrote there and did not take away, oldest first. */
  sees(): readonly SeenMessage[];
  /** The bytes of the pictures it showed there. */
  pictures(): Promise<readonly Buffer[]>;
  /** The signs it put on a message, as they stand. */
  signsOn(message: string): readonly string[];
}

/** The last message that holds some words. @throws Error that says what is seen in its place */
export function seen(end: BridgeEnd, words: string): SeenMessage {
  const all = end.sees();
  const found = all.findLast(({ text }) => text.includes(words));
  if (found) return found;
  throw new Error(`no "${words}" in ${JSON.stringify(all.map(({ text }) => text))}`);
}
