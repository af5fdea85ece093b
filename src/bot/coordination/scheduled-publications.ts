import type { Delivery } from "../../delivery/deliver.ts";
import { messageKey } from "../../delivery/message-key.ts";
import type { PhraseKey } from "../../model/phrases.ts";
import type { ScheduledPublication } from "../../model/scheduled-publication.ts";
import type { StoredWorkshop } from "../../model/stored-workshops.ts";
import type { Clock } from "../../ports/clock.ts";
import { remove, type Store } from "../../ports/store.ts";
import type { KeptProgramme, ProgrammeWork } from "../../workshops/kept-programme.ts";
import { minutesToUndo } from "../../workshops/undo.ts";
import { instantOf } from "../../workshops/wall-time.ts";
import { startOf } from "../../workshops/workshop-time.ts";
import type { Knowledge } from "../knowledge.ts";
import { leaveInPrivate } from "../leave-in-private.ts";
import { sayMoment } from "./tell-work.ts";
import { aboutAll, takeSteps, type WishWork } from "./wish-work.ts";

/** What publishing later needs. */
export interface ScheduledParts {
  readonly store: Store;
  readonly knowledge: () => Knowledge;
  readonly clock: Clock;
  readonly programme?: KeptProgramme | undefined;
  readonly delivery: Delivery;
}

/** Publishes what somebody confirmed for later once its moment has come, exactly as they confirmed it. */
export class ScheduledPublications {
  readonly #parts: ScheduledParts;

  constructor(parts: ScheduledParts) {
    this.#parts = parts;
  }

  /** Looks at each; what was changed since it was confirmed is given up at once, and its owner told. */
  async publishDue(): Promise<void> {
    const { store, knowledge } = this.#parts;
    for (const { id, document } of await store.list(knowledge().documents.scheduledPublications)) {
      // One after the other: there are seldom two.
      // oxlint-disable-next-line no-await-in-loop
      await this.#look(id, document);
    }
  }

  async #look(id: string, scheduled: ScheduledPublication): Promise<void> {
    const { programme, store, knowledge, clock } = this.#parts;
    if (!programme) return;
    const known = knowledge();
    const now = clock.now();
    await programme.workWith(
      (entries) => outcomeOf(scheduled, entries, now),
      async ({ kind, told }, changes) => {
        if (kind === "waiting") return;
        const { owner, language } = scheduled;
        const tell = known.tell(language);
        const when = sayMoment(scheduled, known, { language, now });
        const why = told?.because === undefined ? "" : tell(told.because);
        const key = messageKey("scheduled", id, scheduled.wall);
        const text = told && tell(told.phrase, { ...told.values, when, why });
        const { documents } = known;
        const said = text === undefined ? [] : [{ key, text, language }];
        const rows = said.map((one) => leaveInPrivate(owner, one, { ...this.#parts, documents }));
        await store.write([
          ...changes,
          remove(known.documents.scheduledPublications, id),
          ...(await Promise.all(rows)).flat(),
        ]);
      },
    );
  }
}

interface Outcome extends ProgrammeWork {
  readonly kind: "waiting" | "over";
  /** What its owner is told; nothing of what needs no words. */
  readonly told?: Pick<WishWork, "phrase" | "values"> & { readonly because?: PhraseKey };
}

/** What becomes of it now. */
function outcomeOf(
  { workshops, wall, timeZone, owner }: ScheduledPublication,
  entries: readonly StoredWorkshop[],
  now: Date,
): Outcome {
  const byId = new Map(entries.map((entry) => [entry.workshop.id, entry]));
  const found = workshops.flatMap(({ id }) => byId.get(id) ?? []);
  const { values } = aboutAll(found.map(({ workshop }) => workshop));
  const over = (phrase: PhraseKey): Outcome => ({ ...untouched, told: { phrase, values } });
  // Somebody published it in the meantime: its announcement says so.
  const isPublic = found.every(({ workshop }) => workshop.publication === "published");
  if (isPublic) return untouched;
  const isAsConfirmed = workshops.every(({ id, version }) => {
    const workshop = byId.get(id)?.workshop;
    return workshop?.updatedAt === version && workshop.publication === "draft";
  });
  if (!isAsConfirmed) return over("sending-dropped");
  if (instantOf(wall, timeZone) > now) return { ...untouched, kind: "waiting" };
  if (found.some(({ workshop }) => startOf(workshop) <= now)) return over("sending-late");
  // Nobody takes back now what they confirmed long ago: as if the time to do so were over.
  const at = new Date(now.getTime() - minutesToUndo * 60_000);
  const tasks = found.map((entry) => ({ entry, transitions: [{ kind: "publish" as const }] }));
  const key = messageKey("scheduled", wall, ...workshops.map(({ id }) => id));
  const {
    entries: published,
    records,
    phrase,
  } = takeSteps(tasks, "sending-done", {
    by: owner,
    at,
    key,
  });
  if (published.length > 0) {
    return { kind: "over", entries: published, records, told: { phrase, values } };
  }
  return { ...untouched, told: { phrase: "sending-impossible", values, because: phrase } };
}

const untouched: Outcome = { kind: "over", entries: [], records: [] };
