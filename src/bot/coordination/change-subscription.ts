import type { SubscriptionChange, SubscriptionWish } from "../../model/coordination.ts";
import {
  newSubscription,
  type Recipient,
  type Subscription,
  type SubscriptionKind,
} from "../../model/subscription.ts";
import { instantOf } from "../../workshops/wall-time.ts";
import { zoneOfTerritory } from "../../workshops/zone-of-territory.ts";

/** The subscription after a change; undefined when there is none any more, or when it was only asked for. */
export function changedSubscription(
  known: Subscription | undefined,
  change: SubscriptionChange,
  {
    whom,
    now,
  }: { readonly whom: Pick<Recipient, "to" | "person" | "zone" | "language">; readonly now: Date },
): Subscription | undefined {
  const at = now.toISOString();
  const base = known ?? newSubscription(whom, now);
  // Who says when not to be disturbed asked for nothing else.
  const asked: Subscription = known ?? { ...base, kinds: [] };
  switch (change.kind) {
    case "tell":
    case "end":
      return undefined;
    case "also": {
      // Who hears of every theme does already.
      const isAll = known?.themes.length === 0;
      const themes = isAll ? [] : [...new Set([...(known?.themes ?? []), change.theme])];
      const kinds = [...new Set([...(known?.kinds ?? []), "new" as const])];
      return { ...base, language: whom.language, themes, kinds, updatedAt: at };
    }
    case "fewer":
      return { ...base, kinds: ["digest"], updatedAt: at };
    case "silence": {
      const { until } = change;
      const silentUntil = until && instantOf(until, base.zone).toISOString();
      return { ...asked, silentUntil, updatedAt: at };
    }
    case "quiet":
      return { ...asked, quiet: change.quiet, updatedAt: at };
    case "wish": {
      const { themes, territories, digest } = change.wish;
      const zone = territories
        ?.map((code) => zoneOfTerritory(code))
        .find((one) => one !== undefined);
      return {
        ...base,
        language: whom.language,
        ...(themes && { themes }),
        ...(territories && { territories }),
        kinds: kindsAfter(base, change.wish),
        ...(digest && { digest }),
        ...(zone !== undefined && { zone }),
        updatedAt: at,
      };
    }
  }
}

/** Who says when the digest comes wants it; who subscribes to nothing said gets what newcomers do. */
function kindsAfter(
  { kinds: known }: Subscription,
  { kinds, digest }: SubscriptionWish,
): readonly SubscriptionKind[] {
  const wanted = kinds ?? known;
  const isDigest = digest !== undefined || wanted.length === 0;
  return isDigest && !wanted.includes("digest") ? ["digest", ...wanted] : wanted;
}
