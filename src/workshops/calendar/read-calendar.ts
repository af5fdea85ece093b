import ICAL from "ical.js";
import type { WallTime } from "../../model/workshop.ts";
import { readWallTime } from "../wall-time.ts";
import { splitEvents, type SplitCalendar } from "./split-events.ts";

/** A time as a calendar writes it. */
export type CalendarTime =
  /** The clocks of a zone by the name the file gives it, or of none: a floating time. */
  | { readonly kind: "local"; readonly wall: WallTime; readonly zone: string | undefined }
  | { readonly kind: "instant"; readonly at: Date }
  /** A whole day, `YYYY-MM-DD`. */
  | { readonly kind: "day"; readonly day: string };

/** An event as its file tells it, before any zone is looked for. */
export interface CalendarEvent {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly uid: string | undefined;
  /** Which occurrence of the series with this UID it replaces. */
  readonly replaces: CalendarTime | undefined;
  readonly sequence: number;
  /** In capitals, as `CANCELLED`. */
  readonly status: string | undefined;
  readonly title: string;
  readonly description: string | undefined;
  readonly location: string | undefined;
  readonly page: string | undefined;
  readonly conference: string | undefined;
  readonly categories: readonly string[];
  readonly start: CalendarTime;
  readonly end: CalendarTime | undefined;
  /** How long it lasts, for files that say so in place of an end. */
  readonly minutes: number | undefined;
  /** As written after `RRULE:`. */
  readonly rule: string | undefined;
  readonly without: readonly CalendarTime[];
  readonly besides: readonly CalendarTime[];
}

/** What is in a calendar file. */
export interface CalendarReading extends Omit<SplitCalendar, "events"> {
  readonly events: readonly CalendarEvent[];
  /** The lines where events begin that make no sense. */
  readonly unread: readonly number[];
}

/** The events of an iCalendar text; never throws, whatever the text. */
export function readCalendar(text: string): CalendarReading {
  const { events: parts, ...calendar } = splitEvents(text);
  const events: CalendarEvent[] = [];
  const unread: number[] = [];
  for (const part of parts) {
    const event = part.text === undefined ? undefined : readEvent(part.text, part.line);
    if (event === undefined) unread.push(part.line);
    else events.push(event);
  }
  return { ...calendar, events, unread };
}

function readEvent(text: string, line: number): CalendarEvent | undefined {
  try {
    const event = ICAL.Component.fromString(text);
    const [start] = timesOf(event, "dtstart");
    if (start === undefined) return undefined;
    const sequence = Number(textOf(event, "sequence") ?? 0);
    const duration = event.getFirstPropertyValue("duration");
    return {
      line,
      uid: textOf(event, "uid"),
      replaces: timesOf(event, "recurrence-id")[0],
      sequence: Number.isSafeInteger(sequence) ? sequence : 0,
      status: textOf(event, "status")?.toUpperCase(),
      title: textOf(event, "summary") ?? "",
      description: textOf(event, "description"),
      location: textOf(event, "location"),
      page: textOf(event, "url"),
      conference: textOf(event, "conference"),
      categories: event.getAllProperties("categories").flatMap(valuesOf).map(String),
      start,
      end: timesOf(event, "dtend")[0],
      minutes: duration instanceof ICAL.Duration ? duration.toSeconds() / 60 : undefined,
      rule: event.getFirstPropertyValue("rrule")?.toString(),
      without: timesOf(event, "exdate"),
      besides: timesOf(event, "rdate"),
    };
  } catch {
    // ical.js throws on what is no calendar, each in its own way; the line is reported.
    return undefined;
  }
}

function textOf(event: ICAL.Component, name: string): string | undefined {
  const text = event.getFirstPropertyValue(name)?.toString().trim();
  return text === "" ? undefined : text;
}

/** @throws when one of them is no date */
function timesOf(event: ICAL.Component, name: string): readonly CalendarTime[] {
  return event.getAllProperties(name).flatMap((property) => {
    const zone = property.getFirstParameter("tzid");
    const values = valuesOf(property).map((value) =>
      value instanceof ICAL.Period ? value.start : value,
    );
    return values.filter((value) => value instanceof ICAL.Time).map((time) => timeOf(time, zone));
  });
}

function valuesOf(property: ICAL.Property): readonly unknown[] {
  return property.getValues();
}

function timeOf(time: ICAL.Time, zone: string | undefined): CalendarTime {
  const written = time.toString();
  const wall = readWallTime(time.isDate ? `${written}T00:00` : written.slice(0, 16));
  if (wall === undefined) throw new RangeError(`no such time: ${written}`);
  if (time.isDate) return { kind: "day", day: written };
  if (written.endsWith("Z")) return { kind: "instant", at: new Date(`${wall}Z`) };
  return { kind: "local", wall, zone };
}
