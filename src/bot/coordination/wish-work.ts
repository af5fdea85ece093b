import type { PhraseKey } from "../../model/phrases.ts";
import type { ScheduledPublication } from "../../model/scheduled-publication.ts";
import type { StoredWorkshop, WorkshopChange } from "../../model/stored-workshops.ts";
import type { WallTime, Workshop } from "../../model/workshop.ts";
import type { Language } from "../../model/language.ts";
import type { Change } from "../../ports/store.ts";
import type { ProgrammeWork } from "../../workshops/kept-programme.ts";
import { transition, type Doing, type Transition } from "../../workshops/life-cycle.ts";

/** What was done with workshops and how to say it; nothing to store when it could not be done. */
export interface WishWork extends ProgrammeWork {
  readonly phrase: PhraseKey;
  readonly values: Readonly<Record<string, string | number>>;
  /** What it is about, as it is since; several of a series. */
  readonly workshops: readonly Workshop[];
  /** When it is published by itself. */
  readonly moment?: { readonly wall: WallTime; readonly timeZone: string };
  /** What is written with it. */
  readonly alongside?: readonly Change[];
}

/** Who wishes, when, and what the wish needs to know beside. */
export interface Wishing extends Doing {
  /** Names the turn: a new workshop gets its id from it. */
  readonly key: string;
  /** IANA zone of a new workshop. */
  readonly timeZone: string;
  readonly language: Language;
  /** What the same person did before. */
  readonly records: readonly WorkshopChange[];
  /** Who proposed a workshop for review last, by its id. */
  readonly submitters: ReadonlyMap<string, string>;
  /** Publications to come, by their ids. */
  readonly scheduled: readonly { readonly id: string; readonly document: ScheduledPublication }[];
  /** Workshops, by their ids, that somebody has a place at, or waits for one. */
  readonly signedUp: ReadonlySet<string>;
  /** Whether somebody else looks at a workshop before it is published. */
  readonly isReviewed: (workshop: Workshop) => boolean;
}

/** Workshops and the steps each of them takes. */
export type Task = {
  readonly entry: StoredWorkshop;
  readonly transitions: readonly Transition[];
};

/** Takes the steps of some workshops, of all of them or of none; each step is recorded. */
export function takeSteps(
  tasks: readonly Task[],
  phrase: PhraseKey,
  doing: Doing & { readonly key: string },
): WishWork {
  const entries: StoredWorkshop[] = [];
  const records: WorkshopChange[] = [];
  for (const { entry, transitions } of tasks) {
    let { workshop } = entry;
    for (const wanted of transitions) {
      const outcome = transition(workshop, wanted, doing);
      if (outcome.kind === "unchanged") continue;
      if (outcome.kind === "refused") return refusedWork(outcome.why);
      if (outcome.kind === "faulty") return refusedBy(outcome.faults[0]);
      workshop = outcome.workshop;
      records.push(
        tasks.length === 1 ? outcome.change : { ...outcome.change, together: doing.key },
      );
    }
    if (workshop !== entry.workshop) entries.push({ ...entry, workshop });
  }
  const [first] = entries;
  if (!first) {
    const known = tasks.map(({ entry }) => entry.workshop);
    return { ...refusedWork("coordination-unchanged"), ...aboutAll(known) };
  }
  return { entries, records, phrase, ...aboutAll(entries.map(({ workshop }) => workshop)) };
}

/** How workshops are named in what is said of them: by the first. */
export function aboutAll(workshops: readonly Workshop[]): Pick<WishWork, "values" | "workshops"> {
  const [first] = workshops;
  return { workshops, values: first ? { number: first.number, title: first.title.fr } : {} };
}

/** Nothing is done, and this is why. */
export function refusedWork(phrase: PhraseKey): WishWork {
  return { entries: [], records: [], phrase, values: {}, workshops: [] };
}

/** Nothing is done, for the rule it would break. */
export function refusedBy(
  fault: { readonly phrase: PhraseKey; readonly values?: WishWork["values"] } | undefined,
): WishWork {
  return { ...refusedWork(fault?.phrase ?? "workshop-unknown"), values: fault?.values ?? {} };
}

/** That a workshop was made: taken back, it leaves the programme. */
export function createdRecord(workshop: Workshop, { by }: Pick<Doing, "by">): WorkshopChange {
  const before: Workshop = { ...workshop, publication: "archived" };
  return { owner: by, workshop: workshop.id, kind: "create", before, at: workshop.updatedAt };
}
