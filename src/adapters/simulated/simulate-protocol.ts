import { z } from "zod";
import { bytesOf } from "../../model/attachment-bytes.ts";
import type { Reply } from "../../model/reply.ts";

const role = z.enum(["asker", "coordinator", "mediator", "adviser"]);

/** Names a message: its `id`, the `key` of one that was sent, or `~` and words of the last that holds them. */
const reference = z.string().min(1);

const sender = {
  from: z.string().min(1),
  room: z.string().min(1).optional(),
  direct: z.boolean().optional(),
  platform: z.string().min(1).default("simulated"),
  roles: z.array(role).default([]),
  id: z.string().min(1).optional(),
  thread: reference.optional(),
};

const file = z.strictObject({ name: z.string(), type: z.string(), base64: z.base64() });

const clockMove = z.strictObject({ at: z.iso.datetime({ offset: true }) });
const restart = z.strictObject({ restart: z.literal(true) });
const text = z.strictObject({
  ...sender,
  text: z.string(),
  mention: z.boolean().default(false),
  replyTo: reference.optional(),
  edits: reference.optional(),
  files: z.array(file).optional(),
});
const press = z.strictObject({
  ...sender,
  // A press is always meant for us.
  mention: z.boolean().optional(),
  press: z.union([z.string(), z.number().transform(String)]),
  on: reference.optional(),
});
const react = z.strictObject({
  ...sender,
  react: z.strictObject({ sign: z.string().min(1), on: reference }),
});
const takeAway = z.strictObject({ ...sender, delete: reference });

/**
 * One line of input: the clock moves, the bot restarts, somebody writes, presses, puts a sign on a message, or
 * takes a message or a sign away.
 */
export const simulatedEvent = z.union([clockMove, restart, text, press, react, takeAway]);

export type SimulatedEvent = z.infer<typeof simulatedEvent>;

/** One line of output: a message as it was sent. */
export function describeSent(reply: Reply, at: Date): string {
  const { reaction, replaces, thread, inReplyTo } = reply;
  return JSON.stringify({
    to: reply.to.room,
    platform: reply.to.platform,
    text: reply.text,
    choices: reply.choices.map(({ label }) => label),
    attachments: reply.attachments.map((attached) => ({
      name: attached.name,
      type: attached.type,
      bytes: bytesOf(attached).length,
    })),
    kind: reply.kind,
    key: reply.key,
    // What is not there is not told: most messages have none of it.
    ...(thread !== undefined && { thread }),
    ...(inReplyTo && { replies: inReplyTo.id }),
    ...(reaction && { reaction }),
    ...(replaces !== undefined && { replaces }),
    ...(reply.isWithdrawal === true && { withdrawal: true }),
    // Said anew where it stands.
    ...(reply.isOnlyInPlace === true && { inPlace: true }),
    ...(reply.mentions && { mentions: reply.mentions }),
    at: at.toISOString(),
    direct: reply.to.isDirect,
  });
}
