import { z } from "zod";
import { personKey } from "./address.ts";
import type { DocumentType } from "./document-type.ts";
import { languages } from "./language.ts";
import { subscriptionKinds, type Subscription } from "./subscription.ts";

/** Subscriptions, each under its `targetOf`. A person's own goes with the person; a room's is about nobody. */
export const storedSubscriptions: DocumentType<Subscription> = {
  collection: "subscriptions",
  description: "stored-subscriptions",
  version: 1,
  migrations: [],
  read: (json) => subscriptionSchema.parse(json),
  // A room that goes on listening says nothing for years: what reaches it counts as well.
  keptDays: 1095,
  lastUsed: ({ updatedAt, renewedAt = updatedAt }) =>
    renewedAt > updatedAt ? renewedAt : updatedAt,
  owner: ({ to, person }) => (person === undefined ? undefined : personKey(to.platform, person)),
};

/** That a room of the configuration was subscribed as it said then. */
export interface DefaultSubscription {
  /** Names what the configuration said: when that changes, it counts again. */
  readonly said: string;
  /** UTC instant (ISO 8601) of the last start that found it there. */
  readonly at: string;
}

/** Those rooms, each under the id of its subscription: it stays as people changed or ended it. */
export const storedDefaultSubscriptions: DocumentType<DefaultSubscription> = {
  collection: "default-subscriptions",
  description: "stored-default-subscriptions",
  version: 1,
  migrations: [],
  read: (json) => defaultSubscriptionSchema.parse(json),
  keptDays: 1095,
  lastUsed: ({ at }) => at,
  owner: () => undefined,
};

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

const instant = z.iso.datetime();

const subscriptionShape = z.strictObject({
  to: z.strictObject({ platform: z.string(), room: z.string(), isDirect: z.boolean() }),
  person: z.string().optional(),
  zone: z.string(),
  language: z.enum(languages),
  quiet: z.strictObject({ from: time, to: time }).optional(),
  silentUntil: instant.optional(),
  themes: z.array(z.string()),
  territories: z.array(z.string()),
  kinds: z.array(z.enum(subscriptionKinds)),
  digest: z.strictObject({ weekday: z.int().min(1).max(7), time }),
  // Of before people chose for themselves: it never did anything.
  mentions: z.boolean().optional(),
  createdAt: instant,
  updatedAt: instant,
  renewedAt: instant.optional(),
});

const subscriptionSchema = subscriptionShape.transform(({ mentions: _gone, ...rest }) => rest);

const defaultSubscriptionSchema = z.strictObject({ said: z.string(), at: instant });
