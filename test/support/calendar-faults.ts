import ICAL from "ical.js";
import { convertIcsCalendar } from "ts-ics";

/** What RFC 5545, 7986 and 9073 allow in an event, as far as the programme may need it. */
const known = {
  vcalendar:
    /^(?:prodid|version|calscale|method|name|description|last-modified|url|refresh-interval|source|x-[a-z-]+)$/u,
  vevent:
    /^(?:uid|dtstamp|created|last-modified|sequence|status|transp|summary|description|location|geo|url|categories|conference|class|dtstart|dtend|duration)$/u,
  vtimezone: /^(?:tzid|last-modified)$/u,
  standard: /^(?:dtstart|tzoffsetfrom|tzoffsetto|tzname|rrule|rdate)$/u,
  daylight: /^(?:dtstart|tzoffsetfrom|tzoffsetto|tzname|rrule|rdate)$/u,
} as const;

const needed: Readonly<Record<string, readonly string[]>> = {
  vcalendar: ["prodid", "version"],
  vevent: ["uid", "dtstamp", "dtstart", "summary"],
  vtimezone: ["tzid"],
  standard: ["dtstart", "tzoffsetfrom", "tzoffsetto"],
  daylight: ["dtstart", "tzoffsetfrom", "tzoffsetto"],
};

/** Of these an event or a calendar may have several. */
const repeatable = new Set(["categories", "conference", "rdate", "rrule", "tzname", "description"]);

/** What some reader would warn of in a calendar file; none in a good one. Both parsers are lax about values. */
export function calendarFaults(bytes: Buffer): readonly string[] {
  const text = bytes.toString("utf8");
  try {
    const calendar = ICAL.Component.fromString(text);
    const theirs = convertIcsCalendar(undefined, text).events ?? [];
    const events = calendar.getAllSubcomponents("vevent");
    const read = events.map((event) => String(event.getFirstPropertyValue("uid")));
    return [
      ...lineFaults(bytes),
      ...componentFaults(calendar),
      ...zoneFaults(calendar),
      ...(theirs.map(({ uid }) => uid).join() === read.join() ? [] : ["the parsers disagree"]),
      ...theirs.flatMap(({ uid, start }) =>
        Number.isNaN(start.date.getTime()) ? [`${uid}: no start for the second parser`] : [],
      ),
      ...(new Set(read).size === read.length ? [] : ["an id comes twice"]),
    ];
  } catch (cause) {
    return [String(cause)];
  }
}

/** CRLF alone, at most 75 bytes a line, and no character cut by a fold: RFC 5545, section 3.1. */
function lineFaults(bytes: Buffer): readonly string[] {
  const text = bytes.toString("latin1");
  const lines = text.split("\r\n");
  const whole = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return [
    ...(lines.at(-1) === "" ? [] : ["the last line does not end"]),
    ...(text.startsWith("BEGIN:VCALENDAR\r\n") ? [] : ["something comes before the calendar"]),
    ...lines.flatMap((line, index) => {
      const faults = line.length > 75 ? ["longer than 75 bytes"] : [];
      if (/[^\P{Cc}\t\u0080-\u009F]/u.test(line)) faults.push("a control character");
      if (line === "" && index < lines.length - 1) faults.push("empty");
      try {
        whole.decode(Buffer.from(line, "latin1"));
      } catch {
        faults.push("a cut character");
      }
      return faults.map((fault) => `line ${index + 1}: ${fault}`);
    }),
  ];
}

function componentFaults(component: ICAL.Component): readonly string[] {
  const { name } = component;
  const allowed = Object.entries(known).find(([of]) => of === name)?.[1];
  if (!allowed) return [`${name}: an unknown component`];
  const properties = component.getAllProperties();
  const names = properties.map((property) => property.name);
  return [
    ...names.flatMap((one) => (allowed.test(one) ? [] : [`${name}: ${one} does not belong there`])),
    ...names.flatMap((one, index) =>
      names.indexOf(one) < index && !repeatable.has(one) ? [`${name}: ${one} twice`] : [],
    ),
    ...(needed[name] ?? []).flatMap((one) => (names.includes(one) ? [] : [`${name}: no ${one}`])),
    ...properties.flatMap(valueFaults),
    ...component.getAllSubcomponents().flatMap(componentFaults),
  ];
}

/** The parser takes any text for a time: what it made of it must be one. */
function valueFaults(property: ICAL.Property): readonly string[] {
  const values = property.getValues().map(String);
  const wanted: Readonly<Record<string, RegExp>> = {
    date: /^\d{4}-\d\d-\d\d$/u,
    "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/u,
    integer: /^\d+$/u,
    "utc-offset": /^[+-]\d\d:\d\d(?::\d\d)?$/u,
    uri: /^https?:\/\/\S+$/u,
  };
  const shape = wanted[property.type];
  return values.flatMap((value) =>
    shape === undefined || shape.test(value) ? [] : [`${property.name}: ${value}`],
  );
}

/** No event floats, and each zone it names is described: RFC 5545, section 3.2.19. */
function zoneFaults(calendar: ICAL.Component): readonly string[] {
  const described = calendar.getAllSubcomponents("vtimezone");
  const zones = new Set(described.map((zone) => String(zone.getFirstPropertyValue("tzid"))));
  return calendar.getAllSubcomponents("vevent").flatMap((event) =>
    ["dtstart", "dtend"].flatMap((name) => {
      const property = event.getFirstProperty(name);
      if (!property || String(property.getFirstValue()).endsWith("Z")) return [];
      // A whole day is a day anywhere.
      if (property.type === "date") return [];
      const zone = property.getFirstParameter("tzid");
      return zones.has(zone) ? [] : [`${name}: no such zone: ${zone}`];
    }),
  );
}
