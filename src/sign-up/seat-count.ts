import type { Registration } from "../model/registration.ts";
import type { SignUpTerms } from "./sign-up-terms.ts";

/** Whether somebody has seats, is offered some, or is in line. */
export function isLive({ state }: Registration): boolean {
  return state.kind === "registered" || state.kind === "offered" || state.kind === "waiting";
}

/** Whether what becomes of the workshop is to be told to them: that it is cancelled took their place away. */
export function isConcerned(registration: Registration): boolean {
  const { state } = registration;
  const lostIt = state.kind === "cancelled" && state.because === "workshop-cancelled";
  return isLive(registration) || lostIt;
}

/** Whether the seats of a registration are nobody else's, an offer included. */
function holdsSeats({ state: { kind } }: Registration): boolean {
  return kind === "registered" || kind === "offered" || kind === "attended" || kind === "absent";
}

/** Seats that are taken or offered. */
export function seatsHeld(registrations: readonly Registration[]): number {
  return registrations.filter(holdsSeats).reduce((sum, { seats }) => sum + seats, 0);
}

/** Seats that are free, never below 0; `Infinity` where there is no limit. */
export function seatsFree(
  { capacity = Infinity }: Pick<SignUpTerms, "capacity">,
  registrations: readonly Registration[],
): number {
  return Math.max(0, capacity - seatsHeld(registrations));
}

/** Seats held beyond those there are. */
export function seatsOver(
  { capacity = Infinity }: Pick<SignUpTerms, "capacity">,
  registrations: readonly Registration[],
): number {
  return Math.max(0, seatsHeld(registrations) - capacity);
}

/** Those who wait, first come first. */
export function waitingLine(registrations: readonly Registration[]): readonly Registration[] {
  return registrations
    .filter(({ state }) => state.kind === "waiting")
    .toSorted((a, b) => a.order - b.order);
}
