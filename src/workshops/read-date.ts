import type { WallTime } from "../model/workshop.ts";
import { plainDateText } from "./dates/date-words.ts";
import { readDays } from "./dates/read-days.ts";
import { readHours, type HourSpan } from "./dates/read-hours.ts";
import {
  addMinutes,
  dayOf,
  endAfter,
  instantOf,
  instantsOf,
  timeOf,
  wallTimeAt,
  withoutOffset,
} from "./wall-time.ts";

/** A start, perhaps with its end, on the wall. */
export interface DateSpan {
  readonly localStart: WallTime;
  readonly localEnd: WallTime | undefined;
}

/** How the words of a coordinator about a date are understood. */
export type DateReading =
  /** `isDayFirst`: "3/4" was read as the French do, 3 April; to be echoed with the month in words, as any. */
  | (DateSpan & { readonly kind: "understood"; readonly isDayFirst: boolean })
  /** Several meanings, the likeliest first, none past; check the chosen one with `settleDate`. */
  | { readonly kind: "ambiguous"; readonly readings: readonly DateSpan[] }
  /** One day, or several it can be. */
  | { readonly kind: "needs-hour"; readonly days: readonly string[] }
  /** The start as `18:30`; several it can be; or none, when only a week or a month was said. */
  | { readonly kind: "needs-day"; readonly times: readonly string[] }
  /** The clocks skip this time: nobody can come then. */
  | { readonly kind: "skipped-by-clock"; readonly wall: WallTime }
  /** The clocks show this start twice: the first is said by default, then what it is if the second is meant. */
  | (DateSpan & { readonly kind: "twice-by-clock"; readonly second: DateSpan })
  /** As 30 February. */
  | { readonly kind: "no-such-day" }
  | { readonly kind: "past"; readonly day: string; readonly localStart: WallTime | undefined }
  | { readonly kind: "not-understood"; readonly because: NotUnderstood; readonly unread: string };

/** Why a date is not understood; `unread` has the words beside, folded, `several-dates` a second day or hour. */
export type NotUnderstood =
  | "two-digit-year"
  | "end-before-start"
  | "no-such-hour"
  | "several-dates"
  | "unread"
  | "no-date"
  | "too-long";

/** When and where a date is read: days and hours are relative to it. */
export interface ReadingPlace {
  readonly now: Date;
  /** IANA name. */
  readonly zone: string;
}

/** Longer than any date people write, in characters. */
const MOST_CHARACTERS = 200;

/**
 * Reads a date as coordinators write it, in French or English ("jeudi prochain 18h30", "March 9th at
 * 6pm"). Nothing is guessed: a word that is not read makes the whole not understood, day and month are never
 * swapped, years have four digits. The caller echoes what is understood as an absolute date with its zone.
 * @throws RangeError when the zone is none
 */
export function readDate(text: string, place: ReadingPlace): DateReading {
  if (text.length > MOST_CHARACTERS) return notUnderstood("too-long");
  const { text: plain, isEnglish } = plainDateText(text);
  const words = plain.replace(zoneWords(place.zone), "|");
  const elapsed = readElapsed(words, place);
  if (elapsed) return elapsed;
  const today = wallTimeAt(place.now, place.zone);
  const days = readDays(words, today);
  if (days.kind === "two-digit-year") return notUnderstood(days.kind);
  if (days.kind === "no-such-day") return { kind: "no-such-day" };
  const dayless = "rest" in days ? days.rest : words;
  const hours = readHours(dayless, isEnglish);
  if (hours.kind === "end-before-start" || hours.kind === "no-such-hour") {
    return notUnderstood(hours.kind);
  }
  const unread = unreadWords(hours.rest);
  if (unread.length > 0) return notRead(unread);
  if (days.kind === "days" && hours.kind === "spans") {
    const readings = days.days.flatMap((day) => hours.spans.map((span) => onDay(day, span)));
    return choose(readings, days.isDayFirst, place);
  }
  if (days.kind === "days") return needsHour(days.days, dayOf(today));
  const times = hours.kind === "spans" ? hours.spans.map(startOf) : [];
  if (days.kind === "none" && times.length === 0) return notUnderstood("no-date");
  return { kind: "needs-day", times };
}

/** Checks one reading against the clock and the present: of those of an ambiguous date, the one chosen. */
export function settleDate(span: DateSpan, place: ReadingPlace, isDayFirst = false): DateReading {
  const { localStart, localEnd } = span;
  if (instantsOf(localStart, place.zone).length === 0) {
    return { kind: "skipped-by-clock", wall: localStart };
  }
  const [meant, second] = meaningsOf(span, place);
  if (!meant) return { kind: "past", day: dayOf(localStart), localStart };
  if (localEnd !== undefined && instantsOf(localEnd, place.zone).length === 0) {
    return { kind: "skipped-by-clock", wall: localEnd };
  }
  if (second) return { kind: "twice-by-clock", ...meant, second };
  return { kind: "understood", ...meant, isDayFirst };
}

/** What can be meant that is still to come: twice where the clocks show the start twice and nobody said which. */
function meaningsOf(
  { localStart, localEnd }: DateSpan,
  { now, zone }: ReadingPlace,
): readonly DateSpan[] {
  const isSaid = localStart !== withoutOffset(localStart);
  const instants = isSaid ? [instantOf(localStart, zone)] : instantsOf(localStart, zone);
  return instants
    .filter((instant) => instant > now)
    .map((instant) => wallTimeAt(instant, zone))
    .map((start) => ({
      localStart: start,
      localEnd: localEnd === undefined ? undefined : endAfter(start, localEnd, zone),
    }));
}

function choose(
  readings: readonly DateSpan[],
  isDayFirst: boolean,
  place: ReadingPlace,
): DateReading {
  const coming = readings.filter((span) => !isPast(span, place));
  const [first] = coming.length > 0 ? coming : readings;
  if (!first) return notUnderstood("no-date");
  if (coming.length < 2) return settleDate(first, place, isDayFirst);
  const meant = coming.flatMap((span) => {
    const meanings = meaningsOf(span, place);
    // One that the clocks skip stays: it is refused with an explanation once it is chosen.
    return meanings.length === 0 ? [span] : meanings;
  });
  return { kind: "ambiguous", readings: meant };
}

function isPast({ localStart }: DateSpan, { now, zone }: ReadingPlace): boolean {
  const last = instantsOf(localStart, zone).at(-1) ?? instantOf(localStart, zone);
  return last <= now;
}

function needsHour(days: readonly string[], today: string): DateReading {
  const coming = days.filter((day) => day >= today);
  const [first = today] = days;
  return coming.length > 0
    ? { kind: "needs-hour", days: coming }
    : { kind: "past", day: first, localStart: undefined };
}

/** "Dans 2 heures", "in 90 minutes": time that really passes. */
function readElapsed(words: string, { now, zone }: ReadingPlace): DateReading | undefined {
  const match =
    /^\|? ?(?:dans|in) (?:(?<hours>\d{1,2}|an?) ?(?:h|heures?|hours?)(?: ?(?<more>\d{2}))?(?: et (?<half>demie?))?|(?<minutes>\d{1,3}) ?(?:minutes?|mins?|mn))$/u.exec(
      words,
    );
  if (!match?.groups) return undefined;
  const { hours = "0", more = "0", half, minutes = "0" } = match.groups;
  const wholeHours = Number(hours.replace(/an?/u, "1"));
  const total = wholeHours * 60 + Number(more) + (half === undefined ? 0 : 30) + Number(minutes);
  const at = new Date(now.getTime() + total * 60_000);
  const localStart = wallTimeAt(at, zone);
  return settleDate({ localStart, localEnd: undefined }, { now, zone });
}

/** "Heure de Paris", "Paris time", where the zone is that of Paris; of another zone they stay unread. */
function zoneWords(zone: string): RegExp {
  const city = zone
    .slice(zone.lastIndexOf("/") + 1)
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, "[ -]");
  return new RegExp(
    String.raw`\(?\b(?:heure (?:de |a )?(?:la |l')?${city}|${city} time|heure locale|local time)\b\)?`,
    "u",
  );
}

/** Words that say nothing about when. */
const idle = new Set(
  (
    "a au aux de du d des le la l les en ce c s se sera est ca ok oui alors donc disons plutot bonjour bonsoir merci " +
    "svp stp please rdv rendez vous jour date heure debut debute commence commencera aura lieu tiendra tient partir " +
    "at on the of from in this to starts starting start begins time yes thanks hello it is will be atelier pour for precises pile sharp"
  ).split(" "),
);

function unreadWords(rest: string): string[] {
  return rest.split(/[|\s.,;:!?()'"@-]+/u).filter((word) => word !== "" && !idle.has(word));
}

function notRead(unread: readonly string[]): DateReading {
  const words = unread.filter((word) => !/^[DMT]\d+$/u.test(word));
  return words.length > 0
    ? notUnderstood("unread", words.join(" "))
    : notUnderstood("several-dates");
}

function onDay(day: string, { start, end }: HourSpan): DateSpan {
  const midnight = `${day}T00:00`;
  return {
    localStart: addMinutes(midnight, start),
    localEnd: end === undefined ? undefined : addMinutes(midnight, end),
  };
}

function startOf({ start }: HourSpan): string {
  return timeOf(addMinutes("2000-01-01T00:00", start));
}

function notUnderstood(because: NotUnderstood, unread = ""): DateReading {
  return { kind: "not-understood", because, unread };
}
