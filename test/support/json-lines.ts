import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";
import { z } from "zod";

const sentMessage = z.object({
  to: z.string(),
  platform: z.string(),
  text: z.string(),
  choices: z.array(z.string()),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), bytes: z.number() })),
  kind: z.string(),
  key: z.string(),
  at: z.string(),
  direct: z.boolean(),
  thread: z.string().optional(),
  replies: z.string().optional(),
  reaction: z
    .object({ sign: z.string(), on: z.string(), isTakenAway: z.boolean().optional() })
    .optional(),
  replaces: z.string().optional(),
  withdrawal: z.boolean().optional(),
  inPlace: z.boolean().optional(),
});

/** A message `simulate` printed. */
export type SentMessage = z.infer<typeof sentMessage>;

/** The messages of a whole output. */
export function sentMessages(out: string): SentMessage[] {
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => sentMessage.parse(JSON.parse(line)));
}

/** Events as input lines. */
export function asLines(...events: readonly object[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

/** Reads a running `simulate` message by message. */
export class SentReader {
  readonly #lines: AsyncIterator<string>;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** The next message; undefined once the process is gone. */
  async next(): Promise<SentMessage | undefined> {
    const line = await this.#lines.next();
    return line.done === true ? undefined : sentMessage.parse(JSON.parse(line.value));
  }
}
