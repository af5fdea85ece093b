import { confirmBy, offerTo } from "./offer.ts";
import { endWaiting } from "./pass-time.ts";
import type { SeatBook } from "./seat-book.ts";
import { isLive } from "./seat-count.ts";
import type { WorkshopAct } from "./sign-up-act.ts";
import { DAY_MS } from "../model/durations.ts";

/**
 * Does to the list what happened to its workshop, whose terms are the new ones already. That it is moved,
 * postponed or cancelled is told to everybody concerned by its announcement: see `isConcerned`.
 */
export function changeWorkshop(book: SeatBook, { kind }: WorkshopAct): void {
  switch (kind) {
    case "capacity-changed":
      // More seats are filled, and seats over told of, after whatever happens.
      return;
    case "moved":
      move(book);
      return;
    case "postponed":
      postpone(book);
      return;
    case "cancelled":
      for (const one of book.all.filter(isLive)) {
        book.move(one, { kind: "cancelled", because: "workshop-cancelled" });
      }
      return;
    case "closed":
      endWaiting(book, "closed");
  }
}

/** Who has a seat is expected to say that they still come; an offer is made anew for the new date. */
function move(book: SeatBook): void {
  const startsAt = book.answering.terms.startsAt.toISOString();
  for (const one of book.all.filter(isLive)) {
    if (one.state.kind === "registered" && one.state.comesAt !== startsAt) {
      book.move(one, { kind: "registered", confirmBy: confirmBy(one, book.answering) });
    } else if (one.state.kind === "offered") {
      book.move(one, offerTo(one, book.answering));
    }
  }
}

/** Longest that the list of a workshop without a date is kept, beyond what is kept after a workshop. */
const daysWithoutDate = 180;

/** Everybody keeps what they have until there is a date. */
function postpone(book: SeatBook): void {
  const endsAt = new Date(book.answering.now.getTime() + daysWithoutDate * DAY_MS);
  for (const one of book.all) {
    book.set({ ...one, endsAt: endsAt.toISOString() });
  }
}
