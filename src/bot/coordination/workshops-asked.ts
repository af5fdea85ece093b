import type { Theme } from "../../model/library.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { CoordinationRequest } from "../../understanding/read-coordination.ts";
import { plainDateText } from "../../workshops/dates/date-words.ts";
import { readDays } from "../../workshops/dates/read-days.ts";
import { dayOf, wallTimeAt, weekdayOf } from "../../workshops/wall-time.ts";
import { workshopsNamed } from "../../workshops/workshops-named.ts";
import { startOf } from "../../workshops/workshop-time.ts";

/** Where the workshop of a command is looked for. */
export interface AskedAmong {
  /** Drafts and past ones too, by start. */
  readonly programme: readonly Workshop[];
  readonly themes: readonly Theme[];
  readonly now: Date;
  /** IANA zone in which days are counted. */
  readonly timeZone: string;
}

/** The workshops a command may be about: the latest of its number, those of its day, or those of its title. */
export function workshopsAsked(
  { number, named }: Pick<CoordinationRequest, "number" | "named">,
  among: AskedAmong,
): readonly Workshop[] {
  if (number !== undefined) {
    return among.programme.filter((one) => one.number === number).slice(-1);
  }
  if (named === undefined) return [];
  return saysDay(named) ? onDay(named, among) : byTitle(named, among);
}

/** Whether words name a workshop by its day. */
export function saysDay(named: string): boolean {
  const { text } = plainDateText(named);
  return /\b[DM]\d{1,2}\b|\d\/\d|\d-\d|\bdemain\b|\btomorrow\b|aujourd'hui|\btoday\b/u.test(text);
}

function onDay(named: string, among: AskedAmong): readonly Workshop[] {
  const { text } = plainDateText(named);
  const reading = readDays(text, wallTimeAt(among.now, among.timeZone));
  const days = reading.kind === "days" ? reading.days : [];
  const coming = comingIn(among);
  const found = coming.filter(({ localStart }) => days.includes(dayOf(localStart)));
  if (found.length > 0 || /\d{1,2}(?:\D|$)/u.test(named)) return found;
  // "Celui de mardi" may be the Tuesday after next: the first there is.
  const weekday = Number(/\bD([1-7])\b/u.exec(text)?.[1] ?? 0);
  const first = coming.find(({ localStart }) => weekdayOf(localStart) === weekday);
  return coming.filter(
    ({ localStart }) => first !== undefined && dayOf(localStart) === dayOf(first.localStart),
  );
}

function byTitle(named: string, among: AskedAmong): readonly Workshop[] {
  return workshopsNamed(named, { ...among, coming: comingIn(among) });
}

/** Those that can still be changed. */
export function comingIn({
  programme,
  now,
}: Pick<AskedAmong, "programme" | "now">): readonly Workshop[] {
  return programme.filter(
    (one) => one.publication !== "archived" && one.status !== "cancelled" && startOf(one) > now,
  );
}
