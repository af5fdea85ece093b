import type { Workshop } from "../model/workshop.ts";
import { sameValue } from "./same-value.ts";
import type { WallTime } from "../model/workshop.ts";
import { dayOf } from "./wall-time.ts";
import { takesPlace } from "./workshop-state.ts";

/** What people must be told of, in the order they read it. `secret-link` concerns registered people alone. */
export const importantParts = [
  "status",
  "day",
  "time",
  "end",
  "zone",
  "mode",
  "place",
  "link",
  "secret-link",
  "price",
] as const;

export type ImportantPart = (typeof importantParts)[number];

/** What differs for people between two versions of a workshop. */
export interface WorkshopDifference {
  /** Told in a notice, the old value crossed out. */
  readonly important: readonly ImportantPart[];
  /** Fields whose text is corrected in the announcements already sent, without a notice. */
  readonly silent: readonly (keyof Workshop)[];
}

/** What a change changes for people: moved to another day at the same hour, `day` alone. */
export function differenceOf(before: Workshop, after: Workshop): WorkshopDifference {
  return {
    important: importantParts.filter(
      (part) => !sameValue(importantValue[part](before), importantValue[part](after)),
    ),
    silent: silentFields.filter((field) => !sameValue(before[field], after[field])),
  };
}

const importantValue: Readonly<Record<ImportantPart, (workshop: Workshop) => unknown>> = {
  // Moved, or on line by now: the parts below say how.
  status: (workshop) => (takesPlace(workshop) ? "takes-place" : workshop.status),
  day: ({ localStart }) => dayOf(localStart),
  time: ({ localStart }) => hourOf(localStart),
  end: ({ localStart, localEnd }) =>
    localEnd && [hourOf(localEnd), Date.parse(dayOf(localEnd)) - Date.parse(dayOf(localStart))],
  zone: ({ timeZone }) => timeZone,
  mode: ({ mode }) => mode,
  place: ({ place }) => place,
  link: ({ joinUrl, phone }) => [joinUrl, phone],
  "secret-link": ({ joinSecret }) => joinSecret,
  price: ({ price }) => price,
};

/** Its hour, the second of two alike told from the first. */
function hourOf(wall: WallTime): string {
  return wall.slice(dayOf(wall).length);
}

const silentFields = [
  "title",
  "summary",
  "description",
  "themes",
  "level",
  "host",
  "partners",
  "contact",
  "audience",
  "prerequisites",
  "bring",
  "territories",
  "capacity",
  "seats",
  "registration",
  "accessibility",
  "language",
  "reason",
] as const satisfies readonly (keyof Workshop)[];
