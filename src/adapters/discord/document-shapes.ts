import { z } from "zod";

/** What is read back from the store, checked: see the interfaces of the same names in discord-documents.ts. */
const instant = z.iso.datetime();

export const sendingShape = z.strictObject({
  owner: z.string().optional(),
  done: z.array(z.string()),
  channel: z.string(),
  triedAt: instant.optional(),
  at: instant,
});

export const sentShape = z.strictObject({
  channel: z.string(),
  messages: z.array(z.string()),
  interaction: z.string().optional(),
  isEphemeral: z.boolean().optional(),
  choices: z.array(z.string()),
  signs: z.array(z.string()).optional(),
  asker: z.string().optional(),
  room: z.string().optional(),
  answers: z.string().optional(),
  isAnnouncement: z.boolean().optional(),
  isLasting: z.boolean().optional(),
  goneAt: z.iso.datetime().optional(),
  at: instant,
});

export const interactionShape = z.strictObject({
  owner: z.string(),
  application: z.string(),
  token: z.string(),
  person: z.string(),
  channel: z.string(),
  isEphemeral: z.boolean(),
  hasOwnMessage: z.boolean(),
  unanswered: z
    .strictObject({
      id: z.string(),
      room: z.string(),
      isDirect: z.boolean(),
      roles: z.array(z.enum(["asker", "coordinator", "room-coordinator", "mediator", "adviser"])),
      text: z.string(),
      pressed: z.string().optional(),
      pressedOn: z.string().optional(),
      pressedKey: z.string().optional(),
      thread: z.string().optional(),
      language: z.enum(["fr", "en"]).optional(),
      repliesTo: z
        .strictObject({
          id: z.string(),
          from: z.string().optional(),
          text: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
  at: instant,
});

export const placeShape = z.strictObject({
  last: z.string(),
  isDirect: z.boolean(),
  owner: z.string().optional(),
  guild: z.string().optional(),
  parent: z.string().optional(),
  at: instant,
});

export const threadShape = z.strictObject({
  parent: z.string(),
  isLasting: z.boolean().optional(),
  at: instant,
});

export const guildShape = z.strictObject({
  greetedAt: instant.optional(),
  leftAt: instant.optional(),
  channels: z.array(z.string()).optional(),
  at: instant,
});

export const quarantineShape = z.strictObject({
  guild: z.string().optional(),
  missing: z.array(z.string()),
  toldAt: instant.optional(),
  until: instant,
  at: instant,
});

export const identifiesShape = z.strictObject({ instants: z.array(z.number()), at: instant });

export const commandsShape = z.strictObject({ hash: z.string(), at: instant });
