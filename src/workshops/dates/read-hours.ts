import { bareHour, markTimes, type Time } from "./mark-times.ts";

/** A start, perhaps with its end, in minutes since midnight; past 1440 on the next day. */
export interface HourSpan {
  readonly start: number;
  readonly end: number | undefined;
}

/** What a text says about the hour; "18 h du matin" is no such hour, nor is 25 h. */
export type HoursRead =
  | { readonly kind: "end-before-start" }
  | { readonly kind: "no-such-hour" }
  /** A part of the day or a duration may have been read. */
  | { readonly kind: "none"; readonly rest: string }
  | {
      readonly kind: "spans";
      /** One; or several when the words can mean several, or name several ("10 h ou 11 h"). */
      readonly spans: readonly HourSpan[];
      readonly rest: string;
    };

/**
 * Reads the hour, with its end or duration. "18 h" and "18:00" are of 24 hours, "6pm" of twice 12; a bare
 * "à 6", or "6:30" among English words, may be either.
 * @param text as `plainDateText` gives it, the day taken out
 */
export function readHours(text: string, isEnglish: boolean): HoursRead {
  const part = takePart(text);
  const duration = takeDuration(part.rest);
  const { marked, times } = markTimes(duration.rest, isEnglish);
  if (times.some(({ options }) => options.length === 0)) return { kind: "no-such-hour" };
  const found = takeSpans(marked, times);
  if (!found) return { kind: "none", rest: marked };
  const isHalfDay = times.some(({ notation }) => notation === "12h");
  const spans = found.spans
    .flatMap((span) => inPart(span, part.part, isHalfDay))
    .filter((span, index, all) => index === all.findIndex(({ start }) => start === span.start))
    .map(({ start, end }) => ({
      start,
      end: end ?? (duration.minutes === undefined ? undefined : start + duration.minutes),
    }));
  if (spans.length > 0) return { kind: "spans", spans, rest: found.rest };
  return { kind: found.spans.length === 0 ? "end-before-start" : "no-such-hour" };
}

type Part = "morning" | "afternoon" | "evening";

const parts: readonly (readonly [RegExp, Part, from: number, to: number])[] = [
  [/\b(?:(?:du|le|au|in the|this) )?(?:matin|matinee|morning)\b/u, "morning", 0, 719],
  [
    /(?:\b(?:(?:de |dans )?l'|(?:l|in the|this) )|\b)(?:apres[- ]midi|aprem|afternoon)\b/u,
    "afternoon",
    720,
    1139,
  ],
  [/\b(?:(?:du|le|au|in the|this|en) )?(?:soir|soiree|evening|tonight)\b/u, "evening", 1020, 1440],
];

function takePart(text: string): { readonly part: Part | undefined; readonly rest: string } {
  for (const [form, part] of parts) {
    if (form.test(text)) return { part, rest: text.replace(form, "|") };
  }
  return { part: undefined, rest: text };
}

/** "8 h du soir" is 20:00; nothing is left of a time its part of the day contradicts. */
function inPart(span: HourSpan, part: Part | undefined, isHalfDay: boolean): HourSpan[] {
  const bounds = parts.find(([, name]) => name === part);
  if (!bounds) return [span];
  const [, , from, to] = bounds;
  const shifts = isHalfDay || span.start >= 720 ? [0] : [0, 720];
  return shifts
    .map((shift) => ({ start: span.start + shift, end: endAfter(span, shift) }))
    .filter(({ start }) => start >= from && start <= to);
}

function endAfter({ start, end }: HourSpan, shift: number): number | undefined {
  return end === undefined || end > start + shift ? end : end + shift;
}

function takeDuration(text: string): {
  readonly minutes: number | undefined;
  readonly rest: string;
} {
  const match =
    /\b(?:pendant|durant|duree(?: de)?|pour|for|lasting) ?:? ?(?:(?<hours>\d{1,2}) ?(?:heures?|hours?|h)(?: ?(?<more>\d{2})\b)?(?: et (?<half>demie?))?|(?<minutes>\d{1,3}) ?(?:minutes?|mins?|mn)\b)/u.exec(
      text,
    );
  if (!match?.groups) return { minutes: undefined, rest: text };
  const { hours = "0", more = "0", half, minutes = "0" } = match.groups;
  const total = Number(hours) * 60 + Number(more) + (half === undefined ? 0 : 30) + Number(minutes);
  return { minutes: total === 0 ? undefined : total, rest: text.replace(match[0], "|") };
}

const joined = [
  /\b(?:(?:de|des|from) )?(?<from>T\d+|\d{1,2}) ?(?:-|a|to|until|till|jusqu'a) ?(?<to>T\d+|\d{1,2})\b/u,
  /\b(?:entre|between) (?<from>T\d+|\d{1,2}) (?:et|and) (?<to>T\d+|\d{1,2})\b/u,
];

function takeSpans(marked: string, times: readonly Time[]) {
  const timeOf = (word = "") =>
    word.startsWith("T") ? times[Number(word.slice(1))] : bareHour(word);
  for (const form of joined) {
    const match = form.exec(marked);
    const [from, to] = [timeOf(match?.groups?.["from"]), timeOf(match?.groups?.["to"])];
    if (match?.[0].includes("T") === true && from && to) {
      return { spans: spansBetween(from, to), rest: marked.replace(match[0], "|") };
    }
  }
  const either = /(?<one>T\d+|\b\d{1,2}) (?:ou|or) (?:a |at )?(?<other>T\d+)/u.exec(marked);
  const [one, other] = [timeOf(either?.groups?.["one"]), timeOf(either?.groups?.["other"])];
  if (either && one && other) {
    const options = [...likeItsFellow(one, other).options, ...other.options];
    return {
      spans: options.map((start) => ({ start, end: undefined })),
      rest: marked.replace(either[0], "|"),
    };
  }
  const alone = /T(?<index>\d+)/u.exec(marked);
  const time = times[Number(alone?.groups?.["index"])];
  if (!alone || !time) return undefined;
  const spans = time.options.map((start) => ({ start, end: undefined }));
  return { spans, rest: marked.replace(alone[0], "|") };
}

/** Each start with the first end after it. An end in the small hours is of the night that begins in the evening. */
function spansBetween(from: Time, to: Time): HourSpan[] {
  const [starts, ends] = [likeItsFellow(from, to), likeItsFellow(to, from)];
  const spans = starts.options.flatMap((start) => {
    const late =
      start >= 1080 ? ends.options.filter((end) => end <= 360).map((end) => end + 1440) : [];
    const end = [...ends.options, ...late].toSorted((a, b) => a - b).find((one) => one > start);
    return end === undefined ? [] : [{ start, end }];
  });
  // "9 to 12pm": of both halves of the day, the start nearest the end.
  const isHalfDay = from.notation === "bare" && to.notation === "12h";
  return isHalfDay ? spans.slice(-1) : spans;
}

/** A bare hour beside one of 24 hours is of 24 hours. */
function likeItsFellow(time: Time, fellow: Time): Time {
  return time.notation === "bare" && fellow.notation === "24h"
    ? { options: time.options.slice(0, 1), notation: "24h" }
    : time;
}
