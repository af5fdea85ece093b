import { z } from "zod";
import { languages } from "../model/language.ts";
import { subscriptionKinds } from "../model/subscription.ts";
import { timeZoneShape } from "./time-zone-shape.ts";

/** An hour of the day as people write it. */
const hourShape = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'write an hour as "09:00", in quotes');

/** Hours without messages. */
export const quietShape = z.strictObject({
  from: hourShape.describe('`"21:00"`.'),
  to: hourShape.describe('`"08:00"`.'),
});

/** A room and what it is told; what is left out is as for a room that just subscribed. */
export const announcedRoomShape = z.strictObject({
  platform: z.string().min(1).describe("`matrix` or `discord`."),
  room: z.string().min(1).describe("The platform's own id of the room or channel."),
  themes: z
    .array(z.string())
    .default([])
    .describe("Ids of `content/themes.yaml`; none for every theme."),
  territories: z
    .array(z.coerce.string())
    .default([])
    .describe('Codes of départements, or "national"; none for every territory.'),
  kinds: z
    .array(z.enum(subscriptionKinds))
    .optional()
    .describe(
      "What is sent, of `digest`, `new`, `change`, `day-before`, `hour-before`; the digest when not set.",
    ),
  zone: timeZoneShape.optional().describe("The room's own IANA zone; else `timeZone`."),
  language: z.enum(languages).optional().describe("fr or en; else `language`."),
  digest: z
    .strictObject({
      weekday: z.int().min(1).max(7).describe("Monday 1 to Sunday 7."),
      time: hourShape.describe('`"09:00"`.'),
    })
    .optional()
    .describe("When its digest comes, in its zone; Monday at 9 when not set."),
  quiet: quietShape
    .optional()
    .describe("Hours without messages, in its zone; 21:00 to 8:00 when not set."),
});

/** The `announcements` section of `bot.config.json`. */
export const announcementsShape = z.strictObject({
  rooms: z
    .array(announcedRoomShape)
    .default([])
    .describe("Rooms that are told of workshops from the start, each with the keys below."),
});
