import type { RepeatPattern, WorkshopRepeat } from "../model/incoming-workshop.ts";
import type { WallTime } from "../model/workshop.ts";
import { plainDateText } from "./dates/date-words.ts";
import { readHours } from "./dates/read-hours.ts";
import type { DateSpan, ReadingPlace } from "./read-date.ts";
import { occurrencesOf } from "./recurrence.ts";
import { addDays, addMinutes, dayOf, instantOf, wallTimeAt } from "./wall-time.ts";

/** How a repetition in words is understood; what is missing is to be asked, and said together with it. */
export type RepeatReading =
  /** The first date of the series, and how it goes on. */
  | (DateSpan & { readonly kind: "understood"; readonly repeats: WorkshopRepeat })
  | { readonly kind: "needs-end" | "needs-hour" | "no-date" };

/**
 * Reads how a series repeats, in French or English: "tous les mardis de mars à mai à 18 h", "le deuxième mardi
 * du mois jusqu'en juin à 18h", "every other Thursday at 6pm, 8 times". Months are the next to come.
 * @returns undefined when the words say nothing of a repetition
 */
export function readRepeat(text: string, { now, zone }: ReadingPlace): RepeatReading | undefined {
  const { text: plain, isEnglish } = plainDateText(text);
  const found = takePattern(plain);
  if (!found) return undefined;
  const today = wallTimeAt(now, zone);
  const span = takeSpan(found.rest, dayOf(today));
  const hours = readHours(span.rest, isEnglish);
  const [hour] = hours.kind === "spans" ? hours.spans : [];
  if (!hour) return { kind: "needs-hour" };
  if (!span.end) return { kind: "needs-end" };
  const repeats = { pattern: found.pattern, end: span.end, exceptions: [] };
  // Today's hour may be gone.
  const isGone = instantOf(minutesInto(span.from, hour.start), zone) <= now;
  const from = isGone ? dayOf(addDays(`${span.from}T12:00`, 1)) : span.from;
  const [first] = occurrencesOf({
    ...repeats,
    start: minutesInto(from, hour.start),
    timeZone: zone,
  }).starts;
  if (first === undefined) return { kind: "no-date" };
  const localEnd = hour.end === undefined ? undefined : addMinutes(first, hour.end - hour.start);
  return { kind: "understood", localStart: first, localEnd, repeats };
}

function minutesInto(day: string, minutes: number): WallTime {
  return addMinutes(`${day}T00:00`, minutes);
}

interface Taken<T> {
  readonly pattern: T;
  readonly rest: string;
}

const weekly = [
  // "Un mardi sur deux", "every other Tuesday", "every 2 Tuesdays".
  /\b(?:le |les )?1 (?<days>D[1-7]) sur (?<interval>\d)\b/u,
  /\bevery (?:(?<other>other|second)|(?<interval>\d)) (?<days>D[1-7])\b/u,
  // "Toutes les deux semaines le mardi", "tous les quinze jours, le mardi".
  /\b(?:(?:toutes les|every) (?<interval>\d) (?:semaines|weeks)|(?<other>tous les 15 jours)),? ?(?:le |les |on )?(?<days>D[1-7])\b/u,
  // "Tous les mardis et jeudis", "chaque mardi", "les mardis", "every Tuesday and Thursday".
  /\b(?:tous les|chaque|les|every|each|on) (?<days>D[1-7](?:(?:,| et| and) (?:les )?D[1-7])*)\b/u,
];

const ordinals: readonly (readonly [form: string, nth: number | "last"])[] = [
  ["1er|premier|premiere|first|1st", 1],
  ["2e|2eme|deuxieme|second|2nd", 2],
  ["3e|3eme|troisieme|third|3rd", 3],
  ["4e|4eme|quatrieme|fourth|4th", 4],
  ["5e|5eme|cinquieme|fifth|5th", 5],
  ["dernier|derniere|last", "last"],
];

const ofMonth = String.raw`,? ?(?:du mois|de chaque mois|de tous les mois|of (?:the|each|every) month|(?:each|every) month|chaque mois|tous les mois)`;

function takePattern(text: string): Taken<RepeatPattern> | undefined {
  for (const [form, nth] of ordinals) {
    const match = new RegExp(
      String.raw`\b(?:(?:tous les|chaque|le|les|the|every|on the) )?(?:${form}) (?<day>D[1-7])s?${ofMonth}`,
      "u",
    ).exec(text);
    const day = match?.groups?.["day"];
    if (match && day !== undefined) {
      const on = { weekday: Number(day.slice(1)), nth };
      return { pattern: { every: "month", on, interval: 1 }, rest: without(text, match) };
    }
  }
  const dated = new RegExp(
    String.raw`\b(?:tous les |le |les |the |every |on the )?(?<date>[12]?\d|3[01])(?:er|st|nd|rd|th)?${ofMonth}`,
    "u",
  ).exec(text);
  if (dated) {
    const on = { date: Number(dated.groups?.["date"]) };
    return { pattern: { every: "month", on, interval: 1 }, rest: without(text, dated) };
  }
  for (const form of weekly) {
    const match = form.exec(text);
    if (!match?.groups) continue;
    const { days = "", interval = "1", other } = match.groups;
    // "On Tuesday" alone is a date.
    if (match[0].startsWith("on ") && !/\beach\b|\bevery\b/u.test(text)) continue;
    const weekdays = Array.from(days.matchAll(/D([1-7])/gu), ([, day]) => Number(day));
    const every = other === undefined ? Number(interval) : 2;
    if (every < 1) continue;
    return {
      pattern: { every: "week", weekdays, interval: every },
      rest: without(text, match),
    };
  }
  return undefined;
}

interface SeriesSpan {
  /** The first day it can fall on. */
  readonly from: string;
  readonly end: WorkshopRepeat["end"] | undefined;
  readonly rest: string;
}

const month = (name: string) =>
  String.raw`(?:(?<${name}Part>debut|mi|fin|end of|early) ?-?)?(?:(?<${name}Day>\d{1,2})(?:er|st|nd|rd|th)? (?:of )?)?M(?<${name}>\d{1,2})(?: (?<${name}After>\d{1,2})(?:st|nd|rd|th)?(?![\dh:]| ?(?:h|heures?|am|pm)\b))?(?:,? (?<${name}Year>20\d{2}))?`;

const between = new RegExp(
  String.raw`\b(?:de|du|d'|from|entre|between) ?(?:le )?${month("from")} ?(?:a|au|to|until|till|et|and|jusqu'a|jusqu'en|jusqu'au|-)(?: la)? ?${month("until")}`,
  "u",
);
const since = new RegExp(
  String.raw`\b(?:a partir d[eu]|a compter d[eu]|des|from|starting(?: on| in)?) ?(?:le )?${month("from")}`,
  "u",
);
const until = new RegExp(
  String.raw`\b(?:jusqu'(?:a|au|en)|jusque|until|till|through) ?(?:la )?${month("until")}`,
  "u",
);
/** "En mars", "in March": the whole month. */
const during = new RegExp(
  String.raw`\b(?:en|au mois de|pendant le mois de|in|during) ${month("from")}`,
  "u",
);
const counted =
  /\b(?:pendant|for)? ?(?<count>\d{1,2}) (?:fois|seances?|semaines|dates|times|sessions?|weeks|occurrences?)\b/u;

function takeSpan(text: string, today: string): SeriesSpan {
  const both = between.exec(text);
  let rest = both ? without(text, both) : text;
  const begun = both ?? since.exec(rest);
  if (begun && !both) rest = without(rest, begun);
  const from = (begun && dayNamed(begun, "from", today, "first")) ?? today;
  const ended = both ?? until.exec(rest);
  if (ended && !both) rest = without(rest, ended);
  const last = ended && dayNamed(ended, "until", from, "last");
  if (last) return { from, end: { until: last }, rest };
  const within = begun || ended ? undefined : during.exec(rest);
  if (within) {
    const first = dayNamed(within, "from", today, "first") ?? today;
    const end = { until: lastOfMonth(`${first.slice(0, 7)}-01`) };
    return { from: first, end, rest: without(rest, within) };
  }
  const count = counted.exec(rest);
  if (!count) return { from, end: undefined, rest };
  const end = { count: Math.max(1, Number(count.groups?.["count"])) };
  return { from, end, rest: without(rest, count) };
}

/** The day a match names: the next that is not before another; of a month alone, its first or its last. */
function dayNamed(
  { groups = {} }: RegExpExecArray,
  name: "from" | "until",
  notBefore: string,
  edge: "first" | "last",
): string | undefined {
  const number = groups[name];
  if (number === undefined) return undefined;
  const said = groups[`${name}Day`] ?? groups[`${name}After`];
  const year = groups[`${name}Year`] ?? notBefore.slice(0, 4);
  const dayIn = (its: string) => {
    const first = `${its}-${number.padStart(2, "0")}-01`;
    if (said !== undefined) return `${first.slice(0, 8)}${said.padStart(2, "0")}`;
    if (groups[`${name}Part`] === "mi") return `${first.slice(0, 8)}15`;
    return edge === "first" ? first : lastOfMonth(first);
  };
  const day = dayIn(year);
  if (groups[`${name}Year`] !== undefined)
    return edge === "first" && day < notBefore ? notBefore : day;
  // A month that has begun is this one.
  const isPast = edge === "first" ? lastOfMonth(day) < notBefore : day < notBefore;
  const chosen = isPast ? dayIn(String(Number(year) + 1)) : day;
  return chosen < notBefore ? notBefore : chosen;
}

function lastOfMonth(day: string): string {
  const next = dayOf(addDays(`${day.slice(0, 7)}-28T12:00`, 4));
  return dayOf(addDays(`${next.slice(0, 7)}-01T12:00`, -1));
}

function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
}
