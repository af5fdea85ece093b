import { mostSeats, type Registration } from "../model/registration.ts";
import type { PersonalReason } from "./notice.ts";
import { isLive } from "./seat-count.ts";
import type { SeatBook } from "./seat-book.ts";
import type { Asker, OwnAct } from "./sign-up-act.ts";
import { whyClosed } from "./sign-up-terms.ts";

type SignUp = Extract<OwnAct, { kind: "sign-up" }>;

/** Does what a person asks about their own seats. */
export function actOnOwnSeats(book: SeatBook, act: OwnAct): void {
  const mine = book.of(act.asker);
  switch (act.kind) {
    case "sign-up":
      if (mine && isLive(mine)) changeOwn(book, mine, act);
      else signUp(book, act);
      return;
    case "give-up":
      giveUp(book, act.asker, mine);
      return;
    case "accept":
      accept(book, act.asker, mine);
      return;
    case "decline":
      if (mine?.state.kind === "offered") {
        book.move(mine, { kind: "cancelled", because: "declined" });
        book.answer(act.asker, "declined");
      } else book.answer(act.asker, "nothing-offered");
      return;
    case "still-coming":
      stillComing(book, act.asker, mine);
      return;
    case "state-needs":
      stateNeeds(book, act, mine);
      return;
    case "judge":
      judge(book, act.asker, mine);
  }
}

/** Puts somebody in line, and gives them their seats when nobody is before them. */
export function seatOrWait(book: SeatBook, registration: Registration): "seated" | "waiting" {
  const inLine = book.move(registration, { kind: "waiting", awaits: "seat" });
  if (book.nextInLine?.person !== inLine.person) return "waiting";
  book.move(inLine, { kind: "registered" });
  return "seated";
}

function signUp(book: SeatBook, act: SignUp): void {
  const { asker, seats = 1, name, needs, origin } = act;
  const { terms, now } = book.answering;
  const closed = whyClosed(book.current, now);
  if (closed !== undefined) {
    book.answer(asker, closed);
    return;
  }
  if (book.of(asker)?.state.kind === "refused") {
    book.answer(asker, "refused");
    return;
  }
  if (!isSeatCount(seats, terms.capacity)) {
    book.answer(asker, "too-many-seats");
    return;
  }
  if (needs !== undefined) book.tellCoordinator("needs-stated", asker.person);
  const at = now.toISOString();
  const registration = book.set({
    workshop: terms.workshop,
    person: asker.person,
    answerIn: asker.answerIn,
    language: asker.language,
    state: { kind: "waiting", awaits: "approval" },
    seats,
    order: book.nextOrder,
    name,
    needs,
    origin,
    sign: act.sign,
    signedUpAt: at,
    stateSince: at,
    endsAt: terms.endsAt.toISOString(),
  });
  if (terms.takenBy === "us-with-approval") {
    book.answer(asker, "awaits-approval");
    book.tellCoordinator("approval-asked", asker.person);
    return;
  }
  const outcome = seatOrWait(book, registration);
  book.answer(asker, outcome === "seated" ? "registered" : "waiting");
}

/** Somebody who is on the list signs up again: more seats, fewer, other needs, or a second press. */
function changeOwn(book: SeatBook, mine: Registration, act: SignUp): void {
  const { asker, seats = mine.seats, name = mine.name } = act;
  const needs = needsWith(mine, act.needs);
  if (needs !== mine.needs) book.tellCoordinator("needs-stated", mine.person);
  const isNews = needs !== mine.needs || name !== mine.name;
  // Who signs up again at a new date comes.
  const coming = asksIfComing(mine) ? comes(book, mine) : mine;
  const noted = isNews ? book.set({ ...coming, needs, name }) : coming;
  if (seats !== mine.seats) book.answer(asker, changeSeats(book, noted, seats));
  else if (asksIfComing(mine)) book.answer(asker, "still-coming");
  else book.answer(asker, isNews ? "needs-noted" : "already");
}

function changeSeats(book: SeatBook, mine: Registration, seats: number): PersonalReason {
  const { terms, now } = book.answering;
  const isMore = seats > mine.seats;
  const closed = whyClosed(book.current, now);
  if (closed === "over" || (closed !== undefined && isMore)) return closed;
  // A capacity lowered below what they have does not keep them from giving one back.
  if (!isSeatCount(seats, isMore ? terms.capacity : undefined)) return "too-many-seats";
  if (isMore && !hasRoomFor(seats - mine.seats, mine, book)) return "seats-not-free";
  // Who waited for more than there is takes what there is, and waits no longer.
  if (!isMore && mine.state.kind === "waiting" && mine.state.awaits === "seat") {
    return seatOrWait(book, { ...mine, seats }) === "seated" ? "registered" : "seats-changed";
  }
  book.set({ ...mine, seats });
  return "seats-changed";
}

/** Who waits may ask for more in their place; who has seats gets more only when nobody waits for them. */
function hasRoomFor(more: number, mine: Registration, book: SeatBook): boolean {
  if (mine.state.kind === "waiting") return true;
  if (mine.state.kind === "offered") return false;
  const isAnybodyWaiting = book.all.some(
    ({ state }) => state.kind === "waiting" && state.awaits === "seat",
  );
  return !isAnybodyWaiting && more <= book.free;
}

function giveUp(book: SeatBook, asker: Asker, mine: Registration | undefined): void {
  const { terms, now } = book.answering;
  if (!mine || !isLive(mine)) {
    book.answer(asker, whyNotTheirs(book));
    return;
  }
  if (terms.status === "on" && now >= terms.startsAt) {
    book.answer(asker, "over");
    return;
  }
  book.move(mine, { kind: "cancelled", because: "gave-up" });
  book.answer(asker, mine.state.kind === "waiting" ? "left-line" : "gave-up");
}

/** What is said to who has no seat there: of a workshop that is over, or off, not that they may sign up. */
function whyNotTheirs({ current, answering }: SeatBook): PersonalReason {
  const closed = whyClosed(current, answering.now);
  const isGone = closed === "over" || closed === "workshop-cancelled" || closed === "elsewhere";
  return isGone ? closed : "not-signed-up";
}

function accept(book: SeatBook, asker: Asker, mine: Registration | undefined): void {
  if (mine?.state.kind === "offered") {
    book.move(mine, { kind: "registered" });
    book.answer(asker, "registered");
  } else if (mine?.state.kind === "cancelled" && mine.state.because === "offer-expired") {
    // Too late for that seat, not for another: they are in line again, the last.
    const { seats, name, needs, origin } = mine;
    signUp(book, { kind: "sign-up", asker, seats, name, needs, origin });
  } else book.answer(asker, mine && isLive(mine) ? "already" : "nothing-offered");
}

function stillComing(book: SeatBook, asker: Asker, mine: Registration | undefined): void {
  if (mine?.state.kind !== "registered") {
    book.answer(asker, mine && isLive(mine) ? "already" : whyNotTheirs(book));
    return;
  }
  comes(book, mine);
  book.answer(asker, "still-coming");
}

function stateNeeds(
  book: SeatBook,
  { asker, needs }: Extract<OwnAct, { kind: "state-needs" }>,
  mine: Registration | undefined,
): void {
  if (!mine || !isLive(mine)) {
    book.answer(asker, "not-signed-up");
    return;
  }
  const all = needsWith(mine, needs);
  if (all !== mine.needs) {
    book.set({ ...mine, needs: all });
    book.tellCoordinator("needs-stated", mine.person);
  }
  book.answer(asker, "needs-noted");
}

/** What a person needs, with what they say now; said twice, it stands there once. */
function needsWith({ needs: before }: Registration, more: string | undefined): string | undefined {
  if (more === undefined || before?.includes(more) === true) return before;
  return before === undefined || more.includes(before) ? more : `${before} ; ${more}`;
}

/** That they said it is kept, not what: that is counted only. */
function judge(book: SeatBook, asker: Asker, mine: Registration | undefined): void {
  const { terms, now } = book.answering;
  const couldCome = mine?.state.kind === "registered" || mine?.state.kind === "attended";
  if (!mine || !couldCome || now < terms.endsAt) book.answer(asker, "not-judged");
  else if (mine.hasJudged === true) book.answer(asker, "judged-before");
  else {
    book.set({ ...mine, hasJudged: true });
    book.answer(asker, "judged");
  }
}

/** Notes the date they come at: asked again when it moves again only. */
function comes(book: SeatBook, mine: Registration): Registration {
  const comesAt = book.answering.terms.startsAt.toISOString();
  return book.move(mine, { kind: "registered", comesAt });
}

function asksIfComing({ state }: Registration): boolean {
  return state.kind === "registered" && state.confirmBy !== undefined;
}

function isSeatCount(seats: number, capacity = Infinity): boolean {
  return Number.isInteger(seats) && seats >= 1 && seats <= Math.min(mostSeats, capacity);
}
