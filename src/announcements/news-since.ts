import type { ToldWorkshop } from "../model/stored-announcer.ts";
import type { Workshop } from "../model/workshop.ts";
import { takesPlace } from "../workshops/workshop-state.ts";
import { startOf } from "../workshops/workshop-time.ts";
import { GATHERED_MS, gatherChanges } from "./gather-changes.ts";
import { after, likelyEndOf } from "./moments.ts";
import type { Correction } from "./correction-rows.ts";
import type { Occasion } from "./programme.ts";

/** What happened to the programme that people are to be told. */
export interface News {
  readonly occasions: readonly Omit<Occasion, "told" | "registered">[];
  /** The workshops people know otherwise now, or whose change waits to be gathered; by id. */
  readonly told: ReadonlyMap<string, ToldWorkshop>;
  /** What announcements that stand already no longer say as it is. */
  readonly corrections: readonly Correction[];
  /** Ids of those nobody needs to be told of any more. */
  readonly forgotten: readonly string[];
}

/**
 * Compares the programme with what people know, whoever changed it: chat, file or import. Everything waits ten
 * minutes, so that an undo leaves no trace and several corrections make one notice.
 * Source: WORKSHOPS.md 3 and 6.3.
 * @param known what people know, by id; undefined at the very first look, when all there is is taken as known
 */
export function newsSince(
  known: ReadonlyMap<string, ToldWorkshop> | undefined,
  workshops: readonly Workshop[],
  now: Date,
): News {
  const told = new Map<string, ToldWorkshop>();
  const occasions: News["occasions"][number][] = [];
  const corrections: Correction[] = [];
  const fresh: Workshop[] = [];
  const kept = workshops.filter((workshop) => isToKnow(workshop, now));
  for (const workshop of kept) {
    const before = known?.get(workshop.id);
    if (!before) {
      if (known && isAnnounceable(workshop, now)) fresh.push(workshop);
      else if (!known) told.set(workshop.id, { workshop });
      continue;
    }
    const change = changeOf(before, workshop, now);
    if (change.now) told.set(workshop.id, change.now);
    if (change.occasion) occasions.push(change.occasion);
    if (change.correction) corrections.push(change.correction);
  }
  for (const series of inSeries(fresh)) {
    const at = new Date(Math.max(...series.map(tellableAt)));
    if (at > now) continue;
    occasions.push({ kind: "new", workshops: series, at });
    for (const workshop of series) {
      told.set(workshop.id, { workshop, since: now.toISOString() });
    }
  }
  const ids = new Set(kept.map(({ id }) => id));
  const forgotten = [...(known?.keys() ?? [])].filter((id) => !ids.has(id));
  return { occasions, told, corrections, forgotten };
}

interface Change {
  /** What to keep from now on; undefined when nothing moved. */
  readonly now?: ToldWorkshop;
  readonly occasion?: News["occasions"][number];
  readonly correction?: Correction;
}

function changeOf(known: ToldWorkshop, workshop: Workshop, now: Date): Change {
  const { since, workshop: before } = known;
  const gathered = gatherChanges(known, workshop);
  // As people know it, or undone since.
  if (!gathered) return known.changedSince === undefined ? {} : { now: { workshop, since } };
  const { kind, at, kept } = gathered;
  if (at > now) {
    const isKept = known.changedSince === kept.changedSince && known.gathering === kept.gathering;
    return isKept ? {} : { now: { ...known, ...kept } };
  }
  // That it does not take place is told; what was announced stays as it was read.
  const corrected = takesPlace(workshop) && { correction: { before, after: workshop } };
  if (kind === "correction") return { now: { workshop, since }, ...corrected };
  return {
    now: { workshop, since },
    ...corrected,
    occasion: { kind, workshops: [workshop], before, at },
  };
}

/** Published, and neither over nor gone by; one without a date stays known until it has one. */
function isToKnow(workshop: Workshop, now: Date): boolean {
  if (workshop.publication !== "published") return false;
  return workshop.status === "postponed" || likelyEndOf(workshop) > now;
}

function isAnnounceable(workshop: Workshop, now: Date): boolean {
  return takesPlace(workshop) && startOf(workshop) > now;
}

function tellableAt({ updatedAt }: Workshop): number {
  return after(new Date(updatedAt), GATHERED_MS).getTime();
}

function inSeries(workshops: readonly Workshop[]): readonly (readonly [Workshop, ...Workshop[]])[] {
  const series = new Map<string, readonly [Workshop, ...Workshop[]]>();
  for (const workshop of workshops) {
    const name = workshop.seriesId ?? JSON.stringify([workshop.id]);
    const others = series.get(name);
    series.set(name, others ? [...others, workshop] : [workshop]);
  }
  return [...series.values()];
}
