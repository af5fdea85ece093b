import type { WallTime } from "../../model/workshop.ts";
import type { CalendarEvent } from "../calendar/read-calendar.ts";
import { addMinutes, endAfter, instantOf, wallTimeAt } from "../wall-time.ts";
import { eventFields } from "./event-fields.ts";
import { type CalendarZones, wallClock, zoneOf } from "./event-times.ts";
import { faulty, finishLine } from "./finish-line.ts";
import { type ImportDefaults, type ImportedLine, problem } from "./import-reading.ts";
import { seriesStarts } from "./series-starts.ts";

/** What the events of one file are read with. */
export interface EventsContext {
  readonly zones: CalendarZones;
  readonly defaults: ImportDefaults;
  readonly now: Date;
}

/** An event of its own or a whole series, with the events that replace some of its occurrences. */
export interface EventGroup {
  /** Undefined when the file only holds replacements. */
  readonly main: CalendarEvent | undefined;
  readonly replacements: readonly CalendarEvent[];
}

/** The workshops of an event: one a start, each known again by UID and the start its series gave it. */
export function eventLines(
  { main, replacements }: EventGroup,
  context: EventsContext,
): readonly ImportedLine[] {
  if (main === undefined)
    return replacements.map((event) => replacementLine(event, event, context));
  const zone = zoneOf(main.start, context.zones) ?? context.zones.otherwise;
  const wallOf = wallClock(main, zone, context.zones);
  const series = seriesStarts(main, { zone, now: wallTimeAt(context.now, zone), wallOf });
  if (series.kind === "problem") return [faulty(placeOf(main, main.uid), series.problem)];
  const isSeries = main.rule !== undefined || main.besides.length > 0;
  const replaced = new Set(replacements.map(({ replaces }) => replaces && wallOf(replaces)));
  const own = series.starts
    .filter((start) => !replaced.has(start))
    .map((start) =>
      eventLine(main, { externalId: idOf(main, isSeries ? start : undefined), start }, context),
    );
  return [...own, ...replacements.map((event) => replacementLine(event, main, context))];
}

function replacementLine(
  event: CalendarEvent,
  main: CalendarEvent,
  context: EventsContext,
): ImportedLine {
  const zone = zoneOf(main.start, context.zones) ?? context.zones.otherwise;
  const old = event.replaces && wallClock(main, zone, context.zones)(event.replaces);
  return eventLine(event, { externalId: idOf(event, old), start: undefined }, context);
}

/** @param start on the clocks of the event's zone; without it, the event's own */
function eventLine(
  event: CalendarEvent,
  { externalId, start }: { externalId: string | undefined; start: WallTime | undefined },
  { zones, defaults }: EventsContext,
): ImportedLine {
  const timeZone = zoneOf(event.start, zones) ?? zones.otherwise;
  const wallOf = wallClock(event, timeZone, zones);
  const first = wallOf(event.start);
  const localStart = start ?? first;
  const isWholeDay = event.start.kind === "day";
  const end = event.end && wallOf(event.end);
  const laterEnd = (): WallTime | undefined => {
    if (localStart === first && end !== undefined && end !== first) return end;
    const minutes = end === undefined ? event.minutes : minutesBetween(first, end);
    // Some programs write the start again for an end nobody knows.
    if (minutes === undefined || minutes === 0) return undefined;
    return endAfter(localStart, addMinutes(localStart, Math.round(minutes)), timeZone);
  };
  const localEnd = isWholeDay ? undefined : laterEnd();
  const warnings = [
    ...(isWholeDay ? [problem("import-all-day", { day: localStart.slice(0, 10) })] : []),
    ...(event.status === "TENTATIVE" ? [problem("import-tentative")] : []),
  ];
  const fields = eventFields(event, { timeZone, localStart, localEnd }, defaults);
  const place = placeOf(event, externalId);
  return finishLine({ place, fields, warnings, themeWords: event.categories }, defaults);
}

function idOf({ uid }: CalendarEvent, oldStart: WallTime | undefined): string | undefined {
  return uid === undefined || oldStart === undefined ? uid : `${uid}#${oldStart}`;
}

function placeOf(
  { line }: CalendarEvent,
  externalId: string | undefined,
): { line: number; externalId?: string } {
  return externalId === undefined ? { line } : { line, externalId };
}

/** On a wall clock nobody changes. */
function minutesBetween(start: WallTime, end: WallTime): number {
  return (instantOf(end, "UTC").getTime() - instantOf(start, "UTC").getTime()) / 60_000;
}
