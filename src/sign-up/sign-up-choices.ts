import type { PhraseKey, Tell } from "../model/phrases.ts";
import type { Choice } from "../model/reply.ts";
import type { Workshop } from "../model/workshop.ts";

/** What may be said of one's seats in one touch. */
export type SeatWords = "sign-up" | "give-up" | "still-coming" | "accept" | "decline";

/**
 * The choice of some words about one's seats at a workshop. Its label says it all: pressed days later, by
 * whomever, or typed, it is read as the same words.
 */
export function seatChoice(
  words: SeatWords,
  { number }: Pick<Workshop, "number">,
  tell: Tell,
): Choice {
  const label = tell(labels[words], { number });
  return { label, value: `say:${label}` };
}

/** The choice of so many seats in all, the person's own included. */
export function takeSeatsChoice(
  seats: number,
  { number }: Pick<Workshop, "number">,
  tell: Tell,
): Choice {
  const label = tell(seats === 1 ? "take-seat-label" : "take-seats-label", { number, seats });
  return { label, value: `say:${label}` };
}

/** The choices under what announces workshops, one for each that the assistant takes sign-ups for. */
export function signUpChoices(workshops: readonly Workshop[], tell: Tell): readonly Choice[] {
  return workshops
    .filter(({ registration, seats, status, publication }) => {
      const takesPlace = status !== "cancelled" && status !== "postponed";
      return (
        publication === "published" &&
        takesPlace &&
        registration?.by === "bot" &&
        seats !== "external"
      );
    })
    .map((workshop) => seatChoice("sign-up", workshop, tell));
}

const labels: Readonly<Record<SeatWords, PhraseKey>> = {
  "sign-up": "sign-up-label",
  "give-up": "give-up-label",
  "still-coming": "still-coming-label",
  accept: "accept-label",
  decline: "decline-label",
};
