import type { KnownTerms } from "../model/sign-up-numbers.ts";
import type { WorkshopAct } from "./sign-up-act.ts";
import type { SignUpTerms } from "./sign-up-terms.ts";

/** A change may be taken back so long: nothing follows from it before. Source: WORKSHOPS.md 3. */
const undoMs = 10 * 60_000;

/** The terms of a workshop that its list is decided by. */
export function knownTerms({ startsAt, status, capacity }: SignUpTerms): KnownTerms {
  return { startsAt: startsAt.toISOString(), status, capacity };
}

/**
 * The terms a list is decided by: as long as a change of them may be taken back, those it was decided by
 * before. A slip of the keyboard then gives nobody a seat, and takes none.
 * @param terms as the programme has them now
 */
export function settledTerms(
  known: KnownTerms | undefined,
  terms: SignUpTerms,
  now: Date,
): SignUpTerms {
  if (!known || !mayBeUndone(terms, now)) return terms;
  const startsAt = new Date(known.startsAt);
  const lastsMs = terms.endsAt.getTime() - terms.startsAt.getTime();
  const endsAt = new Date(startsAt.getTime() + lastsMs);
  return { ...terms, startsAt, endsAt, status: known.status, capacity: known.capacity };
}

/** What became of a workshop since its list was decided; undefined for nothing, or not for sure. */
export function unknownChange(
  known: KnownTerms | undefined,
  terms: SignUpTerms,
  now: Date,
): WorkshopAct["kind"] | undefined {
  const { startsAt, status, capacity } = terms;
  if (!known || mayBeUndone(terms, now)) return undefined;
  if (status !== known.status) return status === "on" ? "moved" : status;
  if (status === "on" && startsAt.toISOString() !== known.startsAt) return "moved";
  return capacity === known.capacity ? undefined : "capacity-changed";
}

function mayBeUndone({ changedAt }: SignUpTerms, now: Date): boolean {
  return changedAt !== undefined && now.getTime() - changedAt.getTime() < undoMs;
}
