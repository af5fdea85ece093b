import { z } from "zod";
import { bytesOf } from "../../model/attachment-bytes.ts";
import type { Reply } from "../../model/reply.ts";

const role = z.enum(["asker", "coordinator", "mediator", "adviser"]);

const sender = {
  from: z.string().min(1),
  room: z.string().min(1).optional(),
  direct: z.boolean().optional(),
  platform: z.string().min(1).default("simulated"),
  roles: z.array(role).default([]),
  id: z.string().min(1).optional(),
};

const clockMove = z.strictObject({ at: z.iso.datetime({ offset: true }) });
const restart = z.strictObject({ restart: z.literal(true) });
const text = z.strictObject({ ...sender, text: z.string(), mention: z.boolean().default(false) });
const press = z.strictObject({
  ...sender,
  // A press is always meant for us.
  mention: z.boolean().optional(),
  press: z.union([z.string(), z.number().transform(String)]),
});

/** One line of input: the clock moves, the bot restarts, somebody writes, somebody presses. */
export const simulatedEvent = z.union([clockMove, restart, text, press]);

export type SimulatedEvent = z.infer<typeof simulatedEvent>;

/** One line of output: a message as it was sent. */
export function describeSent(reply: Reply, at: Date): string {
  return JSON.stringify({
    to: reply.to.room,
    platform: reply.to.platform,
    text: reply.text,
    choices: reply.choices.map(({ label }) => label),
    attachments: reply.attachments.map((file) => ({
      name: file.name,
      type: file.type,
      bytes: bytesOf(file).length,
    })),
    kind: reply.kind,
    key: reply.key,
    // Said anew where it stands.
    ...(reply.isOnlyInPlace === true && { inPlace: true }),
    ...(reply.mentions && { mentions: reply.mentions }),
    at: at.toISOString(),
    direct: reply.to.isDirect,
  });
}
