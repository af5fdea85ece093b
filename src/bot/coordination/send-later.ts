import { formatDay } from "../../answers/format-day.ts";
import type { WorkshopDraft } from "../../model/workshop-draft.ts";
import { readSending } from "../../understanding/coordination-words.ts";
import { readDate } from "../../workshops/read-date.ts";
import { sayDateReading } from "../../workshops/say-date-reading.ts";
import { faultsToPublish } from "../../workshops/workshop-rules.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { draftedIn, knownOf } from "./draft-prompt.ts";
import { askOn } from "./fill-draft.ts";
import { finishDraft } from "./finish-draft.ts";
import { isReviewed } from "./is-reviewed.ts";
import { sendingFault } from "./sending-time.ts";

/** Takes "envoyer jeudi 9h" or "envoyer" below a preview as its confirmation; undefined for anything else. */
export function sendAsSaid(
  text: string,
  draft: WorkshopDraft,
  context: TurnContext,
): Step | undefined {
  const when = readSending(text);
  if (when === undefined || !isToPublish(draft, context)) return undefined;
  const planned = planSending(when, draft, context);
  if (planned.kind === "asked") return planned.step;
  const { sendAt } = planned.draft;
  return finishDraft(sendAt === undefined ? "publish" : { publishAt: sendAt }, draft, context);
}

/** A draft to be sent at a moment that was said, or what is wrong with it above the preview. */
export type PlannedSending =
  | { readonly kind: "planned"; readonly draft: WorkshopDraft }
  | { readonly kind: "asked"; readonly step: Step };

/** Reads when a draft is to be sent, on its own clock; no words mean now. */
export function planSending(
  when: string,
  draft: WorkshopDraft,
  context: TurnContext,
): PlannedSending {
  const { now, tell, conversation, knowledge } = context;
  const preview: WorkshopDraft = { ...draft, step: "preview" };
  const asked = (lead: string) => ({ kind: "asked", step: askOn(preview, context, lead) }) as const;
  const workshop = draftedIn(draft, context);
  // What is wrong with the workshop stands in its preview.
  if (faultsToPublish(workshop, now).length > 0) return asked("");
  if (when === "") return { kind: "planned", draft: preview };
  if (isReviewed(workshop, knowledge.settings)) return asked(tell("sending-reviewed"));
  const reading = readDate(when, { now, zone: workshop.timeZone });
  if (reading.kind === "not-understood" || reading.kind === "ambiguous") {
    return asked(tell("draft-when-unread"));
  }
  if (reading.kind !== "understood" && reading.kind !== "twice-by-clock") {
    const sayDay = (day: string) => formatDay(day, conversation.language, true);
    return asked(sayDateReading(reading, { tell, sayDay }));
  }
  const why = sendingFault(reading.localStart, [workshop], now);
  return why === undefined
    ? { kind: "planned", draft: { ...preview, sendAt: reading.localStart } }
    : asked(tell(why));
}

/** Only what is not public yet is sent. */
function isToPublish(draft: WorkshopDraft, context: TurnContext): boolean {
  return (
    (draft.act === "new" || draft.act === "edit") &&
    (knownOf(draft, context)?.publication ?? "draft") === "draft"
  );
}
