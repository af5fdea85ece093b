import type { ProgrammeWish } from "../../model/coordination.ts";
import type { PhraseKey } from "../../model/phrases.ts";
import { say } from "../../model/reply.ts";
import type { DraftWords, WorkshopDraft } from "../../model/workshop-draft.ts";
import type { Workshop } from "../../model/workshop.ts";
import type { WorkshopAct } from "../../understanding/coordination-words.ts";
import type { CoordinationRequest } from "../../understanding/read-coordination.ts";
import { isOver } from "../../workshops/workshop-state.ts";
import { endOf } from "../../workshops/workshop-time.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { draftedIn } from "./draft-prompt.ts";
import { copiedWords } from "./drafted-workshop.ts";
import { askOn, fill } from "./fill-draft.ts";
import { readWhen, saysNoDate } from "./read-when.ts";
import { replyInDraft } from "./reply-in-draft.ts";
import { planSending } from "./send-later.ts";
import { bareReason, splitReason } from "./split-reason.ts";

/**
 * Starts what is asked of one workshop; nothing is changed before it is confirmed, but for a draft that is
 * deleted, and for the answers of a review.
 * @param rest what was said after its number
 * @returns undefined when the words are about something else
 */
export function actOnWorkshop(
  workshop: Workshop,
  { act, rest, field }: AskedOfOne,
  context: TurnContext,
): Step | undefined {
  const { id: workshopId, number } = workshop;
  if (act === "delete" || act === "unschedule") return wishing({ kind: act, workshop: workshopId });
  if (act === "restore") {
    return { replies: [say(context.tell("coordination-restore-how", { number }))] };
  }
  if (act === "approve" || act === "refuse") return review(workshop, { act, rest }, context);
  if (act === "duplicate") {
    const words = copiedWords(workshop);
    return askOn({ act: "new", words, step: "when", isCorrection: true }, context);
  }
  const why = refusalOf(workshop, act, context);
  if (why !== undefined) return { replies: [say(context.tell(why, { number }))] };
  const said = withoutMarks(rest);
  const words = wordsSoFar(workshop, act, context);
  const draft: WorkshopDraft = { act: "edit", workshop: workshopId, words, step: "preview" };
  switch (act) {
    case "publish": {
      const planned = said === "" ? undefined : planSending(said, draft, context);
      if (planned?.kind === "asked") return planned.step;
      return askOn(planned?.draft ?? draft, context);
    }
    case "move":
      return move(said, draft, context);
    case "cancel":
    case "postpone": {
      // "Reporte le 10 au 15 avril" has a new date: it is moved.
      if (act === "postpone" && saysNewDate(said, workshop, context)) {
        return move(said, draft, context);
      }
      const reason = bareReason(said.replace(noDateYet, ""));
      return reason === ""
        ? askOn({ ...draft, act, step: "reason" }, context)
        : askOn({ ...draft, act, reason }, context);
    }
    case "edit": {
      if (field !== undefined) {
        const correcting: WorkshopDraft = { ...draft, step: field, isCorrection: true };
        const value = said.replace(/^(?:[:=]|à|a|en|par|to|with|by)\s+/iu, "");
        return value === "" ? askOn(correcting, context) : fill(field, value, correcting, context);
      }
      const choosing: WorkshopDraft = { ...draft, step: "choose-field" };
      return said === "" ? askOn(choosing, context) : replyInDraft(said, choosing, context);
    }
  }
}

/** What is asked of one workshop. */
type AskedOfOne = Pick<CoordinationRequest, "rest" | "field"> & { readonly act: WorkshopAct };

/** What was already corrected of the same workshop and not kept yet: it is not lost for a second command. */
function wordsSoFar({ id }: Workshop, act: WorkshopAct, { conversation }: TurnContext): DraftWords {
  const { mode } = conversation;
  const isSame = mode.kind === "drafting" && mode.draft.workshop === id;
  return isSame && act !== "cancel" && act !== "postpone" ? mode.draft.words : {};
}

function move(said: string, draft: WorkshopDraft, context: TurnContext): Step {
  const moving: WorkshopDraft = { ...draft, act: "move", step: "when", isCorrection: true };
  if (said === "") return askOn(moving, context);
  const zone = draftedIn(draft, context).timeZone;
  const { when, reason } = splitReason(said, { now: context.now, zone });
  return fill("when", when, { ...moving, ...(reason !== undefined && { reason }) }, context);
}

function saysNewDate(said: string, { timeZone: zone }: Workshop, { now }: TurnContext): boolean {
  if (said === "") return false;
  const { when } = splitReason(said, { now, zone });
  return !saysNoDate(readWhen(when, {}, { now, zone }));
}

const noDateYet =
  /^(?:(?:à|a|to) )?(?:plus tard|une (?:autre date|date ultérieure|date ulterieure)|later|a later date|another date|sans (?:nouvelle )?date|until further notice)\b[\s,:]*/iu;

function wishing(wish: ProgrammeWish): Step {
  return { replies: [], effects: [{ kind: "change-workshop", wish }] };
}

/** The answer to a draft that waits for review; "refuser 3 au 12" is about a seat. */
function review(
  { id: workshop, number }: Workshop,
  { act, rest }: { readonly act: "approve" | "refuse"; readonly rest: string },
  { tell }: TurnContext,
): Step | undefined {
  if (rest !== "" && (act === "approve" || !/^[:,;–-]/u.test(rest))) return undefined;
  if (act === "approve") return wishing({ kind: act, workshop });
  const reason = bareReason(withoutMarks(rest));
  return reason === ""
    ? { replies: [say(tell("review-ask-reason", { number }))] }
    : wishing({ kind: act, workshop, reason });
}

function withoutMarks(rest: string): string {
  return rest.replace(/^[\s:,;.–-]+/u, "");
}

/** Why it cannot be done whatever is said next. */
function refusalOf(
  workshop: Workshop,
  act: WorkshopAct,
  { now }: TurnContext,
): PhraseKey | undefined {
  const { publication, status } = workshop;
  if (publication === "archived") return "workshop-archived";
  if (status === "cancelled") return "workshop-is-cancelled";
  if (act === "publish" && publication !== "draft") return "workshop-not-draft";
  const isPublic = act === "cancel" || act === "postpone";
  if (isPublic && publication !== "published") {
    return act === "cancel" ? "coordination-cancel-draft" : "coordination-postpone-draft";
  }
  // Corrected for two hours more; but whoever came was there, there is nothing to put off.
  const isEnded = (isPublic || act === "move") && endOf(workshop) <= now;
  return isEnded || isOver(workshop, now) ? "workshop-is-over" : undefined;
}
