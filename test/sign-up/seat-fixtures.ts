import type { Registration } from "../../src/model/registration.ts";
import type { KnownTerms } from "../../src/model/sign-up-numbers.ts";
import { knownTerms } from "../../src/sign-up/known-terms.ts";
import type { Notice } from "../../src/sign-up/notice.ts";
import type { QuietSpan } from "../../src/sign-up/offer.ts";
import type { SeatDecision } from "../../src/sign-up/seat-book.ts";
import { decideSeats } from "../../src/sign-up/seats.ts";
import type { Asker, SignUpAct } from "../../src/sign-up/sign-up-act.ts";
import type { SignUpTerms } from "../../src/sign-up/sign-up-terms.ts";

/** The terms of a workshop of 12 seats on 9 March 2027 at 18:00 in Paris. */
export function terms(changes: Partial<SignUpTerms> = {}): SignUpTerms {
  return {
    workshop: "01WORKSHOP",
    takenBy: "us",
    capacity: 12,
    startsAt: new Date("2027-03-09T17:00:00Z"),
    endsAt: new Date("2027-03-09T19:00:00Z"),
    closesAt: undefined,
    isPublished: true,
    status: "on",
    ...changes,
  };
}

/** Somebody of either platform, and the other accounts that are theirs. */
export function asker(name: string, platform = "simulated", ...others: string[]): Asker {
  const person = JSON.stringify([platform, name]);
  return {
    person,
    accounts: [person, ...others],
    answerIn: { platform, room: `dm-${name}`, isDirect: true },
  };
}

/** Nobody ever sleeps. */
const never: QuietSpan = () => undefined;

/** Quiet from 21:00 to 8:00, UTC. */
export const nights: QuietSpan = (at) => {
  const hour = at.getUTCHours();
  if (hour >= 8 && hour < 21) return undefined;
  const from = new Date(at);
  from.setUTCHours(21, 0, 0, 0);
  if (hour < 8) from.setUTCDate(from.getUTCDate() - 1);
  return { from, until: new Date(from.getTime() + 11 * 3_600_000) };
};

/** A list that one decision after the other is taken about, at the pace of its clock. */
export class SeatTalk {
  terms: SignUpTerms;
  now: Date;
  quietSpan: QuietSpan;
  registrations: readonly Registration[] = [];
  /** Every notice so far. */
  readonly told: Notice[] = [];
  #acts = 0;
  #known: KnownTerms | undefined;

  constructor(changes: Partial<SignUpTerms> = {}, now = "2027-03-01T09:00:00Z", quiet = never) {
    this.terms = terms(changes);
    this.now = new Date(now);
    this.quietSpan = quiet;
  }

  /** Decides, and says what each is told: `who: reason`. */
  does(act: SignUpAct, cause = `event-${(this.#acts += 1)}`): string[] {
    const { terms: current, registrations, now, quietSpan } = this;
    const decision: SeatDecision = decideSeats(
      { terms: current, known: this.#known, registrations, now, quietSpan, cause },
      act,
    );
    this.#known = knownTerms(current);
    this.registrations = decision.registrations;
    this.told.push(...decision.notices);
    return decision.notices.map((notice) => `${nameOf(notice)}: ${notice.because}`);
  }

  signsUp(name: string, seats?: number): string[] {
    return this.does({ kind: "sign-up", asker: asker(name), seats });
  }

  /** What time alone does at an instant. */
  at(instant: string): string[] {
    this.now = new Date(instant);
    return this.does({ kind: "time-passed" });
  }

  /** `name: state`, first come first. */
  get list(): string[] {
    return this.registrations
      .toSorted((a, b) => a.order - b.order)
      .map(({ answerIn, state }) => `${answerIn.room.replace("dm-", "")}: ${state.kind}`);
  }

  of(name: string): Registration | undefined {
    return this.registrations.find(({ answerIn }) => answerIn.room === `dm-${name}`);
  }
}

function nameOf({ to }: Notice): string {
  return to === "coordinator" ? to : to.answerIn.room.replace("dm-", "");
}
