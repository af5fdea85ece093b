import type { DraftDate, DraftScope } from "../../model/workshop-draft.ts";
import type { Workshop } from "../../model/workshop.ts";
import { moveAlike, splitSeries } from "../../workshops/edit-series.ts";
import { instantOf, wallTimeAt } from "../../workshops/wall-time.ts";

/** What is to be done with the occurrences of a series. */
export interface SeriesAct {
  readonly scope: DraftScope;
  /** `end`: to cancel or to postpone, which only what is published can be. */
  readonly act: "edit" | "publish" | "end";
  readonly now: Date;
}

/** The occurrences a change is about, the chosen one first come or not; those it cannot be about are left. */
export function occurrencesMeant(
  chosen: Workshop,
  programme: readonly Workshop[],
  { scope, act, now }: SeriesAct,
): readonly Workshop[] {
  const { seriesId } = chosen;
  if (scope === "this" || seriesId === undefined) return [chosen];
  const series = programme.filter((one) => one.seriesId === seriesId);
  return splitSeries(series, { chosen, scope, now })
    .edited.filter((one) => one.id === chosen.id || isMeant(one, act))
    .toSorted((a, b) => a.localStart.localeCompare(b.localStart));
}

/** The scopes that differ from each other for a workshop: none but itself when it stands alone. */
export function scopesOf(
  chosen: Workshop,
  programme: readonly Workshop[],
  act: Omit<SeriesAct, "scope">,
): readonly DraftScope[] {
  const count = (scope: DraftScope) =>
    occurrencesMeant(chosen, programme, { ...act, scope }).length;
  const [following, all] = [count("following"), count("all")];
  if (all <= 1) return ["this"];
  return following > 1 && following < all ? ["this", "following", "all"] : ["this", "all"];
}

function isMeant({ publication, status }: Workshop, act: SeriesAct["act"]): boolean {
  if (status === "cancelled" || publication === "archived") return false;
  if (act === "publish") return publication === "draft";
  return act === "edit" || publication === "published";
}

/** The date of another occurrence when one of its series is moved: as many days, to the same hours. */
export function movedAlike(
  { localStart, timeZone }: Pick<Workshop, "localStart" | "timeZone">,
  { from, to }: { readonly from: Pick<Workshop, "localStart">; readonly to: DraftDate },
): DraftDate {
  const start = moveAlike(localStart, { from: from.localStart, to: to.localStart });
  if (to.localEnd === undefined) return { localStart: start };
  const length = +instantOf(to.localEnd, timeZone) - +instantOf(to.localStart, timeZone);
  const end = new Date(+instantOf(start, timeZone) + length);
  return { localStart: start, localEnd: wallTimeAt(end, timeZone) };
}
