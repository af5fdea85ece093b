import type { LedgerEntry } from "../model/ledger-entry.ts";
import { origins, type SignUpOrigin } from "../model/registration.ts";
import type { Opinions, SignUpNumbers } from "../model/sign-up-numbers.ts";
import type { Workshop } from "../model/workshop.ts";
import { takesPlace } from "../workshops/workshop-state.ts";
import { countMessages, type MessageFigures } from "./count-messages.ts";
import { sumOpinions } from "./sum-opinions.ts";

/** What is kept of one workshop that is counted: nothing of it is about a person once it is summed. */
export interface Counted {
  readonly workshop: Workshop;
  /** Undefined when nobody ever signed up. */
  readonly numbers: SignUpNumbers | undefined;
  /** The messages that told of it, as long as the ledger keeps them. */
  readonly messages: readonly LedgerEntry[];
}

/** What some workshops come to. Source: WORKSHOPS.md 14. */
export interface Figures extends MessageFigures {
  /** Published ones, and those of them that do not take place. */
  readonly workshops: number;
  readonly calledOff: number;
  /** Of workshops that take place and have a limit: their seats, and those that are taken. */
  readonly seats: number;
  readonly seatsTaken: number;
  /** The one out of the other, 0..1 and over; undefined without seats. */
  readonly filling: number | undefined;
  /** People with a seat, and all their seats. */
  readonly people: number;
  readonly peopleSeats: number;
  readonly waiting: number;
  /** People who gave up, by how long before. */
  readonly gaveUp: SignUpNumbers["gaveUp"];
  /** People who came, at the workshops where somebody counted them; undefined where nobody did. */
  readonly came: number | undefined;
  readonly cameCounted: number;
  /** Undefined from too few people. */
  readonly opinions: Opinions | undefined;
  readonly origins: Readonly<Record<SignUpOrigin, number>>;
  /** Mean of the days from sign-up to start, over people with a seat. */
  readonly leadDays: number | undefined;
}

/** Sums workshops up; one alone is its own sum. */
export function sumFigures(some: readonly Counted[]): Figures {
  const numbers = some.flatMap((one) => one.numbers ?? []);
  const sum = (valueOf: (one: SignUpNumbers) => number) =>
    numbers.reduce((total, one) => total + valueOf(one), 0);
  const limited = some.filter(
    ({ workshop }) => workshop.capacity !== undefined && takesPlace(workshop),
  );
  const seats = limited.reduce((total, { workshop }) => total + (workshop.capacity ?? 0), 0);
  const seatsTaken = limited.reduce((total, one) => total + (one.numbers?.seats ?? 0), 0);
  const came = numbers.flatMap((one) => cameOf(one) ?? []);
  const led = numbers.filter(({ meanLeadDays }) => meanLeadDays !== undefined);
  const leaders = led.reduce((total, { people }) => total + people, 0);
  const days = led.reduce((total, one) => total + (one.meanLeadDays ?? 0) * one.people, 0);
  return {
    workshops: some.length,
    calledOff: some.filter(({ workshop }) => !takesPlace(workshop)).length,
    seats,
    seatsTaken,
    filling: seats === 0 ? undefined : seatsTaken / seats,
    people: sum(({ people }) => people),
    peopleSeats: sum((one) => one.seats),
    waiting: sum(({ waiting }) => waiting),
    gaveUp: {
      earlier: sum(({ gaveUp }) => gaveUp.earlier),
      lastWeek: sum(({ gaveUp }) => gaveUp.lastWeek),
      lastDay: sum(({ gaveUp }) => gaveUp.lastDay),
    },
    came: came.length === 0 ? undefined : came.reduce((total, one) => total + one, 0),
    cameCounted: came.length,
    opinions: sumOpinions(numbers.flatMap(({ opinions }) => opinions ?? [])),
    origins: sumOrigins(numbers),
    leadDays: leaders === 0 ? undefined : days / leaders,
    ...countMessages(new Set(some.flatMap(({ messages }) => messages))),
  };
}

/** As the host counted them, else as they were noted one by one. */
function cameOf({ came, attended, absent }: SignUpNumbers): number | undefined {
  return came ?? (attended + absent > 0 ? attended : undefined);
}

function sumOrigins(numbers: readonly SignUpNumbers[]): Figures["origins"] {
  const sums = { announcement: 0, digest: 0, diagnostic: 0, question: 0 };
  for (const origin of origins) {
    for (const one of numbers) sums[origin] += one.origins[origin] ?? 0;
  }
  return sums;
}
