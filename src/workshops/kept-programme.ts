import type { IncomingWorkshop } from "../model/incoming-workshop.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { StoredWorkshop, WorkshopChange } from "../model/stored-workshops.ts";
import type { Workshop } from "../model/workshop.ts";
import type { Clock } from "../ports/clock.ts";
import { put, type Change, type Store } from "../ports/store.ts";
import { transition, type Transition, type TransitionOutcome } from "./life-cycle.ts";
import { bringIn, inOrder, type ProgrammeUpdate } from "./programme.ts";
import { undo } from "./undo.ts";

/** Where the programme is kept. */
export interface ProgrammeParts {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "workshops" | "workshopChanges">;
  readonly clock: Clock;
}

/** What goes in one write with a change of the programme, as the rows of its announcement. */
export type Alongside = (workshop: Workshop) => readonly Change[];

/** What somebody makes of the programme: workshops as they are to be, and the records of who did it. */
export interface ProgrammeWork {
  readonly entries: readonly StoredWorkshop[];
  readonly records: readonly WorkshopChange[];
}

/**
 * The programme, kept in the store: read once, written before it is shown. One change at a time, so that two
 * coordinators never write over each other.
 */
export class KeptProgramme {
  readonly #parts: ProgrammeParts;
  #entries: readonly StoredWorkshop[];
  #workshops: readonly Workshop[];
  #last: Promise<unknown> = Promise.resolve();

  private constructor(parts: ProgrammeParts, entries: readonly StoredWorkshop[]) {
    this.#parts = parts;
    this.#entries = entries;
    this.#workshops = inOrder(entries);
  }

  static async open(parts: ProgrammeParts): Promise<KeptProgramme> {
    const stored = await parts.store.list(parts.documents.workshops);
    return new KeptProgramme(
      parts,
      stored.map(({ document }) => document),
    );
  }

  /** Every workshop, drafts and past ones too, by start. */
  get workshops(): readonly Workshop[] {
    return this.#workshops;
  }

  find(id: string): Workshop | undefined {
    return this.#workshops.find((workshop) => workshop.id === id);
  }

  /** The one people mean by a short number: the latest to bear it. */
  byNumber(number: number): Workshop | undefined {
    return this.#workshops.findLast((workshop) => workshop.number === number);
  }

  /** What would become of workshops that come in; nothing is written. */
  rehearse(incoming: readonly IncomingWorkshop[]): ProgrammeUpdate {
    return bringIn(this.#entries, incoming, this.#parts.clock.now());
  }

  /** Takes workshops in, from files, an import or a form: all of them or none. */
  async bringIn(incoming: readonly IncomingWorkshop[]): Promise<ProgrammeUpdate> {
    return this.#inTurn(async () => {
      const update = this.rehearse(incoming);
      const { store, documents } = this.#parts;
      const changes = update.toStore.map((entry) =>
        put(documents.workshops, entry.workshop.id, entry),
      );
      if (changes.length > 0) await store.write(changes);
      this.#show(update.entries);
      return update;
    });
  }

  /**
   * Does something with a workshop, records who did it, and writes both at once.
   * @param by key of the person
   */
  async change(
    id: string,
    wanted: Transition,
    { by, alongside }: { readonly by: string; readonly alongside?: Alongside },
  ): Promise<TransitionOutcome> {
    return this.#inTurn(async () => {
      const workshop = this.find(id);
      if (!workshop) return { kind: "refused", why: "workshop-unknown" };
      const outcome = transition(workshop, wanted, { by, at: this.#parts.clock.now() });
      return this.#write(outcome, alongside);
    });
  }

  /** Takes the last change of a workshop back, if it is not too late. */
  async undo(
    id: string,
    { by, alongside }: { readonly by: string; readonly alongside?: Alongside },
  ): Promise<TransitionOutcome> {
    return this.#inTurn(async () => {
      const workshop = this.find(id);
      const change = workshop && (await this.#lastChange(workshop));
      if (!change) return { kind: "refused", why: "workshop-changed-since" };
      const outcome = undo(workshop, change, { by, at: this.#parts.clock.now() });
      return this.#write(outcome, alongside);
    });
  }

  /**
   * Decides on changes that `finish` writes, in one write with what goes with them; nobody else changes the
   * programme meanwhile.
   */
  async workWith<W extends ProgrammeWork, T>(
    decide: (entries: readonly StoredWorkshop[]) => W | Promise<W>,
    finish: (work: W, changes: readonly Change[]) => Promise<T>,
  ): Promise<T> {
    return this.#inTurn(async () => {
      const work = await decide(this.#entries);
      try {
        return await finish(work, this.#changesOf(work));
      } finally {
        // Whatever was thrown, what is stored counts.
        const stored = await Promise.all(work.entries.map((entry) => this.#stored(entry)));
        this.#show(withEntries(this.#entries, stored.flat()));
      }
    });
  }

  async #stored({ workshop: { id } }: StoredWorkshop): Promise<readonly StoredWorkshop[]> {
    const { store, documents } = this.#parts;
    const entry = await store.get(documents.workshops, id);
    return entry ? [entry] : [];
  }

  #changesOf({ entries, records }: ProgrammeWork): readonly Change[] {
    const { documents } = this.#parts;
    return [
      ...entries.map((entry) => put(documents.workshops, entry.workshop.id, entry)),
      ...records.map((record) =>
        put(documents.workshopChanges, changeId(record.workshop, record.at), record),
      ),
    ];
  }

  async #lastChange({ id, updatedAt }: Workshop): Promise<WorkshopChange | undefined> {
    return this.#parts.store.get(this.#parts.documents.workshopChanges, changeId(id, updatedAt));
  }

  async #write(
    outcome: TransitionOutcome,
    alongside: Alongside = () => [],
  ): Promise<TransitionOutcome> {
    if (outcome.kind !== "done") return outcome;
    const { workshop, change } = outcome;
    const { store, documents } = this.#parts;
    const isIt = (entry: StoredWorkshop) => entry.workshop.id === workshop.id;
    const entry = { ...this.#entries.find((known) => isIt(known)), workshop };
    await store.write([
      put(documents.workshops, workshop.id, entry),
      put(documents.workshopChanges, changeId(workshop.id, change.at), change),
      ...alongside(workshop),
    ]);
    this.#show(this.#entries.map((known) => (isIt(known) ? entry : known)));
    return outcome;
  }

  #show(entries: readonly StoredWorkshop[]): void {
    this.#entries = entries;
    this.#workshops = inOrder(entries);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done;
    return done;
  }
}

/** The programme with some entries in the place of what they were. */
function withEntries(
  kept: readonly StoredWorkshop[],
  changed: readonly StoredWorkshop[],
): readonly StoredWorkshop[] {
  const byId = new Map([...kept, ...changed].map((entry) => [entry.workshop.id, entry]));
  return [...byId.values()];
}

/** Of the change that made a version. */
function changeId(workshop: string, at: string): string {
  return `${workshop}@${at}`;
}
