import type { IncomingWorkshop } from "../model/incoming-workshop.ts";
import type { PhraseKey } from "../model/phrases.ts";
import type { TwoLanguages } from "../model/workshop.ts";
import {
  addMinutes,
  hasNeedlessOffset,
  instantOf,
  instantsOf,
  isZone,
  readWallTime,
} from "./wall-time.ts";
import { endOf, startOf } from "./workshop-time.ts";

/** A rule that is broken, or something to look at again: which field, and how to say it. */
export interface WorkshopFinding {
  readonly field: keyof IncomingWorkshop;
  readonly phrase: PhraseKey;
  /** Fill the words of the phrase. */
  readonly values?: Readonly<Record<string, string | number>>;
}

const MINUTES_PER_DAY = 1440;
const MOST_THEMES = 3;

/** The rules a workshop breaks: none may be broken in the programme; a draft alone may wait for its theme. */
export function faultsOf(workshop: IncomingWorkshop): readonly WorkshopFinding[] {
  const isBare = workshop.themes.length === 0 && workshop.publication !== "draft";
  return [
    ...textFaults(workshop),
    ...timeFaults(workshop),
    ...when(isBare || workshop.themes.length > MOST_THEMES, {
      field: "themes",
      phrase: "workshop-fault-themes",
    }),
    ...when(workshop.capacity !== undefined && !isCount(workshop.capacity), {
      field: "capacity",
      phrase: "workshop-fault-capacity",
    }),
    ...when(workshop.price !== undefined && !(workshop.price.amount >= 0), {
      field: "price",
      phrase: "workshop-fault-price",
    }),
  ];
}

/** What forbids publishing it now: the rules, a place where one is needed, a start still to come. */
export function faultsToPublish(workshop: IncomingWorkshop, now: Date): readonly WorkshopFinding[] {
  const faults = [...faultsOf({ ...workshop, publication: "published" }), ...placeFaults(workshop)];
  // The time of a workshop whose time is wrong cannot be compared.
  if (faults.some(({ field }) => field === "localStart" || field === "timeZone")) return faults;
  const isPast = startOf(workshop) <= now;
  return [...faults, ...when(isPast, { field: "localStart", phrase: "workshop-fault-past" })];
}

/** A place, for who comes on site; what is on line may have its link later. */
export function placeFaults({ mode, place }: IncomingWorkshop): readonly WorkshopFinding[] {
  const needsPlace = mode === "on-site" || mode === "both";
  return when(needsPlace && place === undefined, {
    field: "place",
    phrase: "workshop-fault-place",
  });
}

function textFaults(workshop: IncomingWorkshop): readonly WorkshopFinding[] {
  const { title } = workshop;
  const said = [title.fr, title.en ?? ""];
  return [
    ...when(title.fr.trim() === "", { field: "title", phrase: "workshop-fault-title" }),
    ...when(
      said.some((text) => isShouted(text)),
      { field: "title", phrase: "workshop-fault-capitals" },
    ),
    ...tooLong("title", title, 140),
    ...tooLong("summary", workshop.summary, 200),
    ...tooLong("description", workshop.description, 4000),
  ];
}

function tooLong(
  field: keyof IncomingWorkshop,
  text: TwoLanguages | undefined,
  max: number,
): readonly WorkshopFinding[] {
  const count = Math.max(text?.fr.length ?? 0, text?.en?.length ?? 0);
  const finding = { field, phrase: "workshop-fault-long", values: { count, max } } as const;
  return when(count > max, finding);
}

/** Two words in capitals or more; a name as "CNIL" alone is one. */
function isShouted(text: string): boolean {
  const letters = text.replaceAll(/[^\p{L}]/gu, "");
  return (
    /\p{L}+\P{L}+\p{L}+/u.test(text) && letters.length > 3 && letters === letters.toUpperCase()
  );
}

function timeFaults(workshop: IncomingWorkshop): readonly WorkshopFinding[] {
  const { localStart, timeZone, registration } = workshop;
  if (!isZone(timeZone)) {
    return [{ field: "timeZone", phrase: "workshop-fault-zone", values: { zone: timeZone } }];
  }
  if (readWallTime(localStart) === undefined) {
    return [{ field: "localStart", phrase: "workshop-fault-start" }];
  }
  const closing = registration?.closesAt;
  return [
    ...when(instantsOf(localStart, timeZone).length === 0, {
      field: "localStart",
      phrase: "workshop-fault-skipped",
    }),
    ...when(closing !== undefined && instantOf(closing, timeZone) > startOf(workshop), {
      field: "registration",
      phrase: "workshop-fault-closing",
    }),
    ...offsetFaults(workshop),
    ...endFaults(workshop),
  ];
}

/** An offset tells the second of two times alike, and must be its own. */
function offsetFaults(workshop: IncomingWorkshop): readonly WorkshopFinding[] {
  const { localStart, localEnd, timeZone, registration, previousStarts } = workshop;
  const walls = {
    localStart: [localStart],
    localEnd: [localEnd],
    registration: [registration?.closesAt],
    previousStarts,
  } as const;
  return (["localStart", "localEnd", "registration", "previousStarts"] as const).flatMap((field) =>
    walls[field]
      .filter((wall) => wall !== undefined && hasNeedlessOffset(wall, timeZone))
      .map(() => ({ field, phrase: "workshop-fault-offset" })),
  );
}

function endFaults(workshop: IncomingWorkshop): readonly WorkshopFinding[] {
  const { localStart, localEnd } = workshop;
  if (localEnd === undefined) return [];
  if (readWallTime(localEnd) === undefined || endOf(workshop) <= startOf(workshop)) {
    return [{ field: "localEnd", phrase: "workshop-fault-end" }];
  }
  const isLong = localEnd > addMinutes(localStart, MINUTES_PER_DAY);
  return when(isLong, { field: "localEnd", phrase: "workshop-fault-over-a-day" });
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

function when(isFound: boolean, finding: WorkshopFinding): readonly WorkshopFinding[] {
  return isFound ? [finding] : [];
}
