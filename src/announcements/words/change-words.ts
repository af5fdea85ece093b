import type { PhraseKey } from "../../model/phrases.ts";
import type { Workshop } from "../../model/workshop.ts";
import { differenceOf, type ImportantPart } from "../../workshops/difference-of.ts";
import { sayZone } from "../../workshops/say-zone.ts";
import { addressOf, inLanguage, sayPrice, shortPlace } from "../../workshops/tell-details.ts";
import { takesPlace } from "../../workshops/workshop-state.ts";
import { startOf } from "../../workshops/workshop-time.ts";
import { lines, paragraphs, type Announcing, type Words } from "./announcing.ts";
import { sayDayNear, sayHour, sayWhen } from "../../workshops/say-when.ts";
import { giveUpChoice, stillComingChoice } from "./workshop-choices.ts";
import { HOUR_MS } from "../../model/durations.ts";

/** A workshop as people knew it, and as it is. */
export interface Changed {
  readonly before: Workshop;
  readonly after: Workshop;
}

/**
 * The notice of a change: each old value crossed out, the new one beside it. Source: WORKSHOPS.md 6.3.
 * @returns undefined when nothing differs that who reads may know
 */
export function changeWords(changed: Changed, announcing: Announcing): Words | undefined {
  const { before, after } = changed;
  if (!takesPlace(after)) return postponedWords(changed, announcing);
  const { tell, isRegistered } = announcing;
  const { important } = differenceOf(before, after);
  const isBack = important.includes("status");
  const told = important.flatMap((part) => sayPart(part, changed, announcing));
  if (told.length === 0 && !isBack) return undefined;
  const hasMoved = isBack || ["day", "time", "zone"].some((part) => isIn(part, important));
  const asks = hasMoved || ["place", "mode"].some((part) => isIn(part, important));
  // The reason of an earlier change, which people were told, is not that of this one.
  const isNewReason = after.reason !== before.reason;
  return {
    text: paragraphs(
      lines(heading("announce-change", after, announcing), ...told),
      isBack ? tell("announce-restored") : "",
      hasMoved ? tell("announce-now", { when: sayWhen([after], announcing) }) : "",
      isNewReason ? sayReason(after, announcing) : "",
      isRegistered && asks ? tell(askFor(after, hasMoved, announcing)) : "",
    ),
    choices: isRegistered
      ? [...(asks ? [stillComingChoice(after, announcing)] : []), giveUpChoice(after, announcing)]
      : [],
    times: hasMoved ? [startOf(after)] : [],
  };
}

/**
 * A seat is kept for want of an answer where less than a day is left to give one, or where it is at the same
 * hour: see `confirmBy` of sign-up.
 */
const ASKED_HOURS_BEFORE = 72;

function askFor(after: Workshop, hasMoved: boolean, { now }: Announcing): PhraseKey {
  const hoursLeft = (startOf(after).getTime() - now.getTime()) / HOUR_MS;
  const mayLoseSeat = hasMoved && hoursLeft >= ASKED_HOURS_BEFORE;
  return mayLoseSeat ? "announce-still-coming" : "announce-still-coming-soon";
}

/** The notice of a cancellation. */
export function cancellationWords({ before, after }: Changed, announcing: Announcing): Words {
  const { tell } = announcing;
  return {
    text: paragraphs(
      lines(
        heading("announce-cancelled", after, announcing),
        tell("announce-crossed-out", { when: sayWhen([before], announcing) }),
      ),
      lines(sayReason(after, announcing), tell("announce-cancelled-sorry")),
    ),
    choices: [],
    times: [],
  };
}

function postponedWords({ before, after }: Changed, announcing: Announcing): Words | undefined {
  if (!takesPlace(before)) return undefined;
  const when = sayWhen([before], announcing);
  return {
    text: paragraphs(
      lines(
        heading("announce-postponed", after, announcing),
        announcing.tell("announce-postponed-line", { when }),
      ),
      sayReason(after, announcing),
    ),
    choices: [],
    times: [],
  };
}

function heading(key: PhraseKey, workshop: Workshop, announcing: Announcing): string {
  const { title, number } = workshop;
  return announcing.tell(key, { title: inLanguage(title, announcing), number });
}

function sayReason({ reason }: Workshop, { tell }: Announcing): string {
  return reason === undefined ? "" : tell("workshop-reason", { reason });
}

function isIn(part: string, parts: readonly ImportantPart[]): boolean {
  return parts.some((one) => one === part);
}

/** What one part was and is now, on a line of its own. */
function sayPart(
  part: ImportantPart,
  { before, after }: Changed,
  announcing: Announcing,
): readonly string[] {
  const { tell } = announcing;
  if (part === "secret-link") {
    // What it was opens nothing any more.
    const link = announcing.isRegistered ? after.joinSecret : undefined;
    return link === undefined ? [] : [`- ${tell("announce-your-link", { link })}`];
  }
  const isSameHouse = part === "place" && placeOf(before) === placeOf(after);
  const told = isSameHouse ? addressLines : (partLines[part] ?? []);
  return told.flatMap(({ name, valueOf }) => {
    const old = valueOf(before, announcing);
    const now = valueOf(after, announcing);
    const values = { what: tell(name), before: old, after: now };
    if (old === now) return [];
    if (old === "") return [tell("change-line-new", values)];
    return [tell(now === "" ? "change-line-gone" : "change-line", values)];
  });
}

interface PartLine {
  readonly name: PhraseKey;
  /** In words; empty for none. */
  readonly valueOf: (workshop: Workshop, announcing: Announcing) => string;
}

/** What is told of a place that keeps its name. */
const addressLines: readonly PartLine[] = [
  { name: "change-address", valueOf: ({ place }) => (place ? addressOf(place) : "") },
  { name: "change-access", valueOf: ({ place }) => place?.access ?? "" },
];

function placeOf({ place }: Workshop): string {
  return place ? shortPlace(place) : "";
}

const partLines: Readonly<Partial<Record<ImportantPart, readonly PartLine[]>>> = {
  day: [{ name: "change-day", valueOf: ({ localStart }, to) => sayDayNear(localStart, to) }],
  time: [
    {
      name: "change-time",
      valueOf: ({ localStart, timeZone }, to) => sayHour(localStart, timeZone, to),
    },
  ],
  end: [
    {
      name: "change-end",
      valueOf: ({ localEnd, timeZone }, to) =>
        localEnd === undefined ? "" : sayHour(localEnd, timeZone, to),
    },
  ],
  zone: [
    {
      name: "change-zone",
      valueOf: ({ timeZone }, { language, tell }) => sayZone(timeZone, language, tell),
    },
  ],
  mode: [
    { name: "change-mode", valueOf: ({ mode }, { tell }) => (mode ? tell(`mode-${mode}`) : "") },
  ],
  place: [{ name: "change-place", valueOf: placeOf }],
  link: [
    { name: "change-link", valueOf: ({ joinUrl }) => joinUrl ?? "" },
    { name: "change-phone", valueOf: ({ phone }) => phone ?? "" },
  ],
  price: [{ name: "change-price", valueOf: sayPrice }],
};
