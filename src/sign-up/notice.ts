import type { Address } from "../model/address.ts";
import type { Registration } from "../model/registration.ts";
import type { WhyClosed } from "./sign-up-terms.ts";

/** What a person is told. */
export type PersonalReason =
  /** They have their seats. */
  | "registered"
  /** They are in line, for a seat or for the host's yes. */
  | "waiting"
  | "awaits-approval"
  /** Nothing changed: this is where they stand. */
  | "already"
  | "needs-noted"
  | "seats-changed"
  /** Not that many seats are free: they keep what they have. */
  | "seats-not-free"
  /** More seats than one person, or the workshop, may have. */
  | "too-many-seats"
  | "gave-up"
  /** They no longer wait: there was no seat to free. */
  | "left-line"
  | "declined"
  | "not-signed-up"
  | "nothing-offered"
  | "still-coming"
  /** A seat is held for them until `state.until`. */
  | "offered"
  /** The seat is theirs without having to accept: there is no time left to ask. */
  | "seat-given"
  | "offer-expired"
  /** They did not say whether they come at the new date, and the seat went on. */
  | "seat-released"
  | "approved"
  | "approved-but-full"
  | "refused"
  /** It begins, or its list was closed, before they got a seat. */
  | "no-seat"
  | "accounts-merged"
  /** What they said of it is counted, or was already; or it is not theirs to say, or too early. */
  | "judged"
  | "judged-before"
  | "not-judged"
  | WhyClosed;

/** What the coordinator of the workshop is told. */
export type CoordinatorReason =
  /** Somebody waits for their yes. */
  | "approval-asked"
  /** Somebody who comes said what they need. */
  | "needs-stated"
  /** More seats are taken than there are now: nobody is thrown out. */
  | "over-capacity"
  /** Nobody there for that to be said of. */
  | "nothing-to-decide";

/** What somebody must be told, without its words. */
export type Notice = {
  readonly workshop: string;
  /** Names this notice for life: the cause of the decision, the workshop, the person, the reason. */
  readonly key: readonly string[];
  /** Their registration once everything is decided; none when they have none. */
  readonly registration: Registration | undefined;
  /** Their place in line, from 1, when they wait. */
  readonly position: number | undefined;
} & (
  | {
      readonly to: { readonly person: string; readonly answerIn: Address };
      readonly because: PersonalReason;
      /** Seats they could take at once, fewer than they asked for; undefined for none. */
      readonly seatsLeft?: number | undefined;
    }
  | {
      readonly to: "coordinator";
      readonly because: CoordinatorReason;
      /** Seats beyond the capacity, when over it. */
      readonly seatsOver?: number | undefined;
    }
);
