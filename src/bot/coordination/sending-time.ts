import { holidayOn } from "../../workshops/french-holidays.ts";
import { quietSpan } from "../../announcements/quiet-hours.ts";
import { usualQuietHours } from "../../model/subscription.ts";
import type { PhraseKey } from "../../model/phrases.ts";
import type { WallTime, Workshop } from "../../model/workshop.ts";
import { minutesToUndo } from "../../workshops/undo.ts";
import {
  addDays,
  addMinutes,
  dayOf,
  instantOf,
  wallTimeAt,
  weekdayOf,
} from "../../workshops/wall-time.ts";
import { startOf } from "../../workshops/workshop-time.ts";

/** When a publication can be proposed: in the morning of a working day, and not before one can think it over. */
const PROPOSED_TIME = "09:00";
const SOONEST_MINUTES = 60;
const FRIDAY = 5;

/** Working days that are looked at: more than any bridge of holidays. */
const MOST_DAYS = 14;

/** The next moment a message is welcome, on the clock of the workshop; undefined when it comes too late. */
export function nextSendingTime(workshop: Workshop, now: Date): WallTime | undefined {
  const { timeZone, territories } = workshop;
  const from = addMinutes(wallTimeAt(now, timeZone), SOONEST_MINUTES);
  const places = territories.length === 0 ? ["national"] : territories;
  for (let later = 0; later < MOST_DAYS; later += 1) {
    const day = dayOf(addDays(from, later));
    const wall = `${day}T${PROPOSED_TIME}`;
    const isOff = weekdayOf(wall) > FRIDAY || places.some((one) => holidayOn(day, one));
    if (isOff || wall < from) continue;
    return sendingFault(wall, [workshop], now) === undefined ? wall : undefined;
  }
  return undefined;
}

/** Why workshops cannot be published then, on the clock of the first: gone by, at night, or after one begins. */
export function sendingFault(
  wall: WallTime,
  workshops: readonly Workshop[],
  now: Date,
): PhraseKey | undefined {
  const [first] = workshops;
  if (!first) return undefined;
  const at = instantOf(wall, first.timeZone);
  // What can still be taken back is not sent: a publication sooner than that would come late.
  if (at.getTime() - now.getTime() < minutesToUndo * 60_000) return "sending-too-soon";
  const hours = { zone: first.timeZone, quiet: usualQuietHours };
  if (quietSpan(at, hours)) return "sending-quiet";
  return workshops.some((one) => startOf(one) <= at) ? "sending-after-start" : undefined;
}
