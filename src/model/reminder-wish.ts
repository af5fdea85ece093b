import { z } from "zod";
import { addressSchema } from "./address-schema.ts";
import type { Address } from "./address.ts";
import type { DocumentType } from "./document-type.ts";

/** When a person may be reminded of a workshop. */
export const reminderTimes = ["three-days-before", "day-before", "hour-before"] as const;

export type ReminderTime = (typeof reminderTimes)[number];

/** When a person wants to be reminded: of every workshop they come to, or of one. */
export interface ReminderWish {
  /** Key of the person (see `personKey`). */
  readonly person: string;
  /** Where they are reminded. */
  readonly answerIn: Address;
  /** Undefined for all they come to; one they come to or not, as those whose sign-up is elsewhere. */
  readonly workshop?: string | undefined;
  /** Empty for never. */
  readonly times: readonly ReminderTime[];
  readonly at: string;
}

/** The one wish of a person for a workshop, or for all of them. */
export function reminderWishId({
  person,
  workshop,
}: Pick<ReminderWish, "person" | "workshop">): string {
  return workshop === undefined ? person : `${workshop} ${person}`;
}

/** How wishes are stored: about a person, and forgotten a year after they were last said. */
export const reminderWishType: DocumentType<ReminderWish> = {
  collection: "reminder-wishes",
  description: "stored-reminder-wishes",
  version: 1,
  migrations: [],
  read: (json) => reminderWishSchema.parse(json),
  keptDays: 365,
  lastUsed: ({ at }) => at,
  owner: ({ person }) => person,
};

const reminderWishSchema = z.strictObject({
  person: z.string(),
  answerIn: addressSchema,
  workshop: z.string().optional(),
  times: z.array(z.enum(reminderTimes)),
  at: z.iso.datetime(),
});
