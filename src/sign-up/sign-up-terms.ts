import type { WallTime, Workshop } from "../model/workshop.ts";

/** What sign-up has to know of a workshop, as it is now. */
export interface SignUpTerms {
  /** Id of the workshop. */
  readonly workshop: string;
  /** Who takes sign-ups: the assistant, at once or with the host's yes; somebody else; nobody, people just come. */
  readonly takenBy: "us" | "us-with-approval" | "others" | "nobody";
  /** Seats; undefined for no limit. */
  readonly capacity: number | undefined;
  readonly startsAt: Date;
  /** The start when no end was said. */
  readonly endsAt: Date;
  /** From then on nobody new; undefined for the start. */
  readonly closesAt: Date | undefined;
  readonly isPublished: boolean;
  readonly status: "on" | "postponed" | "cancelled";
  /** When the workshop was last changed; undefined for long ago. */
  readonly changedAt?: Date | undefined;
}

/** Reads a wall time of a zone as an instant. */
export type InstantOf = (wall: WallTime, zone: string) => Date;

/** The terms of a workshop; the assistant never takes sign-ups unless the workshop says so. */
export function signUpTerms(workshop: Workshop, instantOf: InstantOf): SignUpTerms {
  const { localStart, localEnd, timeZone, registration, status } = workshop;
  const closesAt = registration?.closesAt;
  return {
    workshop: workshop.id,
    takenBy: takerOf(workshop),
    capacity: workshop.capacity,
    startsAt: instantOf(localStart, timeZone),
    endsAt: instantOf(localEnd ?? localStart, timeZone),
    closesAt: closesAt === undefined ? undefined : instantOf(closesAt, timeZone),
    isPublished: workshop.publication === "published",
    status: status === "postponed" || status === "cancelled" ? status : "on",
    changedAt: new Date(workshop.updatedAt),
  };
}

/** Why nobody new may sign up. */
export type WhyClosed =
  "elsewhere" | "no-sign-up" | "not-open" | "workshop-cancelled" | "postponed" | "over" | "closed";

/** Why nobody new may sign up now, or undefined when they may. */
export function whyClosed(terms: SignUpTerms, now: Date): WhyClosed | undefined {
  if (!terms.isPublished) return "not-open";
  // What became of it comes first: whoever takes sign-ups, nobody is told to just come.
  if (terms.status === "cancelled") return "workshop-cancelled";
  if (terms.status === "postponed") return "postponed";
  if (now >= terms.startsAt) return "over";
  if (terms.takenBy === "others") return "elsewhere";
  if (terms.takenBy === "nobody") return "no-sign-up";
  return terms.closesAt !== undefined && now >= terms.closesAt ? "closed" : undefined;
}

function takerOf({ registration, seats }: Workshop): SignUpTerms["takenBy"] {
  const by = registration?.by ?? "none";
  if (by === "none") return seats === "external" ? "others" : "nobody";
  if (by !== "bot" || seats === "external") return "others";
  return seats === "approval" ? "us-with-approval" : "us";
}
