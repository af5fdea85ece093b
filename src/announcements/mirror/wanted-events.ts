import type { CalendarDraft } from "../../model/calendar-event.ts";
import type { Workshop } from "../../model/workshop.ts";
import { takesPlace } from "../../workshops/workshop-state.ts";
import { startOf } from "../../workshops/workshop-time.ts";
import { GATHERED_MS } from "../gather-changes.ts";
import { calendarDraft, type EventSaying } from "./calendar-draft.ts";

/** What calendars are to show. */
export interface WantedEvents {
  /** By id of workshop, first to start first. */
  readonly events: ReadonlyMap<string, CalendarDraft>;
  /** Changed so lately that it may be taken back: in calendars they stay as they are. */
  readonly unsettled: ReadonlySet<string>;
}

/** What calendars are to show of the programme: each published workshop that is to come, by itself. */
export function wantedEvents(
  programme: readonly Workshop[],
  now: Date,
  saying: EventSaying,
): WantedEvents {
  // An event that was taken back does not return: like notices, calendars wait until a slip was seen.
  const isUnsettled = ({ updatedAt }: Workshop) =>
    now.getTime() - Date.parse(updatedAt) < GATHERED_MS;
  const shown = programme.filter(
    (workshop) =>
      workshop.publication === "published" && takesPlace(workshop) && startOf(workshop) > now,
  );
  const inOrder = shown.toSorted((a, b) => startOf(a).getTime() - startOf(b).getTime());
  return {
    events: new Map(inOrder.map((workshop) => [workshop.id, calendarDraft(workshop, saying)])),
    unsettled: new Set(programme.filter(isUnsettled).map(({ id }) => id)),
  };
}
