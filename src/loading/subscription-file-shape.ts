import { z } from "zod";
import { languages } from "../model/language.ts";
import { reminderTimes } from "../model/reminder-wish.ts";
import { announcedRoomShape, quietShape } from "./announcements-shape.ts";
import { timeZoneShape } from "./time-zone-shape.ts";

const platform = z.string().min(1).default("simulated");

/**
 * Who is sent what, for a rehearsal: rooms with what they subscribed to, people with the workshops they signed up
 * for. What is left out is as for a new room, in the zone and language of the configuration.
 */
export const subscriptionFileShape = z.strictObject({
  rooms: z.array(announcedRoomShape.extend({ platform })).default([]),
  people: z
    .array(
      z.strictObject({
        person: z.string().min(1),
        platform,
        zone: timeZoneShape.optional(),
        language: z.enum(languages).optional(),
        quiet: quietShape.optional(),
        workshops: z.array(z.string()).min(1),
        reminders: z.array(z.enum(reminderTimes)).default(["day-before", "hour-before"]),
      }),
    )
    .default([]),
});

/** A file of subscriptions as it is written. */
export type SubscriptionFile = z.infer<typeof subscriptionFileShape>;
