import type { WorkshopDraft } from "../../model/workshop-draft.ts";
import type { WorkshopRepeat } from "../../model/incoming-workshop.ts";
import type { WallTime, Workshop } from "../../model/workshop.ts";
import { formatDay, formatMonth, formatShortDay } from "../../answers/format-day.ts";
import { holidayOn } from "../../workshops/french-holidays.ts";
import { occurrencesOf } from "../../workshops/recurrence.ts";
import { sayHoliday } from "../../workshops/say-holiday.ts";
import { sayRecurrenceWarning } from "../../workshops/say-recurrence-warning.ts";
import { dayOf } from "../../workshops/wall-time.ts";
import type { TurnContext } from "../turn-context.ts";

/** Sessions listed one by one in a preview; of more, only how many and until when. */
const MOST_LISTED = 8;

/** The words people will read of a new series, its list of sessions cut where it would fill a phone. */
export function shortenSeries(
  body: string,
  { repeats }: WorkshopDraft,
  workshop: Workshop,
  { tell, conversation }: TurnContext,
): string {
  if (!repeats) return body;
  const { starts } = datesOf(repeats, workshop);
  const last = formatShortDay(dayOf(starts.at(-1) ?? workshop.localStart), conversation.language);
  const written = body.split("\n");
  const listed = written.flatMap((line, at) => (line.startsWith("- ") ? [at] : []));
  const cut = new Set(listed.slice(MOST_LISTED));
  if (listed.length !== starts.length || cut.size === 0) return body;
  const more = tell("draft-more-days", { days: "- ", count: cut.size, last });
  const [firstCut] = cut;
  return written
    .flatMap((line, at) => (at === firstCut ? [more] : cut.has(at) ? [] : [line]))
    .join("\n");
}

/** How many sessions a new series has, the holidays among them, and what is odd about them; nothing of a lone workshop. */
export function saySeries(
  { repeats }: WorkshopDraft,
  workshop: Workshop,
  context: TurnContext,
): readonly string[] {
  if (!repeats) return [];
  const { tell, conversation } = context;
  const { starts, warnings } = datesOf(repeats, workshop);
  const holidays = holidaysIn({ repeats }, workshop).map(({ day, name }) => {
    return `${formatShortDay(day, conversation.language)} (${sayHoliday(name, tell)})`;
  });
  const saying = {
    tell,
    sayDay: (day: string) => formatDay(day, conversation.language, true),
    sayMonth: (day: string) => formatMonth(day, conversation.language),
  };
  const odd = warnings.map((warning) => sayRecurrenceWarning(warning, saying));
  return [
    tell("draft-series", { count: starts.length }),
    holidays.length === 0 || repeats.skipHolidaysOf !== undefined
      ? ""
      : tell("draft-series-holidays", { days: holidays.join(", ") }),
    odd.length === 0 ? "" : tell("draft-series-odd", { warnings: odd.join(tell("draft-between")) }),
  ];
}

/** The public holidays a new series falls on where it takes place, whether they are skipped or not. */
export function holidaysIn(
  { repeats }: Pick<WorkshopDraft, "repeats">,
  workshop: Pick<Workshop, "localStart" | "timeZone" | "territories">,
) {
  if (!repeats) return [];
  const { skipHolidaysOf: _skipped, ...all } = repeats;
  const territory = holidayTerritoryOf(workshop);
  return datesOf(all, workshop).starts.flatMap((start) => holidayOn(dayOf(start), territory) ?? []);
}

/** Whose holidays count: of the first territory, of the whole country when nobody said one. */
export function holidayTerritoryOf({ territories }: Pick<Workshop, "territories">): string {
  return territories[0] ?? "national";
}

/** How many times a series takes place, and when. */
export function datesOf(
  repeats: WorkshopRepeat,
  { localStart, timeZone }: { readonly localStart: WallTime; readonly timeZone: string },
) {
  return occurrencesOf({ ...repeats, start: localStart, timeZone });
}
