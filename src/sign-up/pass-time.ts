import type { Registration } from "../model/registration.ts";
import { offerTo } from "./offer.ts";
import type { SeatBook } from "./seat-book.ts";

/**
 * What time alone does: an offer nobody answered goes to the next, and so does the seat of who did not
 * say they come at a new date; once the workshop begins nobody is in line any more. Nothing ends in the
 * quiet hours of a person; nothing happens while there is no date.
 */
export function passTime(book: SeatBook): void {
  const { terms, now } = book.answering;
  if (terms.status !== "on") return;
  keepUntilTheEnd(book);
  if (now >= terms.startsAt) {
    endWaiting(book, "no-seat");
    return;
  }
  for (const one of book.all) {
    if (one.state.kind === "offered" && isOver(one.state.until, one, book)) {
      book.move(one, { kind: "cancelled", because: "offer-expired" });
      book.tell(one, "offer-expired");
    }
    if (one.state.kind === "registered" && isOver(one.state.confirmBy, one, book)) {
      book.move(one, { kind: "cancelled", because: "unconfirmed" });
      book.tell(one, "seat-released");
    }
  }
}

/**
 * Gives or offers the free seats to those in line, each told once; not while what they depend on may be
 * taken back.
 */
export function fillSeats(book: SeatBook): void {
  const { terms, now } = book.answering;
  if (!book.isSettled) return;
  if (terms.status !== "on" || !terms.isPublished || now >= terms.startsAt) return;
  for (let next = book.nextInLine; next !== undefined; next = book.nextInLine) {
    const state = offerTo(next, book.answering);
    book.move(next, state);
    book.tell(next, state.kind === "offered" ? "offered" : "seat-given");
  }
}

/** Those in line, and those with an offer, get no seat any more. */
export function endWaiting(book: SeatBook, because: "no-seat" | "closed"): void {
  for (const one of book.all) {
    if (one.state.kind !== "waiting" && one.state.kind !== "offered") continue;
    book.move(one, { kind: "cancelled", because });
    book.tell(one, "no-seat");
  }
}

function isOver(until: string | undefined, one: Registration, book: SeatBook): boolean {
  const { now, quietSpan } = book.answering;
  return until !== undefined && Date.parse(until) <= now.getTime() && !quietSpan(now, one);
}

/** A registration is kept so long after the workshop, whenever that is now. */
function keepUntilTheEnd(book: SeatBook): void {
  const endsAt = book.answering.terms.endsAt.toISOString();
  for (const one of book.all) {
    if (one.endsAt !== endsAt) book.set({ ...one, endsAt });
  }
}
