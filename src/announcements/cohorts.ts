import { indexAudience, type Audience } from "./audience.ts";
import type { Hours } from "./quiet-hours.ts";
import type {
  Recipient,
  Subscription,
  SubscriptionKind,
  WeeklySlot,
} from "../model/subscription.ts";

/** Those who share a digest's hour. */
export interface DigestReaders {
  readonly slot: WeeklySlot;
  readonly members: readonly Subscription[];
}

/** Subscriptions that share their hours, so that each moment is computed once for all of them. */
export interface Cohort {
  readonly hours: Hours;
  readonly digests: readonly DigestReaders[];
  /** Who wants each kind, by theme and territory. */
  readonly wanting: (kind: SubscriptionKind) => Audience;
}

/** Files subscriptions by what is due when: once, then again only when one of them changes. Linear. */
export function indexSubscriptions(subscriptions: Iterable<Subscription>): readonly Cohort[] {
  return byHours(subscriptions).map(({ hours, members }) => {
    const audiences = new Map<SubscriptionKind, Audience>();
    for (const kind of ["new", "change", "day-before", "hour-before"] as const) {
      audiences.set(kind, indexAudience(members.filter(({ kinds }) => kinds.includes(kind))));
    }
    const readers = members.filter(({ kinds }) => kinds.includes("digest"));
    return {
      hours,
      digests: bySlot(readers),
      wanting: (kind) => audiences.get(kind) ?? new Map(),
    };
  });
}

/** Recipients by the hours they share. */
export function byHours<T extends Recipient>(
  recipients: Iterable<T>,
): readonly { readonly hours: Hours; readonly members: readonly T[] }[] {
  const groups = new Map<string, { readonly hours: Hours; readonly members: T[] }>();
  for (const recipient of recipients) {
    const { zone, quiet, to } = recipient;
    const name = `${zone} ${quiet ? `${quiet.from} ${quiet.to}` : ""} ${String(to.isDirect)}`;
    const group = groups.get(name);
    if (group) group.members.push(recipient);
    else groups.set(name, { hours: { zone, quiet, isDirect: to.isDirect }, members: [recipient] });
  }
  return [...groups.values()];
}

function bySlot(subscriptions: readonly Subscription[]): readonly DigestReaders[] {
  const groups = new Map<string, { readonly slot: WeeklySlot; readonly members: Subscription[] }>();
  for (const subscription of subscriptions) {
    const { digest } = subscription;
    const name = `${digest.weekday} ${digest.time}`;
    const group = groups.get(name);
    if (group) group.members.push(subscription);
    else groups.set(name, { slot: digest, members: [subscription] });
  }
  return [...groups.values()];
}
