import type { Registration, RegistrationState } from "../model/registration.ts";
import type { SignUpTerms } from "./sign-up-terms.ts";
import { HOUR_MS } from "../model/durations.ts";

/** The hours a person is not to be disturbed in that an instant falls in; undefined when it falls in none. */
export type QuietSpan = (
  at: Date,
  registration: Registration,
) => { readonly from: Date; readonly until: Date } | undefined;

/** What an answer is given time for. */
export interface Answering {
  readonly terms: SignUpTerms;
  readonly now: Date;
  readonly quietSpan: QuietSpan;
}

/** Whether seats freed now are given rather than offered: less than a day is left. */
export function isLastDay({ terms, now }: Pick<Answering, "terms" | "now">): boolean {
  return terms.startsAt.getTime() - now.getTime() <= 24 * HOUR_MS;
}

/**
 * What the first in line gets when seats are free: an offer to answer within 24 hours when the workshop
 * is more than 3 days away, within 4 when it is more than 24 hours away, else the seats themselves.
 * The time runs from when the person may be told, and what of it falls in their quiet hours comes after.
 */
export function offerTo(registration: Registration, answering: Answering): RegistrationState {
  if (isLastDay(answering)) return { kind: "registered" };
  const { terms, now, quietSpan } = answering;
  const left = terms.startsAt.getTime() - now.getTime();
  const hours = left > 72 * HOUR_MS ? 24 : 4;
  const told = quietSpan(now, registration)?.until ?? now;
  const wanted = later(told, hours);
  const span = quietSpan(wanted, registration);
  const shifted =
    span === undefined
      ? wanted
      : new Date(span.until.getTime() + wanted.getTime() - span.from.getTime());
  const until = quietSpan(shifted, registration)?.until ?? shifted;
  return { kind: "offered", until: earliest(until, terms.startsAt).toISOString() };
}

/**
 * Until when a person keeps their seats at a new date without saying they come: 48 hours before it.
 * Undefined when that would leave them less than a day to answer: then they keep them.
 */
export function confirmBy(registration: Registration, answering: Answering): string | undefined {
  const { terms, now, quietSpan } = answering;
  const told = quietSpan(now, registration)?.until ?? now;
  const limit = later(terms.startsAt, -48);
  if (limit.getTime() - told.getTime() < 24 * HOUR_MS) return undefined;
  return (quietSpan(limit, registration)?.until ?? limit).toISOString();
}

function later(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR_MS);
}

function earliest(a: Date, b: Date): Date {
  return a < b ? a : b;
}
