import type { WorkshopChange } from "../model/stored-workshops.ts";
import type { Workshop } from "../model/workshop.ts";
import { nextUpdate } from "./revise.ts";
import type { Doing, TransitionOutcome } from "./life-cycle.ts";

/** Long enough to see a slip; the notice of a change leaves after it. */
export const minutesToUndo = 10;

const MS_PER_MINUTE = 60_000;

/**
 * Takes a change back: what was before it, as a new revision when the public may have seen it, since the
 * SEQUENCE of a calendar never goes back. Refused after 10 minutes, or once something else was done.
 */
export function undo(
  workshop: Workshop,
  change: WorkshopChange,
  { by, at }: Doing,
): TransitionOutcome {
  if (change.workshop !== workshop.id || change.at !== workshop.updatedAt) {
    return { kind: "refused", why: "workshop-changed-since" };
  }
  if (at.getTime() - Date.parse(change.at) > minutesToUndo * MS_PER_MINUTE) {
    return { kind: "refused", why: "workshop-undo-too-late" };
  }
  const { before } = change;
  const wasPublished = before.publication === "published" || workshop.publication === "published";
  const restored: Workshop = {
    ...before,
    revision: wasPublished ? workshop.revision + 1 : workshop.revision,
    updatedAt: nextUpdate(workshop, at),
  };
  return {
    kind: "done",
    workshop: restored,
    change: {
      owner: by,
      workshop: workshop.id,
      kind: "undo",
      before: workshop,
      at: restored.updatedAt,
    },
  };
}
