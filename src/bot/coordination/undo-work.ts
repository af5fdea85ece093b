import type { StoredWorkshop, WorkshopChange } from "../../model/stored-workshops.ts";
import type { Workshop } from "../../model/workshop.ts";
import { undo } from "../../workshops/undo.ts";
import { aboutAll, refusedWork, type WishWork, type Wishing } from "./wish-work.ts";

/**
 * Takes the person's last change back, with those that were confirmed together with it; not a publication that
 * somebody has signed up for since.
 */
export function undoWork(entries: readonly StoredWorkshop[], wishing: Wishing): WishWork {
  const latestFirst = wishing.records.toSorted((a, b) => b.at.localeCompare(a.at));
  const [last] = latestFirst;
  if (!last || last.kind === "undo") return refusedWork("coordination-nothing-to-undo");
  const restored: StoredWorkshop[] = [];
  const records: WorkshopChange[] = [];
  for (const change of lastOfEach(latestFirst, last)) {
    const entry = entries.find(({ workshop: { id } }) => id === change.workshop);
    if (!entry) return refusedWork("coordination-nothing-to-undo");
    const outcome = undo(entry.workshop, change, wishing);
    if (outcome.kind === "refused") return refusedWork(outcome.why);
    if (outcome.kind !== "done") return refusedWork("coordination-nothing-to-undo");
    if (isTakenFromSome(entry, outcome.workshop, wishing)) {
      return { ...refusedWork("coordination-undo-signed-up"), ...aboutAll([entry.workshop]) };
    }
    restored.push({ ...entry, workshop: outcome.workshop });
    records.push(outcome.change);
  }
  return {
    entries: restored,
    records,
    phrase: "coordination-undone",
    ...aboutAll(restored.map(({ workshop }) => workshop)),
  };
}

/** Whoever signed up would keep a place at what is no longer there: cancelling tells them. */
function isTakenFromSome(
  { workshop: now }: StoredWorkshop,
  after: Workshop,
  { signedUp }: Wishing,
): boolean {
  const isHidden = now.publication === "published" && after.publication !== "published";
  return isHidden && signedUp.has(now.id);
}

/** Of each workshop that was changed with it, the last step. */
function lastOfEach(
  latestFirst: readonly WorkshopChange[],
  { workshop, together }: WorkshopChange,
): readonly WorkshopChange[] {
  const all = latestFirst.filter((one) =>
    together === undefined ? one.workshop === workshop : one.together === together,
  );
  return all.filter((one, at) => all.findIndex((other) => other.workshop === one.workshop) === at);
}
