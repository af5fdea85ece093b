import { type CalendarEvent, readCalendar } from "../calendar/read-calendar.ts";
import { type EventGroup, eventLines } from "./event-lines.ts";
import { type CalendarZones, zoneOf } from "./event-times.ts";
import { faulty } from "./finish-line.ts";
import {
  type ImportDefaults,
  type ImportedLine,
  type ImportProblemKey,
  type ImportReading,
  problem,
} from "./import-reading.ts";
import { MOST_WORKSHOPS, readBytes } from "./read-bytes.ts";

/** How a calendar is read. */
export interface IcsOptions {
  /** Occurrences of a series are taken from now to a year ahead. */
  readonly now: Date;
  /** What somebody answered for hours without a known zone. */
  readonly zone?: string | undefined;
}

/** Each may take thousands of steps to follow. */
const MOST_SERIES = 500;

/**
 * Workshops of an iCalendar file, one per occurrence of a series, known again by UID and first start. Asks
 * for a zone when hours float or are told in one nobody knows. Never throws.
 * Source: RFC 5545
 */
export function readIcs(
  bytes: Uint8Array,
  defaults: ImportDefaults,
  { now, zone }: IcsOptions,
): ImportReading {
  const file = readBytes(bytes);
  if (file.kind === "refused") return file;
  const calendar = readCalendar(file.text);
  if (!calendar.isCalendar) return refused("import-not-calendar");
  if (calendar.events.filter((event) => event.rule !== undefined).length > MOST_SERIES) {
    return refused("import-too-many-series", MOST_SERIES);
  }
  const { aliases } = calendar;
  const zones: CalendarZones = {
    aliases,
    ofFile: calendar.zone,
    asked: zone,
    otherwise: defaults.timeZone,
  };
  const unplaced = calendar.events.filter(({ start }) => zoneOf(start, zones) === undefined);
  if (unplaced.length > 0) return { kind: "zone-needed", zones: namedZones(unplaced) };
  const lines: ImportedLine[] = calendar.unread.map((line) =>
    faulty({ line }, problem("import-unread-event")),
  );
  for (const group of groupsOf(calendar.events)) {
    lines.push(...eventLines(group, { zones, defaults, now }));
    if (lines.length > MOST_WORKSHOPS) return refused("import-too-many-workshops", MOST_WORKSHOPS);
  }
  return { kind: "read", lines, isWhole: true, notes: [] };
}

function refused(key: ImportProblemKey, most?: number): ImportReading {
  return { kind: "refused", problem: problem(key, most === undefined ? {} : { most }) };
}

function namedZones(events: readonly CalendarEvent[]): readonly string[] {
  const names = events.map(({ start }) => (start.kind === "local" ? start.zone : undefined));
  return [...new Set(names)].filter((name) => name !== undefined);
}

/** Events of one UID together, each in its latest revision only. */
function groupsOf(events: readonly CalendarEvent[]): readonly EventGroup[] {
  const byUid = new Map<string, CalendarEvent[]>();
  for (const [rank, event] of events.entries()) {
    const uid = event.uid ?? `#${rank}`;
    const same = byUid.get(uid);
    if (same === undefined) byUid.set(uid, [event]);
    else same.push(event);
  }
  return [...byUid.values()].map((same) => {
    const latest = new Map<string, CalendarEvent>();
    for (const event of same) {
      const part = JSON.stringify(event.replaces ?? "");
      if (event.sequence >= (latest.get(part)?.sequence ?? 0)) latest.set(part, event);
    }
    const kept = [...latest.values()];
    return {
      main: kept.find(({ replaces }) => replaces === undefined),
      replacements: kept.filter(({ replaces }) => replaces !== undefined),
    };
  });
}
