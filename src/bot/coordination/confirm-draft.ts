import type { DraftField, WorkshopDraft } from "../../model/workshop-draft.ts";
import { readConfirmation } from "../../understanding/read-confirmation.ts";
import { readDraftCommand } from "../../understanding/read-draft-command.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { draftChoices, draftedIn, knownOf, mayBeSilent } from "./draft-prompt.ts";
import { allMissing } from "./drafted-workshop.ts";
import { askAgain, askOn } from "./fill-draft.ts";
import { finishDraft } from "./finish-draft.ts";

/** Takes yes, no or "wait" below a preview; undefined for anything else. */
export function confirmInWords(
  text: string,
  draft: WorkshopDraft,
  context: TurnContext,
): Step | undefined {
  const said = readConfirmation(text);
  if (said === undefined) return undefined;
  const isDraft = (knownOf(draft, context)?.publication ?? "draft") === "draft";
  if (said === "wait") return askAgain("draft-wait", draft, context);
  if (said === "no") {
    return isDraft
      ? askAgain("draft-wait", { ...draft, step: "choose-field" }, context)
      : finishDraft("drop", draft, context);
  }
  const command = readDraftCommand(text);
  if (!isDraft || command === "save") return finishDraft("keep", draft, context);
  const { sendAt } = draft;
  // Below a draft that was corrected, yes keeps it so; nothing is published by mistake.
  const isCorrected = draft.workshop !== undefined && Object.keys(draft.words).length > 0;
  if (isCorrected && sendAt === undefined && command !== "publish") {
    return finishDraft("keep", draft, context);
  }
  const isOffered = draftChoices(draft, context).some(({ value }) => value === "publish");
  if (!isOffered) return askOn(draft, context);
  return finishDraft(sendAt === undefined ? "publish" : { publishAt: sendAt }, draft, context);
}

/** Takes "publier", "aperçu" or "ne rien changer" where something else is waited for; what is missing is said. */
export function commandInDraft(
  text: string,
  draft: WorkshopDraft,
  context: TurnContext,
): Step | undefined {
  const command = draft.step === "preview" ? undefined : readDraftCommand(text);
  if (command === undefined) return undefined;
  if (command === "drop") return finishDraft("drop", draft, context);
  if (draft.step === "reason" && !mayBeSilent(draft)) {
    return askAgain("draft-reason-needed", draft, context);
  }
  const [first, ...others] = missingIn(draft, context);
  if (first === undefined) {
    return askOn({ ...draft, step: "preview", isCorrection: true }, context);
  }
  return askOn({ ...draft, step: first }, context, sayMissing([first, ...others], context));
}

/** "Il manque encore : la date et l'heure, les thèmes." */
export function sayMissing(fields: readonly DraftField[], { tell }: TurnContext): string {
  const names = fields.map((field) => {
    const name = tell(`draft-name-${field}`);
    return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  });
  return tell("draft-missing", { fields: names.join(", ") });
}

function missingIn(draft: WorkshopDraft, context: TurnContext): readonly DraftField[] {
  const isUnmoved = draft.act === "move" && draft.words.localStart === undefined;
  return isUnmoved ? ["when"] : allMissing(draftedIn(draft, context));
}
