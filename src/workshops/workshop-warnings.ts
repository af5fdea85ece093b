import type { IncomingWorkshop } from "../model/incoming-workshop.ts";
import type { PhraseKey } from "../model/phrases.ts";
import type { Workshop } from "../model/workshop.ts";
import { foldTitle } from "./fold-title.ts";
import { dayOf, timeOf, weekdayOf, whichOfTwo } from "./wall-time.ts";
import type { WorkshopFinding } from "./workshop-rules.ts";
import { endOf, startOf, weekOf } from "./workshop-time.ts";

/** What a workshop is compared with; what is not known is not warned of. */
export interface Surroundings {
  readonly now: Date;
  /** The programme; the workshop itself, by its id, is passed over. */
  readonly programme: readonly Workshop[];
  /** Name of the public holiday of a local day (`YYYY-MM-DD`) in some territories. */
  readonly holidayOn: (day: string, territories: readonly string[]) => string | undefined;
  /** IANA zone of a territory. */
  readonly zoneOf: (territory: string) => string | undefined;
}

const SUNDAY = 7;
const EARLIEST = "08:00";
const LATEST = "21:00";

/** What to look at again before it is published; none of it forbids anything. */
export function warningsOf(
  workshop: IncomingWorkshop,
  around: Surroundings,
): readonly WorkshopFinding[] {
  return [
    ...timeWarnings(workshop, around),
    ...neighbourWarnings(workshop, around),
    ...linkWarnings(workshop),
    ...wordWarnings(workshop),
    ...when(workshop.capacity === 0, "capacity", "workshop-warning-no-seat"),
  ];
}

function timeWarnings(
  workshop: IncomingWorkshop,
  around: Surroundings,
): readonly WorkshopFinding[] {
  const { localStart, timeZone, territories } = workshop;
  const time = timeOf(localStart);
  const holiday = around.holidayOn(dayOf(localStart), territories);
  const zones = territories.map((territory) => around.zoneOf(territory));
  const isElsewhere = zones.some((zone) => zone !== undefined) && !zones.includes(timeZone);
  return [
    ...when(startOf(workshop) <= around.now, "localStart", "workshop-warning-past"),
    ...when(holiday !== undefined, "localStart", "workshop-warning-holiday", {
      holiday: holiday ?? "",
    }),
    ...when(weekdayOf(localStart) === SUNDAY, "localStart", "workshop-warning-sunday"),
    ...when(time < EARLIEST || time > LATEST, "localStart", "workshop-warning-hour", { time }),
    ...when(whichOfTwo(localStart, timeZone) === "first", "localStart", "workshop-warning-twice", {
      time,
    }),
    ...when(isElsewhere, "timeZone", "workshop-warning-zone", { zone: timeZone }),
  ];
}

/** Others at the same time in the same territory, or of the same title in the same week. */
function neighbourWarnings(
  workshop: IncomingWorkshop,
  around: Surroundings,
): readonly WorkshopFinding[] {
  const others = around.programme.filter(
    (other) =>
      other.id !== workshop.id &&
      other.publication === "published" &&
      other.status !== "cancelled" &&
      other.status !== "postponed" &&
      // Sessions at choice are meant to stand side by side.
      (other.seriesId === undefined || other.seriesId !== workshop.seriesId),
  );
  const sameTime = others.find(
    (other) => sharesTerritory(workshop, other) && overlaps(workshop, other),
  );
  const week = weekOf(dayOf(workshop.localStart));
  const isSameWeek = ({ localStart }: Workshop) =>
    dayOf(localStart) >= week.from && dayOf(localStart) <= week.to;
  const sameTitle = others.some(
    (other) => foldTitle(other.title.fr) === foldTitle(workshop.title.fr) && isSameWeek(other),
  );
  return [
    ...when(sameTime !== undefined, "localStart", "workshop-warning-same-time", {
      title: sameTime?.title.fr ?? "",
      time: timeOf(sameTime?.localStart ?? workshop.localStart),
    }),
    ...when(sameTitle, "title", "workshop-warning-same-title"),
  ];
}

/** What is national, or of no territory in particular, is next door to everything. */
function sharesTerritory({ territories }: IncomingWorkshop, other: Workshop): boolean {
  return (
    isEverywhere(territories) ||
    isEverywhere(other.territories) ||
    territories.some((code) => other.territories.includes(code))
  );
}

function isEverywhere(codes: readonly string[]): boolean {
  return codes.length === 0 || codes.includes("national");
}

function overlaps(one: IncomingWorkshop, other: Workshop): boolean {
  const [start, otherStart] = [startOf(one), startOf(other)];
  if (start.getTime() === otherStart.getTime()) return true;
  return start < endOf(other) && otherStart < endOf(one);
}

/** Hosts that hide where a link leads. */
const shorteners =
  /^(?:www\.)?(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|cutt\.ly|rebrand\.ly|lc\.cx|urlz\.fr|frama\.link|huit\.re|shorturl\.at|rb\.gy)$/;

function linkWarnings(workshop: IncomingWorkshop): readonly WorkshopFinding[] {
  const { mode, place, joinUrl, joinSecret, registration } = workshop;
  const isOnline = mode === "online" || mode === "both";
  const links = [...linksIn(joinUrl), ...linksIn(joinSecret), ...linksIn(registration?.to)];
  const published = publicTexts(workshop).flatMap((text) => linksIn(text));
  const isShown = (text: string) => joinSecret !== undefined && text.includes(joinSecret);
  const isPasted = publicTexts(workshop).some(isShown) || published.some(opensRoom);
  return [
    ...when(mode === undefined && place === undefined, "place", "workshop-warning-nowhere"),
    ...when(mode === "on-site" && place === undefined, "place", "workshop-warning-no-place"),
    ...when(
      isOnline && joinUrl === undefined && joinSecret === undefined,
      "joinUrl",
      "workshop-warning-no-link",
    ),
    ...when(
      [...links, ...published].some(({ protocol }) => protocol === "http:"),
      "joinUrl",
      "workshop-warning-not-https",
    ),
    ...when(
      [...links, ...published].some(({ hostname }) => shorteners.test(hostname)),
      "joinUrl",
      "workshop-warning-short-link",
    ),
    ...when(isPasted, "description", "workshop-warning-public-link"),
  ];
}

/** All that anybody may read. */
function publicTexts(workshop: IncomingWorkshop): readonly string[] {
  const { title, summary, description, audience, prerequisites, bring } = workshop;
  return [title, summary, description, audience, prerequisites, bring]
    .flatMap((text) => [text?.fr, text?.en])
    .filter((text) => text !== undefined);
}

function linksIn(text: string | undefined): readonly URL[] {
  const found = text?.match(/\bhttps?:\/\/[^\s<>()[\]"]+/gi) ?? [];
  return found.filter((link) => URL.canParse(link)).map((link) => new URL(link));
}

/** Whether following it is enough to be in the meeting. */
function opensRoom({ hostname, pathname, searchParams }: URL): boolean {
  return (
    ["pwd", "password", "passcode"].some((name) => searchParams.has(name)) ||
    (/(?:^|\.)zoom\.us$/.test(hostname) && pathname.startsWith("/j/")) ||
    hostname === "meet.google.com" ||
    (hostname.startsWith("teams.") && pathname.includes("meetup-join")) ||
    /(?:^|\.)(?:jit\.si|webinaire\.numerique\.gouv\.fr)$/.test(hostname)
  );
}

function wordWarnings(workshop: IncomingWorkshop): readonly WorkshopFinding[] {
  const { title, summary, description, accessibility } = workshop;
  const said = { title, summary, description };
  const frenchOnly = (["title", "summary", "description"] as const).find(
    (field) => said[field] !== undefined && said[field].en === undefined,
  );
  return [
    ...when(accessibility.length === 0, "accessibility", "workshop-warning-accessibility"),
    ...when(summary === undefined, "summary", "workshop-warning-no-summary"),
    ...when(frenchOnly !== undefined, frenchOnly ?? "title", "workshop-warning-no-english"),
  ];
}

function when(
  isFound: boolean,
  field: keyof IncomingWorkshop,
  phrase: PhraseKey,
  values?: Readonly<Record<string, string>>,
): readonly WorkshopFinding[] {
  return isFound ? [{ field, phrase, ...(values && { values }) }] : [];
}
