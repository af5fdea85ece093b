import { languages } from "../../model/language.ts";
import {
  draftFields,
  draftScopes,
  type DraftField,
  type WorkshopDraft,
} from "../../model/workshop-draft.ts";
import { readChoice } from "../../understanding/read-choice.ts";
import { readConfirmation } from "../../understanding/read-confirmation.ts";
import {
  readBareField,
  readFieldName,
  readLabelledField,
  saysSkip,
  type LabelledField,
} from "../../understanding/read-draft-words.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { answerAside } from "./answer-aside.ts";
import { commandInDraft, confirmInWords, sayMissing } from "./confirm-draft.ts";
import { draftChoices, draftedIn, mayBeSilent } from "./draft-prompt.ts";
import { firstMissing, isOptional } from "./drafted-workshop.ts";
import { askAgain, askOn, fill, isField, nextStep, paste, takeDate } from "./fill-draft.ts";
import { finishDraft } from "./finish-draft.ts";
import { fieldSaidBy } from "./read-pasted.ts";
import { readWhen } from "./read-when.ts";
import { sendAsSaid } from "./send-later.ts";
import { holidayTerritoryOf } from "./series-preview.ts";
import { bareReason } from "./split-reason.ts";

/** Takes a message as the next words of a draft; a question of another kind is answered, then the draft goes on. */
export function replyInDraft(text: string, draft: WorkshopDraft, context: TurnContext): Step {
  const { step } = draft;
  const sent = step === "preview" ? sendAsSaid(text, draft, context) : undefined;
  if (sent) return sent;
  const choice = choiceSaid(text, draft, context);
  if (choice !== undefined) return choose(choice, draft, context);
  const said =
    step === "preview"
      ? confirmInWords(text, draft, context)
      : commandInDraft(text, draft, context);
  if (said) return said;
  const isFilling = isField(step);
  if (isFilling && saysSkip(text.replace(/^\s*(?:avec|with|pour|for)\s+/iu, ""))) {
    return isOptional(step)
      ? nextStep(draft, context)
      : askOn(draft, context, sayMissing([step], context));
  }
  const aside = answerAside(text, draft, context);
  if (aside && text.trim().endsWith("?")) return aside;
  const isPasted = text.includes("\n") && (step === "title" || mayCorrectAt(draft));
  if (isPasted) return paste(text, draft, context);
  const labelled = mayCorrect(draft) && step !== "reason" ? readLabelledField(text) : undefined;
  if (labelled) return fillAlone(labelled, draft, context);
  if (isFilling && isBareYes.test(text)) return askAgain("draft-not-read", draft, context);
  const named = isFilling && closedFields.has(step) ? correctionIn(text, context) : undefined;
  if (named?.field === step) return fill(step, named.value, draft, context);
  if (named && closedFields.has(named.field)) return fillAlone(named, draft, context);
  const date = isFilling ? dateCorrected(text, step, context) : undefined;
  if (date !== undefined) return fill("when", date, draft, context);
  if (isFilling) return fill(step, text, draft, context);
  if (step === "reason") return takeReason(text, draft, context);
  const field = readFieldName(text);
  if (field !== undefined && mayCorrect(draft)) return correct(field, draft, context);
  const correction = mayCorrectAt(draft) ? correctionIn(text, context) : undefined;
  if (correction) return fillAlone(correction, draft, context);
  return aside ?? askAgain("draft-not-read", draft, context);
}

/** What is offered may be said in either language. */
function choiceSaid(text: string, draft: WorkshopDraft, context: TurnContext): string | undefined {
  const { conversation, knowledge } = context;
  const others = languages.filter((language) => language !== conversation.language);
  const inEach = [
    context,
    ...others.map((language) => ({
      ...context,
      conversation: { ...conversation, language },
      tell: knowledge.tell(language),
    })),
  ];
  return inEach
    .map((one) => readChoice(text, draftChoices(draft, one))?.value)
    .find((value) => value !== undefined);
}

/** "Places 15", "le 21 avril plutôt", "gratuit": a correction of what is shown, when its words say of what. */
function correctionIn(text: string, { knowledge, now }: TurnContext): LabelledField | undefined {
  const bare = readBareField(text);
  if (bare) return bare;
  const value = text
    .trim()
    .replaceAll(
      /^(?:non,? |no,? |plutôt |plutot |rather |finalement )+|[,\s]+(?:plutôt|plutot|rather|instead|finalement)[\s.!]*$/giu,
      "",
    );
  const place = { now, zone: knowledge.settings.timeZone };
  const field = value === "" ? undefined : fieldSaidBy(value, {}, place);
  return field !== undefined && plainFields.has(field) ? { field, value } : undefined;
}

/** A yes answers no question about what a workshop is. */
const isBareYes = /^\s*(?:oui|ouais|ok|okay|d'accord|yes|yep|yeah)[\s.!]*$/iu;

/** "Jeudi 11 mars 18h-20h" or "non, le 10 mars" where something else is asked: the date is corrected. */
function dateCorrected(
  text: string,
  step: DraftField,
  { knowledge, now }: TurnContext,
): string | undefined {
  if (step === "when" || step === "title" || step === "english-title") return undefined;
  const [, no, said = ""] = /^\s*((?:non|no)[\s,.:;!-]+)?([\s\S]*)$/iu.exec(text) ?? [];
  const reading = readWhen(said, {}, { now, zone: knowledge.settings.timeZone });
  // A number alone may be a price or seats.
  const isDay = reading.kind === "read" || reading.reading.kind === "needs-hour";
  return reading.kind === "read" || (no !== undefined && isDay) ? said : undefined;
}

/** Not just any words answer these: "thème sécurité", "territoire 44" and "12 places" say what they are of. */
const closedFields: ReadonlySet<DraftField> = new Set([
  "themes",
  "territories",
  "capacity",
  "price",
]);

/** Any words may be a place or an audience; these fields are told by their form. */
const plainFields: ReadonlySet<DraftField> = new Set(["when", "price", "capacity", "link"]);

function fillAlone(
  { field, value }: LabelledField,
  draft: WorkshopDraft,
  context: TurnContext,
): Step {
  return fill(field, value, { ...draft, isCorrection: true }, context);
}

/** A reason is read by everybody who signed up: a yes or "skip" is none, a no leaves what needs one. */
function takeReason(text: string, draft: WorkshopDraft, context: TurnContext): Step {
  const isNone = saysSkip(text) || readConfirmation(text) !== undefined;
  if (!isNone) return askOn({ ...draft, reason: bareReason(text), step: "preview" }, context);
  if (mayBeSilent(draft)) return askOn({ ...draft, step: "preview" }, context);
  return readConfirmation(text) === "no"
    ? finishDraft("drop", draft, context)
    : askAgain("draft-reason-needed", draft, context);
}

function choose(value: string, draft: WorkshopDraft, context: TurnContext): Step {
  const [kind = "", what = ""] = value.split(":");
  switch (kind) {
    case "skip":
      return draft.step === "reason"
        ? askOn({ ...draft, step: "preview" }, context)
        : nextStep(draft, context);
    case "to-preview": {
      const missing = firstMissing(draftedIn(draft, context));
      return askOn({ ...draft, isCorrection: true, step: missing ?? "preview" }, context);
    }
    case "online":
      return fill("where", "online", draft, context);
    case "free":
      return fill("price", "0", draft, context);
    case "theme":
      return fill("themes", what, draft, context);
    case "field": {
      const field = draftFields.find((one) => one === what);
      return field === undefined
        ? askAgain("draft-not-read", draft, context)
        : correct(field, draft, context);
    }
    case "date": {
      const date = draft.dates?.[Number(what)];
      return date ? takeDate(date, draft, context) : askAgain("draft-not-read", draft, context);
    }
    case "scope": {
      const scope = draftScopes.find((one) => one === what);
      return scope === undefined
        ? askAgain("draft-not-read", draft, context)
        : askOn({ ...draft, scope, step: "preview" }, context);
    }
    case "skip-holidays":
    case "keep-holidays":
      return askOn(withHolidays(draft, kind === "skip-holidays", context), context);
    case "send":
      return finishDraft({ publishAt: value.slice("send:".length) }, draft, context);
    case "publish":
    case "drop":
      return finishDraft(kind, draft, context);
    case "correct":
      return askOn({ ...draft, step: "choose-field" }, context);
    default:
      return finishDraft("keep", draft, context);
  }
}

function withHolidays(
  { repeats, ...draft }: WorkshopDraft,
  isSkipping: boolean,
  context: TurnContext,
): WorkshopDraft {
  if (!repeats) return draft;
  const { skipHolidaysOf: _skipped, ...kept } = repeats;
  const territory = holidayTerritoryOf(draftedIn(draft, context));
  return { ...draft, repeats: isSkipping ? { ...kept, skipHolidaysOf: territory } : kept };
}

function correct(field: DraftField, draft: WorkshopDraft, context: TurnContext): Step {
  return askOn({ ...draft, step: field, isCorrection: true }, context);
}

/** Whether a pasted text can only be a correction of what is shown. */
function mayCorrectAt(draft: WorkshopDraft): boolean {
  return mayCorrect(draft) && (draft.step === "preview" || draft.step === "choose-field");
}

/** What is cancelled or postponed is not corrected on the way. */
function mayCorrect({ act }: WorkshopDraft): boolean {
  return act !== "cancel" && act !== "postpone";
}
