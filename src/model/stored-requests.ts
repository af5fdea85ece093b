import { z } from "zod";
import { addressSchema } from "./address-schema.ts";
import type { DocumentType } from "./document-type.ts";
import type { AskedAsker, Request, RequestState } from "./request.ts";

const instant = z.iso.datetime();
const holding = { adviser: z.string(), since: instant };

const stateSchema: z.ZodType<RequestState> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("draft") }),
  z.strictObject({ kind: z.literal("queued"), since: instant }),
  z.strictObject({ kind: z.literal("offered"), since: instant }),
  z.strictObject({ kind: z.literal("claimed"), ...holding }),
  z.strictObject({
    kind: z.literal("transferring"),
    from: z.string(),
    toTeam: z.string(),
    toAdviser: z.string().optional(),
    since: instant,
    awaitsConsent: z.boolean(),
    note: z.int().min(0).optional(),
  }),
  z.strictObject({ kind: z.literal("active"), ...holding }),
  z.strictObject({ kind: z.literal("waiting-asker"), ...holding, until: instant.optional() }),
  z.strictObject({ kind: z.literal("undeliverable"), ...holding }),
  z.strictObject({
    kind: z.literal("resolved"),
    adviser: z.string().optional(),
    since: instant,
  }),
  z.strictObject({ kind: z.literal("closed"), adviser: z.string().optional(), since: instant }),
  z.strictObject({ kind: z.literal("unanswered"), since: instant }),
  z.strictObject({ kind: z.literal("referred"), since: instant }),
  z.strictObject({ kind: z.literal("withdrawn"), since: instant }),
  z.strictObject({ kind: z.literal("merged"), into: z.int().min(1), since: instant }),
  z.strictObject({ kind: z.literal("spam"), ...holding }),
]);

const askedSchema: z.ZodType<AskedAsker> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("settled"), at: instant }),
  z.strictObject({ kind: z.literal("satisfaction"), at: instant }),
  z.strictObject({
    kind: z.literal("what-was-missing"),
    at: instant,
    score: z.union([z.literal(1), z.literal(2)]),
  }),
  z.strictObject({ kind: z.literal("transfer"), at: instant }),
  z.strictObject({ kind: z.literal("still-waiting"), at: instant }),
  z.strictObject({ kind: z.literal("reuse"), at: instant }),
]);

const requestSchema: z.ZodType<Request> = z.strictObject({
  id: z.string(),
  number: z.int().min(0),
  revision: z.int().min(1),
  asker: z
    .strictObject({
      person: z.string(),
      answerIn: addressSchema,
      language: z.enum(["fr", "en"]),
    })
    .optional(),
  theme: z.string().optional(),
  intent: z.string().optional(),
  territory: z.string().optional(),
  language: z.enum(["fr", "en"]),
  priority: z.enum(["normal", "high"]),
  state: stateSchema,
  turn: z.enum(["asker", "adviser", "none"]),
  because: z.enum(["asked", "unknown", "disliked", "mediator"]),
  consent: z
    .strictObject({
      version: z.int().min(1),
      at: instant,
      scope: z.strictObject({
        diagnostic: z.boolean(),
        territory: z.boolean(),
        earlier: z.boolean(),
      }),
    })
    .optional(),
  at: instant,
  openedAt: instant.optional(),
  waitingSince: instant.optional(),
  firstReplyAt: instant.optional(),
  firstReplyWorkingMs: z.number().min(0).optional(),
  resolvedAt: instant.optional(),
  closedAt: instant.optional(),
  offers: z.array(
    z.strictObject({
      team: z.string(),
      rung: z.int().min(1).max(4),
      at: instant,
      key: z.string(),
      asked: z.array(z.string()).optional(),
      shownAs: z.string().optional(),
    }),
  ),
  team: z.string().optional(),
  givenBackBy: z.array(z.string()),
  notTo: z.array(z.string()),
  marks: z.array(z.strictObject({ kind: z.string(), since: instant, at: instant })),
  lastNoticeAt: instant.optional(),
  asks: askedSchema.optional(),
  knownAs: z.string().optional(),
  showsAdviser: z.boolean(),
  reopened: z.int().min(0),
  messages: z.int().min(0),
  updatedAt: instant,
});

/** How requests are stored: 14 months, without a text. Source: HANDOFF.md, 11. */
export const requestType: DocumentType<Request> = {
  collection: "requests",
  version: 1,
  migrations: [],
  read: (json) => requestSchema.parse(json),
  description: "stored-requests",
  keptDays: 425,
  lastUsed: ({ updatedAt }) => updatedAt,
  owner: ({ asker }) => asker?.person,
  // Who answers chose whether their name is known; marks and keys are of the machinery.
  told: (request) => ({
    ...request,
    state: request.state.kind,
    offers: request.offers.map(({ team, at }) => ({ team, at })),
    givenBackBy: undefined,
    notTo: undefined,
    marks: undefined,
  }),
};
