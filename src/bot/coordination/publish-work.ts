import type { DraftOutcome } from "../../model/coordination.ts";
import type { PhraseKey } from "../../model/phrases.ts";
import {
  storedScheduledPublications,
  type ScheduledPublication,
} from "../../model/scheduled-publication.ts";
import type { Workshop } from "../../model/workshop.ts";
import { put } from "../../ports/store.ts";
import type { Transition } from "../../workshops/life-cycle.ts";
import { faultsToPublish } from "../../workshops/workshop-rules.ts";
import { sendingFault } from "./sending-time.ts";
import { refusedBy, refusedWork, type WishWork, type Wishing } from "./wish-work.ts";

/**
 * What becomes of drafts that are written: published, handed to who reviews their territory, or kept as they
 * are until they are published by themselves.
 * @param kept the work that leaves them drafts
 * @param step the work that takes one more step with them
 */
export function publishing(
  outcome: Exclude<DraftOutcome, "keep">,
  kept: WishWork,
  wishing: Wishing,
  step: (transitions: readonly Transition[], phrase: PhraseKey) => WishWork,
): WishWork {
  const isReviewed = kept.workshops.some((workshop) => wishing.isReviewed(workshop));
  if (outcome === "publish") {
    return isReviewed
      ? step([{ kind: "submit" }], "coordination-submitted")
      : step([{ kind: "publish" }], "coordination-published");
  }
  const [first] = kept.workshops;
  if (!first) return kept;
  if (isReviewed) return refusedWork("sending-reviewed");
  const { publishAt: wall } = outcome;
  const why = sendingFault(wall, kept.workshops, wishing.at);
  if (why !== undefined) return refusedWork(why);
  const fault = kept.workshops.flatMap((one) => faultsToPublish(one, wishing.at))[0];
  if (fault) return refusedBy(fault);
  const { timeZone } = first;
  const scheduled: ScheduledPublication = {
    owner: wishing.by,
    workshops: kept.workshops.map(({ id, updatedAt }) => ({ id, version: updatedAt })),
    wall,
    timeZone,
    language: wishing.language,
  };
  return {
    ...kept,
    phrase: "coordination-scheduled",
    moment: { wall, timeZone },
    alongside: [put(storedScheduledPublications, scheduledIdOf(first), scheduled)],
  };
}

/** One publication a workshop, or a series. */
function scheduledIdOf({ seriesId, id }: Workshop): string {
  return seriesId ?? id;
}
