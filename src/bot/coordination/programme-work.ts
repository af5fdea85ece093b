import type { ProgrammeWish } from "../../model/coordination.ts";
import { storedScheduledPublications } from "../../model/scheduled-publication.ts";
import type { StoredWorkshop } from "../../model/stored-workshops.ts";
import { remove } from "../../ports/store.ts";
import { addWork } from "./add-work.ts";
import { changeWork } from "./change-work.ts";
import { reviewWork } from "./review-work.ts";
import { undoWork } from "./undo-work.ts";
import { aboutAll, refusedWork, takeSteps, type WishWork, type Wishing } from "./wish-work.ts";

/** Does what a coordinator wishes with a programme. Pure: the caller stores it. */
export function workOf(
  wish: ProgrammeWish,
  entries: readonly StoredWorkshop[],
  wishing: Wishing,
): WishWork {
  if (wish.kind === "add") return addWork(wish, entries, wishing);
  if (wish.kind === "undo") return undoWork(entries, wishing);
  const entry = entries.find(({ workshop: { id } }) => id === wish.workshop);
  if (!entry) return refusedWork("workshop-unknown");
  switch (wish.kind) {
    case "delete": {
      const transitions = [{ kind: "archive" } as const];
      return takeSteps([{ entry, transitions }], "coordination-deleted", wishing);
    }
    case "approve":
    case "refuse":
      return reviewWork(wish, entry, entries, wishing);
    case "unschedule":
      return unscheduleWork(entry, wishing);
    case "change":
    case "cancel":
    case "postpone":
      return changeWork(wish, entry, entries, wishing);
  }
}

/** Leaves the draft a draft: its publication, and that of its series, no longer happens by itself. */
function unscheduleWork({ workshop }: StoredWorkshop, { scheduled }: Wishing): WishWork {
  const found = scheduled.filter(({ document }) =>
    document.workshops.some(({ id }) => id === workshop.id),
  );
  const phrase = found.length === 0 ? "sending-none" : "coordination-unscheduled";
  return {
    ...refusedWork(phrase),
    ...aboutAll([workshop]),
    alongside: found.map(({ id }) => remove(storedScheduledPublications, id)),
  };
}
