import { z } from "zod";
import { addressSchema } from "./address-schema.ts";
import type { Address } from "./address.ts";
import type { DocumentType } from "./document-type.ts";
import type { Language } from "./language.ts";

/** Why somebody is no longer on the list of a workshop. */
export const cancellations = [
  "gave-up",
  "declined",
  "offer-expired",
  "unconfirmed",
  "no-seat",
  "closed",
  "merged",
  "workshop-cancelled",
] as const;

export type Cancellation = (typeof cancellations)[number];

/** Where a person stands with one workshop; instants are UTC (ISO 8601). */
export type RegistrationState =
  | {
      /** Has their seats. */
      readonly kind: "registered";
      /** When the date moved, they keep them without an answer until then. */
      readonly confirmBy?: string | undefined;
      /** The start they said they still come at. */
      readonly comesAt?: string | undefined;
    }
  /** In line: for the host's yes, or for seats. */
  | { readonly kind: "waiting"; readonly awaits: "approval" | "seat" }
  /** The seats are held for them until then. */
  | { readonly kind: "offered"; readonly until: string }
  | { readonly kind: "cancelled"; readonly because: Cancellation }
  | { readonly kind: "attended" }
  | { readonly kind: "absent" }
  | { readonly kind: "refused" };

/** What led somebody to sign up, for the statistics. */
export const origins = ["announcement", "digest", "diagnostic", "question"] as const;

export type SignUpOrigin = (typeof origins)[number];

/** Most seats one person may ask for: their own and three more. */
export const mostSeats = 4;

/** One person's place, or wish for one, at one workshop. */
export interface Registration {
  readonly workshop: string;
  /** Key of the person (see `personKey`). */
  readonly person: string;
  /** Their platform, and the room they are told in. */
  readonly answerIn: Address;
  /** The one they are told in; undefined for the assistant's first one. */
  readonly language?: Language | undefined;
  readonly state: RegistrationState;
  /** 1 to `mostSeats`, their own included. */
  readonly seats: number;
  /** Rises with each sign-up of the workshop: who asked first is served first. */
  readonly order: number;
  /** First name or nickname, for the host, when they gave one. */
  readonly name?: string | undefined;
  /** What they said they need, as captions; for the host. */
  readonly needs?: string | undefined;
  readonly origin?: SignUpOrigin | undefined;
  /** True once they said how useful it was: what they said is counted, and not kept with them. */
  readonly hasJudged?: boolean | undefined;
  /** Names the reaction they signed up by, without saying whose: taken away, it gives the seats up. */
  readonly sign?: string | undefined;
  readonly signedUpAt: string;
  /** When they came to the state they are in. */
  readonly stateSince: string;
  /** When the workshop ends: what the time it is kept is counted from. */
  readonly endsAt: string;
}

/** Days a registration is kept after the workshop. */
export const registrationKeptDays = 30;

/** The one document of a person and a workshop. */
export function registrationId({
  workshop,
  person,
}: Pick<Registration, "workshop" | "person">): string {
  return `${workshop} ${person}`;
}

/** How registrations are stored: about a person, and erased a month after the workshop. */
export const registrationType: DocumentType<Registration> = {
  collection: "registrations",
  description: "stored-registrations",
  version: 1,
  migrations: [],
  read: (json) => registrationSchema.parse(json),
  keptDays: registrationKeptDays,
  lastUsed: ({ endsAt }) => endsAt,
  owner: ({ person }) => person,
};

const instant = z.iso.datetime();

const stateSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("registered"),
    confirmBy: instant.optional(),
    comesAt: instant.optional(),
  }),
  z.strictObject({ kind: z.literal("waiting"), awaits: z.enum(["approval", "seat"]) }),
  z.strictObject({ kind: z.literal("offered"), until: instant }),
  z.strictObject({ kind: z.literal("cancelled"), because: z.enum(cancellations) }),
  z.strictObject({ kind: z.literal("attended") }),
  z.strictObject({ kind: z.literal("absent") }),
  z.strictObject({ kind: z.literal("refused") }),
]);

const registrationSchema = z.strictObject({
  workshop: z.string(),
  person: z.string(),
  answerIn: addressSchema,
  language: z.enum(["fr", "en"]).optional(),
  state: stateSchema,
  seats: z.int().min(1).max(mostSeats),
  order: z.int().min(1),
  name: z.string().optional(),
  needs: z.string().optional(),
  origin: z.enum(origins).optional(),
  hasJudged: z.boolean().optional(),
  sign: z.string().optional(),
  signedUpAt: instant,
  stateSince: instant,
  endsAt: instant,
});
