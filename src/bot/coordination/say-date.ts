import { formatShortDay } from "../../answers/format-day.ts";
import type { DraftDate } from "../../model/workshop-draft.ts";
import type { Workshop } from "../../model/workshop.ts";
import { sayDateSpan } from "../../workshops/say-date-reading.ts";
import { dayOf } from "../../workshops/wall-time.ts";
import { workshopSaying } from "../knowledge.ts";
import type { TurnContext } from "../turn-context.ts";

/** A date of a workshop as it is echoed, on the workshop's own clock whoever reads. */
export function sayDate(
  date: DraftDate,
  { timeZone }: Pick<Workshop, "timeZone">,
  { conversation, knowledge, now }: TurnContext,
): string {
  return sayDateSpan(date, { ...workshopSaying(knowledge, conversation.language, now), timeZone });
}

/** Days named in one line; of more, only how many and until when. */
const MOST_DAYS = 8;

/** The days of some workshops, in one line. */
export function sayDays(
  workshops: readonly Pick<Workshop, "localStart">[],
  { conversation, tell }: TurnContext,
): string {
  const all = workshops.map(({ localStart }) =>
    formatShortDay(dayOf(localStart), conversation.language),
  );
  const days = all.slice(0, MOST_DAYS).join(", ");
  const more = all.length - MOST_DAYS;
  return more > 0 ? tell("draft-more-days", { days, count: more, last: all.at(-1) ?? "" }) : days;
}
