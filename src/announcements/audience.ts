import type { Workshop } from "../model/workshop.ts";
import type { Subscription } from "../model/subscription.ts";

/** A territory that reaches every room, wherever it is. */
const NATIONAL = "national";

/** Where those who chose no theme, or no territory, stand. */
const EVERY = "*";

/** Subscriptions by theme, then by territory, so that a workshop finds its own without reading the others. */
export type Audience = ReadonlyMap<string, ReadonlyMap<string, readonly Subscription[]>>;

/** Files subscriptions under each of their themes and territories. */
export function indexAudience(subscriptions: Iterable<Subscription>): Audience {
  const audience = new Map<string, Map<string, Subscription[]>>();
  for (const subscription of subscriptions) {
    for (const theme of orEvery(subscription.themes)) {
      const territories = audience.get(theme) ?? new Map<string, Subscription[]>();
      audience.set(theme, territories);
      for (const territory of orEvery(subscription.territories)) {
        const members = territories.get(territory);
        if (members) members.push(subscription);
        else territories.set(territory, [subscription]);
      }
    }
  }
  return audience;
}

/**
 * Those who subscribed to one of its themes and one of its territories, each once. A national workshop
 * reaches every territory; one whose territory nobody said, only those who follow them all.
 * Source: WORKSHOPS.md 5.
 */
export function audienceOf(
  { themes, territories }: Workshop,
  audience: Audience,
): readonly Subscription[] {
  const found: (readonly Subscription[])[] = [];
  for (const theme of new Set([...themes, EVERY])) {
    const byTerritory = audience.get(theme);
    if (!byTerritory) continue;
    if (territories.includes(NATIONAL)) {
      found.push(...byTerritory.values());
      continue;
    }
    for (const territory of new Set([...territories, EVERY])) {
      const members = byTerritory.get(territory);
      if (members) found.push(members);
    }
  }
  const [only] = found;
  return only && found.length === 1 ? only : [...new Set(found.flat())];
}

function orEvery(chosen: readonly string[]): Iterable<string> {
  return chosen.length === 0 ? [EVERY] : new Set(chosen);
}
