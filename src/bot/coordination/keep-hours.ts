import type { DraftDate, WorkshopDraft } from "../../model/workshop-draft.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { ReadingPlace } from "../../workshops/read-date.ts";
import { dayOf, timeOf } from "../../workshops/wall-time.ts";
import { hasStart, movedTo } from "./drafted-workshop.ts";
import { readWhen, type WhenReading } from "./read-when.ts";

/**
 * Reads when a workshop is to be, by what is known already: a day alone keeps its hours ("même heure" too), hours
 * alone keep its day, or the days there is a choice of.
 * @param workshop as it is so far
 */
export function readNewWhen(
  text: string,
  draft: Pick<WorkshopDraft, "begun" | "dates">,
  { workshop, place }: { readonly workshop: Workshop; readonly place: ReadingPlace },
): WhenReading {
  const isSame = sameHours.test(text);
  const said = text.replace(sameHours, " ").trim();
  const asked = draft.begun !== undefined && said === "" ? draft.begun : said;
  const reading = readWhen(asked === "" ? text : asked, isSame ? {} : draft, place);
  if (reading.kind === "read") return reading;
  const { kind } = reading.reading;
  if (kind === "needs-day") {
    const known = hasStart(workshop) ? [dayOf(workshop.localStart)] : [];
    const days = draft.dates?.map(({ localStart }) => dayOf(localStart)) ?? known;
    return among(
      [...new Set(days)].map((day) => readWhen(`${day} ${asked}`, {}, place)),
      reading,
    );
  }
  if (kind !== "needs-hour" || !hasStart(workshop)) return reading;
  const readings = reading.reading.days.map((day) =>
    readWhen(`${day} ${timeOf(workshop.localStart)}`, {}, place),
  );
  return among(
    readings.map((one) =>
      one.kind === "read" ? { ...one, date: movedTo(one.date, workshop) } : one,
    ),
    reading,
  );
}

const sameHours =
  /(?:\b(?:à|a|aux?|at) )?(?:la |les |l'|the )?(?:m[eê]mes? (?:heures?|horaires?)|same (?:time|hours?))/iu;

/** The only one there is; of several, those that can be are to be chosen from. */
function among(readings: readonly WhenReading[], otherwise: WhenReading): WhenReading {
  const [only, ...others] = readings;
  if (only && others.length === 0) return only;
  const dates: readonly DraftDate[] = readings.flatMap((one) =>
    one.kind === "read" ? [one.date] : [],
  );
  const [first] = dates;
  if (!first || otherwise.kind === "read") return otherwise;
  const spans = dates.map(({ localStart, localEnd }) => ({ localStart, localEnd }));
  return { kind: "ask", reading: { kind: "ambiguous", readings: spans }, dates };
}
