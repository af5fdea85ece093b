import type { Address } from "./address.ts";
import type { Language } from "./language.ts";

/** What a room or a person may ask for. */
export const subscriptionKinds = ["digest", "new", "change", "day-before", "hour-before"] as const;

export type SubscriptionKind = (typeof subscriptionKinds)[number];

/** A moment of each week, on the wall of the room. */
export interface WeeklySlot {
  /** Monday 1 to Sunday 7. */
  readonly weekday: number;
  /** `HH:MM`. */
  readonly time: string;
}

/** Hours without messages, on the wall: `from` included, `to` not, over midnight when `to` is earlier. `HH:MM`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Somebody messages are planned for: a shared room, or one person in their direct room. */
export interface Recipient {
  readonly to: Address;
  /** The platform's own id of the person; undefined for a room. */
  readonly person?: string | undefined;
  /** IANA zone of their wall. */
  readonly zone: string;
  readonly language: Language;
  /** Undefined for none. */
  readonly quiet?: QuietHours | undefined;
  /** UTC instant (ISO 8601) before which nothing is sent. */
  readonly silentUntil?: string | undefined;
}

/** What a room, or a person alone, asked to be told. */
export interface Subscription extends Recipient {
  /** Ids of themes; empty for every theme. */
  readonly themes: readonly string[];
  /** Codes of départements; empty for every territory. */
  readonly territories: readonly string[];
  readonly kinds: readonly SubscriptionKind[];
  readonly digest: WeeklySlot;
  /** UTC instants (ISO 8601). What was due before the first is not sent. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** UTC instant (ISO 8601) of a message that reached them, noted when the subscription was about to end. */
  readonly renewedAt?: string | undefined;
}

/** The quiet hours of somebody who never chose any. Source: WORKSHOPS.md 7.4. */
export const usualQuietHours: QuietHours = { from: "21:00", to: "08:00" };

/** When a room that never chose gets its digest. Source: WORKSHOPS.md 6.1. */
const usualDigest: WeeklySlot = { weekday: 1, time: "09:00" };

/** A first subscription: the weekly digest alone, on every theme of every territory. Source: WORKSHOPS.md 11. */
export function newSubscription(
  whom: Pick<Recipient, "to" | "person" | "zone" | "language">,
  at: Date,
): Subscription {
  return {
    ...whom,
    themes: [],
    territories: [],
    kinds: ["digest"],
    digest: usualDigest,
    quiet: usualQuietHours,
    createdAt: at.toISOString(),
    updatedAt: at.toISOString(),
  };
}

/** Names a recipient among all: the id of their subscription, and the target in the key of a message. */
export function targetOf({ to, person }: Pick<Recipient, "to" | "person">): string {
  return person === undefined
    ? JSON.stringify(["room", to.platform, to.room])
    : JSON.stringify(["person", to.platform, person]);
}
