/** The lines of one VEVENT that an import may read, unfolded. */
export interface EventText {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** Undefined when it never ended, or another began inside it. */
  readonly text: string | undefined;
}

/** A calendar file, cut into its events. */
export interface SplitCalendar {
  readonly isCalendar: boolean;
  readonly name: string | undefined;
  /** The zone the whole calendar is said to be in: what Google and Apple write. */
  readonly zone: string | undefined;
  /** IANA names that VTIMEZONE parts give for their own ones. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly events: readonly EventText[];
}

/**
 * Cuts a calendar into events by lines alone, so that one that cannot be read does not take the others with
 * it, and no nesting is followed. Attendees, alarms and all else an import does not use are left out.
 */
export function splitEvents(text: string): SplitCalendar {
  const aliases = new Map<string, string>();
  const events: EventText[] = [];
  const inside: string[] = [];
  let isCalendar = false;
  let name: string | undefined;
  let zone: string | undefined;
  let zoneId: string | undefined;
  let event:
    { readonly line: number; readonly depth: number; readonly lines: string[] } | undefined;
  for (const { property, value, whole, line } of contentLines(text)) {
    if (property === "BEGIN") {
      const component = value.toUpperCase();
      isCalendar ||= component === "VCALENDAR";
      inside.push(component);
      if (component === "VEVENT") {
        if (event !== undefined) events.push({ line: event.line, text: undefined });
        event = { line, depth: inside.length, lines: [] };
      }
    } else if (property === "END") {
      if (event !== undefined && value.toUpperCase() === "VEVENT") {
        events.push({ line: event.line, text: eventText(event.lines) });
        inside.length = event.depth;
        event = undefined;
      }
      inside.pop();
    } else if (event !== undefined) {
      const isRead = READ.has(property) && whole.length <= MOST_CHARACTERS;
      if (inside.length === event.depth && isRead) event.lines.push(whole);
    } else if (inside.at(-1) === "VTIMEZONE") {
      if (property === "TZID") zoneId = value;
      if (property === "X-LIC-LOCATION" && zoneId !== undefined) aliases.set(zoneId, value);
    } else if (inside.length === 1) {
      if (property === "NAME" || property === "X-WR-CALNAME") name ??= value;
      if (property === "X-WR-TIMEZONE") zone = value;
    }
  }
  if (event !== undefined) events.push({ line: event.line, text: undefined });
  return { isCalendar, name, zone, aliases, events };
}

/** Of one property; longer ones, which only hostile files have, are left out. */
const MOST_CHARACTERS = 65_536;

const READ = new Set(
  (
    "UID RECURRENCE-ID SEQUENCE STATUS SUMMARY DESCRIPTION LOCATION URL CONFERENCE CATEGORIES DTSTART " +
    "DTEND DURATION RRULE EXDATE RDATE"
  ).split(" "),
);

function eventText(lines: readonly string[]): string {
  return ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
}

interface ContentLine {
  /** In capitals, without its parameters. */
  readonly property: string;
  readonly value: string;
  readonly whole: string;
  readonly line: number;
}

function contentLines(text: string): readonly ContentLine[] {
  const parts: { readonly line: number; readonly texts: string[] }[] = [];
  for (const [at, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const isMore = /^[ \t]/u.test(line);
    const last = parts.at(-1);
    if (isMore && last !== undefined) last.texts.push(line.slice(1));
    else if (line !== "") parts.push({ line: at + 1, texts: [line] });
  }
  return parts.map(({ line, texts }) => {
    const whole = texts.join("");
    const property = /^[^:;]*/u.exec(whole)?.[0].trim().toUpperCase() ?? "";
    return { property, value: whole.slice(whole.indexOf(":") + 1).trim(), whole, line };
  });
}
