import type { Registration } from "../model/registration.ts";
import { changeWorkshop } from "./change-workshop.ts";
import { actOnOwnSeats, seatOrWait } from "./own-seats.ts";
import { fillSeats, passTime } from "./pass-time.ts";
import { SeatBook, type SeatDecision, type SeatSituation } from "./seat-book.ts";
import { isLive, seatsOver } from "./seat-count.ts";
import type { HostAct, SignUpAct } from "./sign-up-act.ts";

/**
 * Decides who has a seat after something happened, and what each person must be told. First come, first
 * served; nobody who has a seat loses it to another. Time passes first, so that an answer that comes
 * after its hour finds the seat with the next.
 */
export function decideSeats(situation: SeatSituation, act: SignUpAct): SeatDecision {
  const { terms, registrations, due } = situation;
  const { capacity } = situation.known ?? terms;
  const book = new SeatBook(situation);
  // What became of the workshop comes before what is asked now.
  if (due !== undefined && !isOfWorkshop(act)) decide(book, { kind: due });
  decide(book, act);
  // Nobody is thrown out.
  if (book.seatsOver > seatsOver({ capacity }, registrations))
    book.tellCoordinator("over-capacity");
  return book.decision;
}

function decide(book: SeatBook, act: SignUpAct): void {
  // A workshop that was just moved, or cancelled, is so before its new date ends anything.
  if (!isOfWorkshop(act)) {
    passTime(book);
    fillSeats(book);
  }
  follow(book, act);
  if (isOfWorkshop(act)) passTime(book);
  fillSeats(book);
}

function isOfWorkshop({ kind }: SignUpAct): boolean {
  return kind === "moved" || kind === "postponed" || kind === "cancelled";
}

function follow(book: SeatBook, act: SignUpAct): void {
  switch (act.kind) {
    case "sign-up":
    case "give-up":
    case "accept":
    case "decline":
    case "still-coming":
    case "state-needs":
    case "judge":
      actOnOwnSeats(book, act);
      return;
    case "approve":
    case "refuse":
    case "note-attendance":
      followHost(book, act);
      return;
    case "capacity-changed":
    case "moved":
    case "postponed":
    case "cancelled":
    case "closed":
      changeWorkshop(book, act);
      return;
    case "link":
      linkAccounts(book, act.accounts);
      return;
    case "forget":
      for (const one of from(book, act.accounts)) book.remove(one);
      return;
    case "count-came":
    case "time-passed":
  }
}

function followHost(book: SeatBook, act: HostAct): void {
  const theirs = book.from(act.person);
  const { terms, now } = book.answering;
  if (act.kind === "note-attendance") {
    const wasExpected = theirs && ["registered", "attended", "absent"].includes(theirs.state.kind);
    if (wasExpected && now >= terms.startsAt) {
      book.move(theirs, { kind: act.came ? "attended" : "absent" });
    } else book.tellCoordinator("nothing-to-decide", act.person);
    return;
  }
  if (theirs?.state.kind !== "waiting" || theirs.state.awaits !== "approval") {
    book.tellCoordinator("nothing-to-decide", act.person);
  } else if (act.kind === "refuse") {
    book.move(theirs, { kind: "refused" });
    book.tell(theirs, "refused");
  } else {
    const outcome = seatOrWait(book, theirs);
    book.tell(theirs, outcome === "seated" ? "approved" : "approved-but-full");
  }
}

/** One person, once: they keep the best place of their accounts, and the others' are free. */
function linkAccounts(book: SeatBook, accounts: readonly string[]): void {
  const live = from(book, accounts).filter(isLive);
  const best = live.toSorted((a, b) => rank(a) - rank(b) || a.order - b.order)[0];
  if (!best || live.length === 1) return;
  for (const one of live) {
    if (one !== best) book.move(one, { kind: "cancelled", because: "merged" });
  }
  book.tell(best, "accounts-merged");
}

function rank({ state }: Registration): number {
  if (state.kind === "registered") return 0;
  return state.kind === "offered" ? 1 : 2;
}

function from(book: SeatBook, accounts: readonly string[]): readonly Registration[] {
  return [...new Set(accounts)].flatMap((person) => book.from(person) ?? []);
}
