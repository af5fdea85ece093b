import { messageKey } from "../../delivery/message-key.ts";
import type { ProgrammeWish } from "../../model/coordination.ts";
import type { FiledWorkshop } from "../../model/incoming-workshop.ts";
import type { StoredWorkshop } from "../../model/stored-workshops.ts";
import { bringIn } from "../../workshops/programme.ts";
import { writeOutSeries } from "../../workshops/write-out-series.ts";
import { draftedWorkshop } from "./drafted-workshop.ts";
import { publishing } from "./publish-work.ts";
import {
  aboutAll,
  createdRecord,
  refusedBy,
  refusedWork,
  takeSteps,
  type WishWork,
  type Wishing,
} from "./wish-work.ts";

/** Takes a workshop somebody wrote, or each occurrence of a series, into the programme. */
export function addWork(
  { words, repeats, outcome }: Extract<ProgrammeWish, { kind: "add" }>,
  entries: readonly StoredWorkshop[],
  wishing: Wishing,
): WishWork {
  const draft = draftedWorkshop(
    { act: "new", words, step: "preview" },
    { known: undefined, timeZone: wishing.timeZone },
  );
  const id = `w-${messageKey("workshop", wishing.key)}`;
  const {
    number: _number,
    revision: _revision,
    createdAt: _created,
    updatedAt: _updated,
    ...said
  } = draft;
  const one: FiledWorkshop = { ...said, id, ...(repeats && { repeats, seriesId: id }) };
  const created: StoredWorkshop[] = [];
  for (const brought of bringIn(entries, writeOutSeries(one), wishing.at).broughtIn) {
    if (brought.outcome === "refused") return refusedBy(brought.faults[0]);
    // Of the same title, start and place, it is one that is there already.
    if (brought.before) {
      return { ...refusedWork("coordination-there-already"), ...aboutAll([brought.before]) };
    }
    created.push({ workshop: brought.stored.workshop });
  }
  if (created.length === 0) return refusedWork("draft-repeat-none");
  const workshops = created.map(({ workshop }) => workshop);
  const together = created.length === 1 ? undefined : wishing.key;
  const records = workshops.map((workshop) => ({
    ...createdRecord(workshop, wishing),
    ...(together !== undefined && { together }),
  }));
  const kept: WishWork = {
    entries: created,
    records,
    phrase: "coordination-drafted",
    ...aboutAll(workshops),
  };
  if (outcome === "keep") return kept;
  return publishing(outcome, kept, wishing, (transitions, phrase) => {
    const tasks = created.map((entry) => ({ entry, transitions }));
    const published = takeSteps(tasks, phrase, wishing);
    if (published.entries.length === 0) return published;
    return { ...published, records: [...records, ...published.records] };
  });
}
