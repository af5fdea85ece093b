import ICAL from "ical.js";
import { escapedCalendarText } from "../../model/calendar-text.ts";
import type { Workshop } from "../../model/workshop.ts";
import { instantOf } from "../wall-time.ts";
import { foldLines, unfoldLines } from "../../model/fold-line.ts";
import { isInCalendar } from "./is-in-calendar.ts";
import { timeZoneBlock, type TimeZoneChange } from "./time-zone-block.ts";
import { type EventOptions, workshopEvent } from "./workshop-event.ts";

/** How a calendar is written. */
export interface CalendarOptions extends EventOptions {
  /** The name readers show for the whole calendar. */
  readonly name: string;
}

/** How often readers are asked to look again; they do as they please. */
const REFRESH = "PT6H";

/**
 * Workshops as an iCalendar file: those that `isInCalendar`, in the order given, each with the clocks of its
 * zone. The same workshops give the same bytes.
 * Source: RFC 5545 and RFC 7986
 * @throws RangeError when a zone is unknown
 */
export function writeCalendar(workshops: readonly Workshop[], options: CalendarOptions): string {
  const listed = workshops.filter((workshop) => isInCalendar(workshop, options.now));
  const calendar = new ICAL.Component("vcalendar");
  const add = (name: string, value: string): void => {
    calendar.addPropertyWithValue(name, value);
  };
  add("version", "2.0");
  add("prodid", `-//Passerelle//Passerelle//${options.language.toUpperCase()}`);
  add("calscale", "GREGORIAN");
  // Unknown to ical.js, which would leave them as they are.
  add("name", escapedCalendarText(options.name));
  add("x-wr-calname", escapedCalendarText(options.name));
  calendar.addProperty(refreshInterval());
  add("x-published-ttl", REFRESH);
  for (const zone of new Set(listed.map(({ timeZone }) => timeZone))) {
    const its = listed.filter(({ timeZone }) => timeZone === zone);
    calendar.addSubcomponent(timeZoneComponent(zone, its));
  }
  for (const workshop of listed) calendar.addSubcomponent(workshopEvent(workshop, options));
  return foldLines(`${unfoldLines(calendar.toString())}\r\n`);
}

function refreshInterval(): ICAL.Property {
  const property = new ICAL.Property("refresh-interval");
  property.resetType("duration");
  property.setValue(ICAL.Duration.fromString(REFRESH));
  return property;
}

function timeZoneComponent(zone: string, workshops: readonly Workshop[]): ICAL.Component {
  const instants = workshops
    .flatMap(({ localStart, localEnd }) => [localStart, localEnd ?? localStart])
    .map((wall) => instantOf(wall, zone).getTime())
    .toSorted((one, other) => one - other);
  const from = new Date(instants.at(0) ?? 0);
  const to = new Date(instants.at(-1) ?? 0);
  const component = new ICAL.Component("vtimezone");
  component.addPropertyWithValue("tzid", zone);
  for (const change of timeZoneBlock(zone, { from, to })) {
    component.addSubcomponent(changeComponent(change));
  }
  return component;
}

function changeComponent(change: TimeZoneChange): ICAL.Component {
  const component = new ICAL.Component(change.kind);
  const add = (name: string, value: ICAL.Time | ICAL.UtcOffset | ICAL.Recur): void => {
    component.addPropertyWithValue(name, value);
  };
  add("dtstart", ICAL.Time.fromDateTimeString(`${change.onset}:00`));
  add("tzoffsetfrom", ICAL.UtcOffset.fromSeconds(change.secondsBefore));
  add("tzoffsetto", ICAL.UtcOffset.fromSeconds(change.secondsAfter));
  if (change.yearly !== undefined) add("rrule", ICAL.Recur.fromString(change.yearly));
  return component;
}
