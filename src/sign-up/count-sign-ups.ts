import type { Registration, SignUpOrigin } from "../model/registration.ts";
import type { SignUpNumbers } from "../model/sign-up-numbers.ts";
import type { SignUpAct } from "./sign-up-act.ts";
import { seatsHeld } from "./seat-count.ts";
import type { SignUpTerms } from "./sign-up-terms.ts";
import { DAY_MS } from "../model/durations.ts";

/** The numbers of a workshop: all that is kept once its registrations are erased, and about nobody. */
export function countSignUps(
  terms: SignUpTerms,
  registrations: readonly Registration[],
  now: Date,
): SignUpNumbers {
  // Somebody whose accounts were linked is one person.
  const people = registrations.filter(({ state }) => !isCancelled(state, "merged"));
  const seated = people.filter(isSeated);
  const inState = (...kinds: readonly string[]) =>
    people.filter(({ state }) => kinds.includes(state.kind)).length;
  const cancelled = (because: string) =>
    people.filter(({ state }) => isCancelled(state, because)).length;
  return {
    workshop: terms.workshop,
    capacity: terms.capacity,
    people: seated.length,
    seats: seatsHeld(seated),
    waiting: inState("waiting", "offered") + cancelled("no-seat") + cancelled("closed"),
    refused: inState("refused"),
    offersExpired: cancelled("offer-expired"),
    gaveUp: gaveUp(people, terms.startsAt),
    attended: inState("attended"),
    absent: inState("absent"),
    meanLeadDays: meanLeadDays(seated, terms.startsAt),
    origins: byOrigin(people),
    at: now.toISOString(),
  };
}

/**
 * The numbers with what is counted once it is over. What is said then changes no registration that counts,
 * and some may be erased already: what was counted before is not counted again.
 * @param kept as they were
 * @param counted as the registrations tell them now
 */
export function countedAfterwards(
  act: SignUpAct,
  kept: SignUpNumbers | undefined,
  counted: SignUpNumbers,
): SignUpNumbers {
  const { came, opinions } = kept ?? {};
  if (act.kind === "count-came") return { ...(kept ?? counted), came: act.came };
  if (act.kind === "judge") {
    const { opinion } = act;
    const before = opinions ?? { good: 0, middling: 0, bad: 0 };
    return { ...(kept ?? counted), opinions: { ...before, [opinion]: before[opinion] + 1 } };
  }
  return { ...counted, came, opinions };
}

function isSeated({ state: { kind } }: Registration): boolean {
  return kind === "registered" || kind === "attended" || kind === "absent";
}

function isCancelled(state: Registration["state"], because: string): boolean {
  return state.kind === "cancelled" && state.because === because;
}

function gaveUp(people: readonly Registration[], startsAt: Date): SignUpNumbers["gaveUp"] {
  const daysBefore = people
    .filter(({ state }) => isCancelled(state, "gave-up") || isCancelled(state, "unconfirmed"))
    .map(({ stateSince }) => (startsAt.getTime() - Date.parse(stateSince)) / DAY_MS);
  const lastDay = daysBefore.filter((days) => days < 1).length;
  const lastWeek = daysBefore.filter((days) => days >= 1 && days < 7).length;
  return { earlier: daysBefore.length - lastWeek - lastDay, lastWeek, lastDay };
}

function meanLeadDays(seated: readonly Registration[], startsAt: Date): number | undefined {
  if (seated.length === 0) return undefined;
  const days = seated.map(({ signedUpAt }) =>
    Math.max(0, Math.floor((startsAt.getTime() - Date.parse(signedUpAt)) / DAY_MS)),
  );
  return days.reduce((sum, one) => sum + one, 0) / seated.length;
}

function byOrigin(people: readonly Registration[]): SignUpNumbers["origins"] {
  const counts: Partial<Record<SignUpOrigin, number>> = {};
  for (const { origin } of people) {
    if (origin !== undefined) counts[origin] = (counts[origin] ?? 0) + 1;
  }
  return counts;
}
