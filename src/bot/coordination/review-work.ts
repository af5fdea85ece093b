import type { ProgrammeWish } from "../../model/coordination.ts";
import type { StoredWorkshop } from "../../model/stored-workshops.ts";
import { refusedWork, takeSteps, type WishWork, type Wishing } from "./wish-work.ts";

/** Answers a draft that waits for review, with all of its series that waits; nobody reviews their own. */
export function reviewWork(
  wish: Extract<ProgrammeWish, { kind: "approve" | "refuse" }>,
  { workshop }: StoredWorkshop,
  entries: readonly StoredWorkshop[],
  wishing: Wishing,
): WishWork {
  if (workshop.publication !== "review") return refusedWork("workshop-not-in-review");
  const { seriesId, id } = workshop;
  const waiting = entries.filter(
    ({ workshop: one }) =>
      one.publication === "review" &&
      (one.id === id || (seriesId !== undefined && one.seriesId === seriesId)),
  );
  const isTheirs = waiting.some(
    ({ workshop: one }) => wishing.submitters.get(one.id) === wishing.by,
  );
  if (isTheirs) return refusedWork("review-not-your-own");
  const transition =
    wish.kind === "approve"
      ? ({ kind: "approve" } as const)
      : ({ kind: "refuse", reason: wish.reason } as const);
  return takeSteps(
    waiting.map((entry) => ({ entry, transitions: [transition] })),
    wish.kind === "approve" ? "coordination-published" : "coordination-refused",
    wishing,
  );
}
