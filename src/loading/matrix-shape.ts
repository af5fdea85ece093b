import { z } from "zod";

const userId = z.string().regex(/^@[^\s:]+:[^\s]+$/, "a user id looks like @name:example.org");

const people = z.array(userId);

/** A person, or everybody of a server. */
const inviter = z
  .string()
  .regex(/^(?:@[^\s:]+:)?[^\s:@]+(?::\d+)?$/, "name a person (@name:example.org) or a server");

/** The `matrix` section of `bot.config.json`: present, the assistant lives in Matrix rooms. */
export const matrixShape = z.strictObject({
  homeserver: z
    .url({ protocol: /^https?$/, error: "the address of a homeserver starts with https://" })
    .transform((url) => url.replace(/\/+$/, ""))
    .describe("Address of the homeserver, as `https://matrix.example.org`."),
  userId: userId.describe("The assistant's own account, as `@passerelle:example.org`."),
  encryption: z
    .enum(["required", "on", "off"])
    .default("on")
    .describe(
      "`on` answers in encrypted rooms and in others, `required` in encrypted rooms only, `off` in unencrypted rooms only.",
    ),
  invitations: z
    .union([z.literal("anyone"), z.strictObject({ from: z.array(inviter) })])
    .default("anyone")
    .describe(
      'Whose invitations are accepted: `"anyone"`, or `{"from": [people or servers]}`; others are politely refused.',
    ),
  prefix: z
    .string()
    .min(2)
    .max(40)
    .default("!assistant")
    .describe("In a room, a message that starts so is for the assistant, as one that mentions it."),
  coordinators: people.default([]).describe("People who coordinate."),
  mediators: people.default([]).describe("People who are digital mediators."),
  advisers: people.default([]).describe("People who advise."),
  coordinatorPowerLevel: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(50)
    .describe("Who has this power level in a room coordinates there."),
  bots: people
    .default([])
    .describe(
      "Accounts of other bots and bridges: they are never answered, nor counted as people.",
    ),
});
