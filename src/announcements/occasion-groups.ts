import { startOf } from "../workshops/workshop-time.ts";
import { audienceOf } from "./audience.ts";
import { usefulUntil } from "./catch-up.ts";
import { byHours } from "./cohorts.ts";
import type { Unsettled } from "./due-group.ts";
import { firstStartOf, firstToStart, latest, likelyEndOf } from "./moments.ts";
import type { Occasion, Programme } from "./programme.ts";

/** The occasions until an instant, oldest first. */
export function occasionGroups({ cohorts, occasions }: Programme, to: Date): readonly Unsettled[] {
  return occasions
    .filter(({ at }) => at <= to)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .flatMap((occasion) => {
      const shared = sharedBy(occasion);
      // First those who signed up: somebody who also subscribed gets theirs.
      const known = [
        ...byHours(occasion.registered).map((group) => ({ ...group, isRegistered: true })),
        ...byHours(occasion.told).map((group) => ({ ...group, isRegistered: false })),
      ].map(({ hours, members, isRegistered }) => ({
        ...shared,
        hours,
        isRegistered,
        recipients: () => members,
      }));
      const subscribed = cohorts.flatMap(({ hours, wanting }) => {
        const audience = wanting(occasion.kind === "new" ? "new" : "change");
        if (audience.size === 0) return [];
        const recipients = () => [
          ...new Set(occasion.workshops.flatMap((one) => audienceOf(one, audience))),
        ];
        return [{ ...shared, hours, isRegistered: false, recipients }];
      });
      return [...known, ...subscribed];
    });
}

function sharedBy(occasion: Occasion): Omit<Unsettled, "hours" | "isRegistered" | "recipients"> {
  const { kind, workshops, before, at } = occasion;
  const [first] = workshops;
  const start = startOf(kind === "cancellation" && before ? before : first);
  const until = usefulUntil(kind, {
    at,
    start: latest(...workshops.map(startOf)),
    end: likelyEndOf(first),
    previousEnd: before && likelyEndOf(before),
  });
  return {
    kind,
    workshops,
    // A new workshop stays the one that was announced, wherever it is moved later.
    occurrence: (kind === "new" ? firstStartOf(first) : start).toISOString(),
    start,
    soonest: kind === "new" ? undefined : firstToStart([first, before]),
    revision: kind === "new" ? undefined : first.revision,
    before,
    at,
    usefulUntil: until,
    earliest: at,
  };
}
