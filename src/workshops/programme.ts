import type { IncomingWorkshop } from "../model/incoming-workshop.ts";
import type { StoredWorkshop } from "../model/stored-workshops.ts";
import type { Workshop } from "../model/workshop.ts";
import { foldTitle } from "./fold-title.ts";
import { mergeIncoming } from "./merge-incoming.ts";
import { faultsOf, type WorkshopFinding } from "./workshop-rules.ts";
import { canBeCancelled } from "./workshop-state.ts";
import { endOf, startOf } from "./workshop-time.ts";

/** What became of a workshop that came in; `before` is what it was, when it was known already. */
export type BroughtIn =
  | {
      readonly outcome: "new" | "changed" | "unchanged";
      readonly stored: StoredWorkshop;
      readonly before: Workshop | undefined;
    }
  /** It would break a rule, alone or with what was changed here: left as it was. */
  | {
      readonly outcome: "refused";
      readonly faults: readonly WorkshopFinding[];
      readonly before: Workshop | undefined;
    };

/** The programme once workshops have come in. */
export interface ProgrammeUpdate {
  /** Every workshop kept, old and new. */
  readonly entries: readonly StoredWorkshop[];
  /** One for each that came in, in their order. */
  readonly broughtIn: readonly BroughtIn[];
  /** Those to write. */
  readonly toStore: readonly StoredWorkshop[];
}

/**
 * Takes workshops into the programme. One that is known (by its origin, its id, or its folded title, start
 * and place) is brought up to date, keeping what people changed here; the same twice changes nothing. One
 * that breaks a rule stays out.
 */
export function bringIn(
  kept: readonly StoredWorkshop[],
  incoming: readonly IncomingWorkshop[],
  now: Date,
): ProgrammeUpdate {
  const byId = new Map(kept.map((entry) => [entry.workshop.id, entry]));
  const idOf = new Map(
    kept.flatMap((entry) => namesOf(entry.workshop).map((name) => [name, entry.workshop.id])),
  );
  const nextNumber = freeNumbers(
    kept.map(({ workshop }) => workshop),
    now,
  );
  const changed = new Set<string>();
  const broughtIn = incoming.map((one): BroughtIn => {
    const names = namesOf(one);
    const known = names
      .map((name) => byId.get(idOf.get(name) ?? ""))
      .find((entry) => entry && mayBe(entry.workshop, one));
    const before = known?.workshop;
    const merged = known && mergeIncoming(known, one, now);
    const faults = faultsOf(merged?.workshop ?? one);
    if (faults.length > 0) return { outcome: "refused", faults, before };
    const stored = merged ?? added(one, nextNumber(), now);
    const { id } = stored.workshop;
    if (stored !== known) changed.add(id);
    byId.set(id, stored);
    for (const name of names) idOf.set(name, id);
    if (!before) return { outcome: "new", stored, before };
    return { outcome: stored.workshop === before ? "unchanged" : "changed", stored, before };
  });
  const entries = [...byId.values()];
  return {
    entries,
    broughtIn,
    toStore: entries.filter(({ workshop }) => changed.has(workshop.id)),
  };
}

/**
 * What came from a source, is no longer there and was to come: to be proposed for cancellation, never
 * cancelled by itself.
 * @param incoming all that the source holds
 */
export function goneFrom(
  source: string,
  {
    programme,
    incoming,
    now,
  }: {
    readonly programme: readonly Workshop[];
    readonly incoming: readonly IncomingWorkshop[];
    readonly now: Date;
  },
): readonly Workshop[] {
  const names = new Set(incoming.map((one) => originName(one)));
  return programme.filter(
    (workshop) =>
      workshop.origin?.source === source &&
      !names.has(originName(workshop)) &&
      canBeCancelled(workshop, now),
  );
}

/** The programme in order: by start, then by number. */
export function inOrder(entries: readonly StoredWorkshop[]): readonly Workshop[] {
  return entries
    .map(({ workshop }) => ({ workshop, start: startOf(workshop).getTime() }))
    .toSorted((a, b) => a.start - b.start || a.workshop.number - b.workshop.number)
    .map(({ workshop }) => workshop);
}

/** The smallest numbers that nobody says any more: of no workshop to come, nor of one of the last year. */
export function freeNumbers(kept: readonly Workshop[], now: Date): () => number {
  const aYearAgo = new Date(now);
  aYearAgo.setUTCFullYear(aYearAgo.getUTCFullYear() - 1);
  const taken = new Set(
    kept
      .filter((one) => endOf(one) > aYearAgo || new Date(one.updatedAt) > aYearAgo)
      .map(({ number }) => number),
  );
  let number = 0;
  return () => {
    do number += 1;
    while (taken.has(number));
    return number;
  };
}

function added(incoming: IncomingWorkshop, number: number, now: Date): StoredWorkshop {
  const at = now.toISOString();
  const workshop: Workshop = { ...incoming, number, revision: 0, createdAt: at, updatedAt: at };
  return { workshop, incoming };
}

/** One source never says the same workshop under two names: alike from there, they are two. */
function mayBe(known: Workshop, { id, origin }: IncomingWorkshop): boolean {
  if (known.id === id || origin === undefined || known.origin === undefined) return true;
  return known.origin.source !== origin.source || known.origin.externalId === origin.externalId;
}

/** What it is known by, surest first. */
function namesOf(workshop: IncomingWorkshop): readonly string[] {
  const { id, title, localStart, place } = workshop;
  const origin = originName(workshop);
  return [
    ...(origin === undefined ? [] : [origin]),
    `id ${id}`,
    JSON.stringify([foldTitle(title.fr), localStart, foldTitle(place?.name ?? "")]),
  ];
}

function originName({ origin }: IncomingWorkshop): string | undefined {
  return origin && `origin ${JSON.stringify([origin.source, origin.externalId])}`;
}
