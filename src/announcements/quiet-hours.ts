import type { WallTime } from "../model/workshop.ts";
import {
  addDays,
  dayOf,
  instantsOf,
  instantOf,
  timeOf,
  wallTimeAt,
  weekdayOf,
} from "../workshops/wall-time.ts";
import type { AnnouncementKind } from "../model/planned-announcement.ts";
import { after } from "./moments.ts";
import type { QuietHours } from "../model/subscription.ts";
import { HOUR_MS, MINUTE_MS } from "../model/durations.ts";

/** A change this near to the start does not wait for the morning. Source: WORKSHOPS.md 7.4. */
const URGENT_MS = 12 * HOUR_MS;

/** No digest before noon on Sunday. */
const SUNDAY_MORNING_ENDS = "12:00";

/** The hours of those a message is for: all who share them get it at the same moment. */
export interface Hours {
  readonly zone: string;
  readonly quiet?: QuietHours | undefined;
  /** Whether they read it alone. */
  readonly isDirect: boolean;
}

/** A message that looks for its moment. */
export interface Settling {
  readonly kind: AnnouncementKind;
  /** Its moment were there no quiet hours. */
  readonly at: Date;
  readonly usefulUntil: Date;
  /** For a change or a cancellation: when the workshop starts, the earlier of the two when it moves. */
  readonly soonest?: Date | undefined;
  /** Whether it goes to people who signed up. */
  readonly isRegistered: boolean;
  /** What lies before it is past: a message can no longer go then. */
  readonly earliest?: Date | undefined;
}

/**
 * When a message goes: at its moment, or at the end of the quiet hours that moment falls in if it is still
 * useful then, or else one minute before they begin; undefined when that is past.
 * Source: WORKSHOPS.md 7.4.
 */
export function settle(message: Settling, hours: Hours): Date | undefined {
  const { at, usefulUntil, earliest } = message;
  if (isExempt(message, hours)) return at;
  const isDigest = message.kind === "digest";
  const ends = edge(at, "ends", hours, isDigest);
  if (!ends) return at;
  if (ends <= usefulUntil) return ends;
  const begins = edge(at, "begins", hours, isDigest) ?? at;
  const justBefore = after(begins, -MINUTE_MS);
  return earliest && justBefore < earliest ? undefined : justBefore;
}

/** The night an instant falls in, for somebody who has quiet hours; undefined when it falls in none. */
export function quietSpan(
  at: Date,
  { zone, quiet }: Pick<Hours, "zone" | "quiet">,
): { readonly from: Date; readonly until: Date } | undefined {
  const hours = { zone, quiet, isDirect: true };
  const [from, until] = [edge(at, "begins", hours, false), edge(at, "ends", hours, false)];
  return from && until ? { from, until } : undefined;
}

/** When somebody may be told in private what did not wait for a moment: now, or when their night ends. */
export function afterNight(now: Date, hours: Pick<Hours, "zone" | "quiet">): Date {
  return quietSpan(now, hours)?.until ?? now;
}

/** What people asked for themselves, or must know at once, in their own direct room. */
function isExempt({ kind, at, soonest, isRegistered }: Settling, { isDirect }: Hours): boolean {
  if (!isDirect) return false;
  if (kind === "hour-before") return true;
  if (!isRegistered || !soonest) return false;
  return soonest.getTime() - at.getTime() <= URGENT_MS;
}

type Edge = "begins" | "ends";

/** Where the quiet hours around an instant begin or end, joined to those they touch; undefined outside them. */
function edge(at: Date, which: Edge, hours: Hours, isDigest: boolean): Date | undefined {
  let found: Date | undefined;
  let probe = at;
  // Night, Sunday morning and a night that touches it: more than that never join.
  for (let joined = 0; joined < 3; joined += 1) {
    const next = spansAround(probe, hours, isDigest)
      .map((span) => nearest(span[which], which, probe, hours.zone))
      .toSorted((a, b) => (which === "ends" ? +b - +a : +a - +b))[0];
    if (!next) return found;
    found = next;
    probe = which === "ends" ? next : after(next, -MINUTE_MS);
  }
  return found;
}

interface WallSpan {
  readonly begins: WallTime;
  readonly ends: WallTime;
}

/** The quiet spans that hold an instant: the night's, Sunday morning's, both or none. */
function spansAround(at: Date, { zone, quiet }: Hours, isDigest: boolean): readonly WallSpan[] {
  const wall = wallTimeAt(at, zone);
  const spans: WallSpan[] = [];
  const night = quiet && nightAround(wall, quiet);
  if (night) spans.push(night);
  if (isDigest && weekdayOf(wall) === 7 && timeOf(wall) < SUNDAY_MORNING_ENDS) {
    const day = dayOf(wall);
    spans.push({ begins: `${day}T00:00`, ends: `${day}T${SUNDAY_MORNING_ENDS}` });
  }
  return spans;
}

function nightAround(wall: WallTime, { from, to }: QuietHours): WallSpan | undefined {
  const time = timeOf(wall);
  const on = (days: number, hour: string) => `${dayOf(addDays(wall, days))}T${hour}`;
  if (from <= to) {
    return time >= from && time < to ? { begins: on(0, from), ends: on(0, to) } : undefined;
  }
  if (time >= from) return { begins: on(0, from), ends: on(1, to) };
  return time < to ? { begins: on(-1, from), ends: on(0, to) } : undefined;
}

/** Of the instants a wall time stands for, the one next to the probe on the right side of it. */
function nearest(wall: WallTime, which: Edge, probe: Date, zone: string): Date {
  const shown = instantsOf(wall, zone);
  if (which === "ends") return shown.find((instant) => instant > probe) ?? instantOf(wall, zone);
  return shown.findLast((instant) => instant <= probe) ?? probe;
}
