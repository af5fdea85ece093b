import type { Registration, RegistrationState } from "../model/registration.ts";
import type { CoordinatorReason, Notice, PersonalReason } from "./notice.ts";
import { isLastDay, type Answering, type QuietSpan } from "./offer.ts";
import { isLive, seatsFree, seatsOver, waitingLine } from "./seat-count.ts";
import type { KnownTerms } from "../model/sign-up-numbers.ts";
import type { Asker, WorkshopAct } from "./sign-up-act.ts";
import type { SignUpTerms } from "./sign-up-terms.ts";

/** What one decision starts from. */
export interface SeatSituation {
  readonly terms: SignUpTerms;
  /** The terms as the programme has them now, where they may still be taken back; `terms` when absent. */
  readonly current?: SignUpTerms | undefined;
  /** What the list was decided by before; undefined when nobody knows, or when it is the same. */
  readonly known?: KnownTerms | undefined;
  /** What became of the workshop since, that nothing followed from yet. */
  readonly due?: WorkshopAct["kind"] | undefined;
  /** Every registration of the workshop, in any order. */
  readonly registrations: readonly Registration[];
  readonly now: Date;
  readonly quietSpan: QuietSpan;
  /** Names what is decided about, as an event: it becomes part of the key of each notice. */
  readonly cause: string;
}

/** What was decided. Registrations that did not change are the very same objects. */
export interface SeatDecision {
  readonly registrations: readonly Registration[];
  readonly notices: readonly Notice[];
}

/** The list of a workshop while one decision is taken, and what people will have to be told. */
export class SeatBook {
  readonly answering: Answering;
  /** What newcomers are told by. */
  readonly current: SignUpTerms;
  readonly #workshop: string;
  readonly #cause: string;
  readonly #byPerson: Map<string, Registration>;
  /** Filled in once all is decided, so that no notice tells of a state that changed since. */
  readonly #told: (() => Notice)[] = [];
  readonly #removed = new Set<string>();

  constructor({ terms, current = terms, registrations, now, quietSpan, cause }: SeatSituation) {
    this.answering = { terms, now, quietSpan };
    this.current = current;
    this.#workshop = terms.workshop;
    this.#cause = cause;
    this.#byPerson = new Map(registrations.map((one) => [one.person, one]));
  }

  get all(): readonly Registration[] {
    return [...this.#byPerson.values()];
  }

  /** The registration made from one account. */
  from(person: string): Registration | undefined {
    return this.#byPerson.get(person);
  }

  /** The registration of a person, from whichever of their accounts: a live one rather than an old one. */
  of({ person, accounts }: Asker): Registration | undefined {
    const theirs = [person, ...accounts].flatMap((key) => this.#byPerson.get(key) ?? []);
    return theirs.find(isLive) ?? theirs[0];
  }

  /** Seats nobody holds, and that are there whether or not a change of their number is taken back. */
  get free(): number {
    return Math.min(seatsFree(this.answering.terms, this.all), seatsFree(this.current, this.all));
  }

  get seatsOver(): number {
    return seatsOver(this.answering.terms, this.all);
  }

  /** Whether nothing that seats depend on may still be taken back. */
  get isSettled(): boolean {
    const { startsAt, status, capacity } = this.answering.terms;
    const { current } = this;
    const isThen = current.startsAt.getTime() === startsAt.getTime();
    return isThen && current.status === status && current.capacity === capacity;
  }

  /** The order of whoever signs up next: after everybody. */
  get nextOrder(): number {
    return 1 + this.all.reduce((most, { order }) => Math.max(most, order), 0);
  }

  /**
   * Who gets the free seats: the first in line if they are enough for them. Nobody is overtaken, until
   * the last day, when whoever they are enough for comes before an empty seat.
   */
  get nextInLine(): Registration | undefined {
    const { free } = this;
    const { capacity = Infinity } = this.answering.terms;
    const line = waitingLine(this.all).filter(
      ({ state, seats }) =>
        state.kind === "waiting" && state.awaits === "seat" && seats <= capacity,
    );
    const next = isLastDay(this.answering) ? line.find(({ seats }) => seats <= free) : line[0];
    return next && next.seats <= free ? next : undefined;
  }

  /** Stores a registration as it is from now on. */
  set(registration: Registration): Registration {
    this.#byPerson.set(registration.person, registration);
    return registration;
  }

  /** Brings a registration to another state, now. */
  move(registration: Registration, state: RegistrationState): Registration {
    return this.set({ ...registration, state, stateSince: this.answering.now.toISOString() });
  }

  /** Keeps nothing of a registration, nor of what its author would have been told. */
  remove({ person }: Registration): void {
    this.#byPerson.delete(person);
    this.#removed.add(person);
  }

  /** Tells somebody, in the room they signed up from. */
  tell({ person, answerIn }: Registration, because: PersonalReason): void {
    this.#say({ person, answerIn }, because, person);
  }

  /** Answers whoever acts, where they act. */
  answer(asker: Asker, because: PersonalReason): void {
    const { person, answerIn } = asker;
    this.#say({ person, answerIn }, because, () => this.of(asker)?.person ?? person);
  }

  /** @param person whose registration it is about, if it is about one */
  tellCoordinator(because: CoordinatorReason, person?: string): void {
    this.#told.push(() => ({
      ...this.#about(person),
      key: [this.#cause, this.#workshop, "coordinator", person ?? "", because],
      to: "coordinator",
      because,
      ...(because === "over-capacity" ? { seatsOver: this.seatsOver } : {}),
    }));
  }

  /** The end of it: everybody's registration, and what each must be told. */
  get decision(): SeatDecision {
    const notices = this.#told.map((notice) => notice());
    return {
      registrations: this.all,
      // Who accepts, or gives up, the very moment they get a seat is told the outcome alone.
      notices: notices.filter(
        (notice) =>
          isStillTrue(notice) &&
          (notice.to === "coordinator" || !this.#removed.has(notice.to.person)),
      ),
    };
  }

  #say(
    to: Pick<Registration, "person" | "answerIn">,
    because: PersonalReason,
    subject: string | (() => string),
  ): void {
    this.#told.push(() => {
      const person = typeof subject === "string" ? subject : subject();
      const seatsLeft = asksForMore.has(because) ? this.#leftFor(person) : 0;
      return {
        ...this.#about(person),
        key: [this.#cause, this.#workshop, to.person, because],
        to,
        because,
        ...(seatsLeft > 0 ? { seatsLeft } : {}),
      };
    });
  }

  /** Free seats that nobody before them waits for. */
  #leftFor(person: string): number {
    const first = waitingLine(this.all).find(
      ({ state }) => state.kind === "waiting" && state.awaits === "seat",
    );
    return first === undefined || first.person === person ? this.free : 0;
  }

  #about(person: string | undefined) {
    const registration = person === undefined ? undefined : this.from(person);
    const place = waitingLine(this.all).findIndex((one) => one.person === person) + 1;
    return {
      workshop: this.#workshop,
      registration,
      position: place === 0 ? undefined : place,
    };
  }
}

/** What is told to who wants more seats than there are. */
const asksForMore: ReadonlySet<Notice["because"]> = new Set(["waiting", "seats-not-free"]);

const gained: Readonly<Partial<Record<Notice["because"], RegistrationState["kind"]>>> = {
  offered: "offered",
  "seat-given": "registered",
};

function isStillTrue({ because, registration }: Notice): boolean {
  const kind = gained[because];
  return kind === undefined || registration?.state.kind === kind;
}
