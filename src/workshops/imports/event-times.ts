import type { WallTime } from "../../model/workshop.ts";
import { findZone } from "../calendar/find-zone.ts";
import type { CalendarEvent, CalendarTime } from "../calendar/read-calendar.ts";
import { instantOf, isZone, timeOf, wallTimeAt } from "../wall-time.ts";

/** What says in which zone the hours of a calendar are. */
export interface CalendarZones {
  /** IANA names the file gives for its own ones. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The one of the whole file, when it says so. */
  readonly ofFile: string | undefined;
  /** What somebody answered for this file. */
  readonly asked: string | undefined;
  /** For instants in UTC and whole days. */
  readonly otherwise: string;
}

/**
 * The zone whose clocks an event keeps: that of its start. An instant in UTC has none of its own, so that of
 * the file, or ours; undefined for hours that float, or whose zone nobody knows: somebody must be asked.
 */
export function zoneOf(start: CalendarTime, zones: CalendarZones): string | undefined {
  const ofFile = [zones.ofFile, zones.asked].find((zone) => zone !== undefined && isZone(zone));
  if (start.kind !== "local") return ofFile ?? zones.otherwise;
  if (start.zone === undefined) return ofFile;
  const named = findZone(start.zone, zones.aliases);
  if (named !== undefined) return isUtc(named) ? (ofFile ?? zones.otherwise) : named;
  return zones.asked !== undefined && isZone(zones.asked) ? zones.asked : undefined;
}

/**
 * Tells any time of an event on the clocks of its zone; a whole day begins at the hour of the event.
 * @param zone as `zoneOf` gives it
 */
export function wallClock(
  { start }: CalendarEvent,
  zone: string,
  { aliases }: CalendarZones,
): (time: CalendarTime) => WallTime {
  const tell = (time: Exclude<CalendarTime, { readonly kind: "day" }>): WallTime => {
    if (time.kind === "instant") return wallTimeAt(time.at, zone);
    const named = time.zone === undefined ? zone : (findZone(time.zone, aliases) ?? zone);
    return named === zone ? time.wall : wallTimeAt(instantOf(time.wall, named), zone);
  };
  const hour = start.kind === "day" ? "00:00" : timeOf(tell(start));
  return (time) => (time.kind === "day" ? `${time.day}T${hour}` : tell(time));
}

function isUtc(zone: string): boolean {
  return /^(?:etc\/)?(?:utc|gmt|zulu|universal)$/iu.test(zone);
}
