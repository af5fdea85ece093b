import type { FiledWorkshop, IncomingWorkshop } from "../model/incoming-workshop.ts";
import { occurrencesOf } from "./recurrence.ts";
import { addDays, dayOf } from "./wall-time.ts";
import { DAY_MS } from "../model/durations.ts";

/** Each occurrence of a workshop that repeats, with an id of its own (its series' and its day); else itself. */
export function writeOutSeries({
  repeats,
  ...workshop
}: FiledWorkshop): readonly IncomingWorkshop[] {
  if (!repeats) return [workshop];
  const { localStart, localEnd, timeZone, registration, origin } = workshop;
  return occurrencesOf({ ...repeats, start: localStart, timeZone }).starts.map((start) => {
    const days = (Date.parse(dayOf(start)) - Date.parse(dayOf(localStart))) / DAY_MS;
    const later = (wall: string | undefined) => wall && addDays(wall, days);
    const id = `${workshop.id}-${dayOf(start)}`;
    return {
      ...workshop,
      id,
      localStart: start,
      localEnd: later(localEnd),
      registration: registration && { ...registration, closesAt: later(registration.closesAt) },
      origin: origin && { ...origin, externalId: id },
    };
  });
}
