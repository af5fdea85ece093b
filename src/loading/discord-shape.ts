import { z } from "zod";

const id = z
  .string()
  .regex(/^\d{15,20}$/, "an id of Discord is a number of 15 to 20 digits, in quotes");

const people = z.array(id);

/** The `discord` section of `bot.config.json`: present, the assistant lives in Discord. */
export const discordShape = z.strictObject({
  applicationId: id
    .optional()
    .describe("The application's id; asked of Discord when it is not set."),
  apiBaseUrl: z
    .url({ protocol: /^https?$/, error: "the address of an API starts with https://" })
    .default("https://discord.com/api")
    .transform((url) => url.replace(/\/+$/, ""))
    .describe("Address of the API, for a server that is compatible with Discord's."),
  guildCommands: z
    .union([z.literal("global"), z.array(id)])
    .default("global")
    .describe(
      'Where slash commands are registered: `"global"`, everywhere, or a list of guild ids, in these alone.',
    ),
  rooms: z
    .array(id)
    .default([])
    .describe("Channels where every message is for the assistant; needs `messageContent`."),
  messageContent: z
    .boolean()
    .default(false)
    .describe("Whether to ask for the privileged intent Message Content; nothing else needs it."),
  roles: z
    .strictObject({
      coordinators: people.default([]).describe("Roles or people who coordinate, by their ids."),
      mediators: people.default([]).describe("Roles or people who are digital mediators."),
      advisers: people.default([]).describe("Roles or people who advise."),
    })
    .default({ coordinators: [], mediators: [], advisers: [] })
    .describe(
      "Who may do more than ask: `coordinators`, `mediators`, `advisers`, lists of ids of roles or people.",
    ),
  coordinatorPermission: z
    .enum(["ManageEvents", "ManageGuild", "ManageChannels", "ManageMessages", "Administrator"])
    .default("ManageEvents")
    .describe("Who has this permission in a guild coordinates there."),
  scheduledEvents: z
    .array(id)
    .default([])
    .describe(
      "Servers, by their ids, whose own events show the published workshops too, one event each; the assistant's role needs Create Events there.",
    ),
  shards: z
    .union([z.int().min(1).max(1000), z.literal("auto")])
    .default(1)
    .describe(
      'Processes the gateway is shared between; `"auto"` asks Discord. One is enough below 2,500 guilds.',
    ),
});
