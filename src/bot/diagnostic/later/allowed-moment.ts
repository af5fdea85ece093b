import { quietSpan } from "../../../announcements/quiet-hours.ts";
import { HOUR_MS } from "../../../model/durations.ts";
import type { Recipient } from "../../../model/subscription.ts";
import {
  addDays,
  dayOf,
  instantOf,
  timeOf,
  wallTimeAt,
  weekdayOf,
} from "../../../workshops/wall-time.ts";

/** What may be sent to somebody who did not just write: see `daysOf`. */
export type Occasion = "pause" | "follow-up";

/** Days of the week, Monday 1 to Sunday 7. Source: CONVERSATION.md, 8 and 10. */
const daysOf: Readonly<Record<Occasion, readonly number[]>> = {
  pause: [1, 2, 3, 4, 5, 6],
  "follow-up": [2, 3, 4],
};

/** Hours on the person's wall: the first included, the last not. */
const OPENS = "09:00";
const CLOSES = "19:00";

/** Two weeks of days: whoever leaves no moment in them leaves none at all. */
const MOST_DAYS = 14;

/**
 * The first moment from an instant on when a person may be written to: that instant itself, when it is one.
 * Their own quiet hours count too, unless they leave no moment at all: they did ask for this message.
 */
export function allowedMoment(
  from: Date,
  occasion: Occasion,
  { zone, quiet }: Pick<Recipient, "zone" | "quiet">,
): Date {
  let at = openMoment(from, occasion, zone);
  const end = at.getTime() + MOST_DAYS * 24 * HOUR_MS;
  while (at.getTime() < end) {
    const night = quietSpan(at, { zone, quiet });
    if (!night) return at;
    at = openMoment(night.until, occasion, zone);
  }
  return openMoment(from, occasion, zone);
}

/** The same, whatever hours the person chose. */
function openMoment(from: Date, occasion: Occasion, zone: string): Date {
  const wall = wallTimeAt(from, zone);
  const time = timeOf(wall);
  const isDay = (days: number) =>
    daysOf[occasion].includes(weekdayOf(addDays(`${dayOf(wall)}T${OPENS}`, days)));
  if (isDay(0) && time >= OPENS && time < CLOSES) return from;
  const first = isDay(0) && time < OPENS ? 0 : nextDay(isDay);
  return instantOf(addDays(`${dayOf(wall)}T${OPENS}`, first), zone);
}

function nextDay(isDay: (days: number) => boolean): number {
  let days = 1;
  while (!isDay(days)) days += 1;
  return days;
}
