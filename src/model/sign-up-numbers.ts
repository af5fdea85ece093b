import { z } from "zod";
import type { DocumentType } from "./document-type.ts";
import { origins, type SignUpOrigin } from "./registration.ts";

/** How useful a workshop was to somebody. */
export const opinionKinds = ["good", "middling", "bad"] as const;

export type Opinion = (typeof opinionKinds)[number];

/** How many people said what. */
export type Opinions = Readonly<Record<Opinion, number>>;

/** What is left of the registrations of a workshop once they are erased: numbers, about nobody. */
export interface SignUpNumbers {
  readonly workshop: string;
  /** Seats there were; undefined for no limit. */
  readonly capacity?: number | undefined;
  /** People who have, or had on the day, a seat; and their seats. */
  readonly people: number;
  readonly seats: number;
  /** People who were still in line or held an offer; or who never got a seat. */
  readonly waiting: number;
  readonly refused: number;
  /** Seats lost to an offer that nobody answered. */
  readonly offersExpired: number;
  /** People who gave up, by how long before the start. */
  readonly gaveUp: {
    readonly earlier: number;
    /** 7 days to 24 hours before. */
    readonly lastWeek: number;
    readonly lastDay: number;
  };
  readonly attended: number;
  readonly absent: number;
  /** How many people came, as the host counted them. */
  readonly came?: number | undefined;
  /** What people said of it afterwards, each once. */
  readonly opinions?: Opinions | undefined;
  /** Whole days from sign-up to start, of people with a seat: their mean. */
  readonly meanLeadDays?: number | undefined;
  /** People who signed up, by what led them there. */
  readonly origins: Readonly<Partial<Record<SignUpOrigin, number>>>;
  /** The workshop as its list was decided: what differs may change who has a seat. */
  readonly known?: KnownTerms | undefined;
  readonly at: string;
}

/** What the list of a workshop was decided by. */
export interface KnownTerms {
  /** UTC instant (ISO 8601). */
  readonly startsAt: string;
  readonly status: "on" | "postponed" | "cancelled";
  readonly capacity?: number | undefined;
}

/** How the numbers are stored: under the id of the workshop, about nobody, for three years. */
export const signUpNumbersType: DocumentType<SignUpNumbers> = {
  collection: "sign-up-numbers",
  description: "stored-sign-up-numbers",
  version: 1,
  migrations: [],
  read: (json) => signUpNumbersSchema.parse(json),
  keptDays: 1095,
  lastUsed: ({ at }) => at,
  owner: () => undefined,
};

const count = z.int().min(0);

const signUpNumbersSchema = z.strictObject({
  workshop: z.string(),
  capacity: count.optional(),
  people: count,
  seats: count,
  waiting: count,
  refused: count,
  offersExpired: count,
  gaveUp: z.strictObject({ earlier: count, lastWeek: count, lastDay: count }),
  attended: count,
  absent: count,
  came: count.optional(),
  opinions: z.strictObject({ good: count, middling: count, bad: count }).optional(),
  meanLeadDays: z.number().min(0).optional(),
  origins: z.partialRecord(z.enum(origins), count),
  known: z
    .strictObject({
      startsAt: z.iso.datetime(),
      status: z.enum(["on", "postponed", "cancelled"]),
      capacity: count.optional(),
    })
    .optional(),
  at: z.iso.datetime(),
});
