import type { WallTime } from "../../model/workshop.ts";
import { expandRule } from "../calendar/expand-rule.ts";
import type { CalendarEvent, CalendarTime } from "../calendar/read-calendar.ts";
import { addDays } from "../wall-time.ts";
import { type ImportProblem, problem } from "./import-reading.ts";

/** The starts of an event, or why its series is not followed. */
export type SeriesStarts =
  | { readonly kind: "starts"; readonly starts: readonly WallTime[] }
  | { readonly kind: "problem"; readonly problem: ImportProblem };

/** Programmes are made for a year. */
const DAYS_AHEAD = 366;

/**
 * Every start of an event on its wall clock, from now to a year ahead when it comes back: its rule, the dates
 * besides, without the exceptions.
 * @param wallOf a time of the event on the clocks of its zone
 */
export function seriesStarts(
  event: CalendarEvent,
  { zone, now, wallOf }: { zone: string; now: WallTime; wallOf: (time: CalendarTime) => WallTime },
): SeriesStarts {
  const start = wallOf(event.start);
  if (event.rule === undefined && event.besides.length === 0)
    return { kind: "starts", starts: [start] };
  const span = { from: now, to: addDays(now, DAYS_AHEAD) };
  const ruled =
    event.rule === undefined
      ? ({ kind: "starts", starts: [start] } as const)
      : expandRule({ rule: event.rule, start, zone, ...span });
  if (ruled.kind === "refused") {
    return {
      kind: "problem",
      problem: problem(`import-rule-${ruled.why}`, { title: event.title.slice(0, 60) }),
    };
  }
  // A day without an hour leaves out whatever happens on it.
  const without = new Set(
    event.without.map((time) => (time.kind === "day" ? time.day : wallOf(time))),
  );
  const besides = event.besides.map(wallOf).filter((wall) => wall >= span.from && wall <= span.to);
  const all = [...new Set([...ruled.starts, ...besides])].toSorted();
  return {
    kind: "starts",
    starts: all.filter((wall) => !without.has(wall) && !without.has(wall.slice(0, 10))),
  };
}
