import { formatShortDay } from "../../answers/format-day.ts";
import { say, type Choice, type ReplyDraft } from "../../model/reply.ts";
import {
  draftFields,
  type DraftField,
  type DraftScope,
  type WorkshopDraft,
} from "../../model/workshop-draft.ts";
import type { Workshop } from "../../model/workshop.ts";
import { inLanguage } from "../../workshops/tell-details.ts";
import { faultsToPublish } from "../../workshops/workshop-rules.ts";
import { sayStart } from "../../workshops/say-when.ts";
import { workshopSaying } from "../knowledge.ts";
import type { TurnContext } from "../turn-context.ts";
import { draftedWorkshop, isOptional } from "./drafted-workshop.ts";
import { previewOf } from "./preview.ts";
import { isReviewed } from "./is-reviewed.ts";
import { sayDate, sayDays } from "./say-date.ts";
import { nextSendingTime } from "./sending-time.ts";
import { occurrencesMeant, scopesOf, type SeriesAct } from "./series-meant.ts";
import { holidaysIn } from "./series-preview.ts";

/** The workshop a draft changes. */
export function knownOf(
  { workshop }: WorkshopDraft,
  { knowledge, now }: TurnContext,
): Workshop | undefined {
  if (workshop === undefined) return undefined;
  return knowledge.programme(now).find(({ id }) => id === workshop);
}

/** The occurrences that what is confirmed is about: the workshop alone, or so many of its series. */
export function meantBy(draft: WorkshopDraft, context: TurnContext): readonly Workshop[] {
  const known = knownOf(draft, context);
  if (!known) return [];
  const act = { act: seriesActOf(draft, known), scope: draft.scope ?? "this", now: context.now };
  return occurrencesMeant(known, context.knowledge.programme(context.now), act);
}

/** Which of them can be meant. */
export function scopesIn(draft: WorkshopDraft, context: TurnContext): readonly DraftScope[] {
  const known = knownOf(draft, context);
  if (!known) return ["this"];
  const act = { act: seriesActOf(draft, known), now: context.now };
  return scopesOf(known, context.knowledge.programme(context.now), act);
}

function seriesActOf({ act }: WorkshopDraft, { publication }: Workshop): SeriesAct["act"] {
  if (act === "cancel" || act === "postpone") return "end";
  return publication === "draft" ? "publish" : "edit";
}

/** The workshop as a draft has it so far. */
export function draftedIn(draft: WorkshopDraft, context: TurnContext): Workshop {
  const { timeZone } = context.knowledge.settings;
  return draftedWorkshop(draft, { known: knownOf(draft, context), timeZone });
}

/** What can be answered at a step of a draft. */
export function draftChoices(draft: WorkshopDraft, context: TurnContext): readonly Choice[] {
  const { step } = draft;
  if (step === "preview") return previewChoices(draft, context);
  if (step === "reason") {
    const drop = choiceOf("drop", context);
    return mayBeSilent(draft) ? [choiceOf("skip", context), drop] : [drop];
  }
  if (step === "scope") {
    const scopes = scopesIn(draft, context).map((scope) => ({
      label: context.tell(`draft-scope-${scope}`),
      value: `scope:${scope}`,
    }));
    return [...scopes, choiceOf("drop", context)];
  }
  if (step !== "choose-field") return fieldChoices(step, draft, context);
  return [
    ...draftFields.map((field) => ({
      label: context.tell(`draft-name-${field}`),
      value: `field:${field}`,
    })),
    ...(draft.act === "new" ? [] : [choiceOf("drop", context)]),
  ];
}

type Answer =
  | "skip"
  | "to-preview"
  | "online"
  | "free"
  | "drop"
  | "correct"
  | "save"
  | "publish"
  | "submit"
  | "skip-holidays"
  | "keep-holidays"
  | "keep"
  | "cancel-it"
  | "postpone-it";

function choiceOf(answer: Answer, { tell }: TurnContext, value: string = answer): Choice {
  return { label: tell(`draft-${answer}`), value };
}

/** A move speaks for itself; that there is no workshop any more needs a reason. */
export function mayBeSilent({ act }: WorkshopDraft): boolean {
  return act === "move" || act === "edit";
}

function fieldChoices(
  field: DraftField,
  draft: WorkshopDraft,
  context: TurnContext,
): readonly Choice[] {
  const { conversation, knowledge } = context;
  if (field === "when") {
    return (draft.dates ?? []).map((date, at) => ({
      label: sayDate(date, draftedIn(draft, context), context),
      value: `date:${at}`,
    }));
  }
  if (field === "themes") {
    return knowledge.library.themes
      .filter(({ words }) => words.fr.length > 0)
      .map(({ id, name }) => ({ label: name[conversation.language], value: `theme:${id}` }));
  }
  if (!isOptional(field)) return [];
  const skip = choiceOf("skip", context);
  if (field === "where") return [choiceOf("online", context), skip];
  if (field === "price") return [choiceOf("free", context), skip];
  return [skip, choiceOf("to-preview", context)];
}

function previewChoices(draft: WorkshopDraft, context: TurnContext): readonly Choice[] {
  const drop = choiceOf("drop", context);
  if (draft.act === "cancel") return [choiceOf("cancel-it", context, "do"), drop];
  if (draft.act === "postpone") return [choiceOf("postpone-it", context, "do"), drop];
  const workshop = draftedIn(draft, context);
  const correct = choiceOf("correct", context);
  if (workshop.publication !== "draft") {
    return [choiceOf("save", context, "do"), correct, drop];
  }
  const mayPublish = faultsToPublish(workshop, context.now).length === 0;
  const holidays = holidaysIn(draft, workshop).length === 0 ? [] : [holidayChoice(draft, context)];
  const publish = mayPublish ? publishChoices(draft, workshop, context) : [];
  return [...publish, ...holidays, choiceOf("keep", context, "do"), correct];
}

/** Now or at a decent hour; where somebody reviews first, handing it to them. */
function publishChoices(
  { sendAt }: WorkshopDraft,
  workshop: Workshop,
  context: TurnContext,
): readonly Choice[] {
  const { knowledge, now, tell, conversation } = context;
  if (isReviewed(workshop, knowledge.settings)) return [choiceOf("submit", context, "publish")];
  const wall = sendAt ?? nextSendingTime(workshop, now);
  if (wall === undefined) return [choiceOf("publish", context)];
  const { language } = conversation;
  const sayShortDay = (day: string) => formatShortDay(day, language);
  const saying = { ...workshopSaying(knowledge, language, now), sayShortDay };
  const when = sayStart(wall, workshop.timeZone, saying);
  return [
    choiceOf("publish", context),
    { label: tell("draft-send-at", { when }), value: `send:${wall}` },
  ];
}

function holidayChoice({ repeats }: WorkshopDraft, context: TurnContext): Choice {
  const isSkipping = repeats?.skipHolidaysOf !== undefined;
  return choiceOf(isSkipping ? "keep-holidays" : "skip-holidays", context);
}

/** What is asked at a step, after `lead` when there is something to say first. */
export function draftPrompt(draft: WorkshopDraft, context: TurnContext, lead = ""): ReplyDraft {
  const asked = askedAt(draft, context);
  return say(lead === "" ? asked : `${lead}\n\n${asked}`, draftChoices(draft, context));
}

function askedAt(draft: WorkshopDraft, context: TurnContext): string {
  const { tell } = context;
  const { step } = draft;
  if (step === "preview") {
    const workshops = { known: knownOf(draft, context), after: draftedIn(draft, context) };
    return previewOf(draft, workshops, context);
  }
  if (step === "choose-field") return tell("draft-choose-field");
  if (step === "scope") {
    return tell("draft-ask-scope", {
      dates: sayDays(meantBy({ ...draft, scope: "all" }, context), context),
    });
  }
  const known = knownOf(draft, context);
  const title = known ? inLanguage(known.title, context.conversation) : "";
  if (step === "reason") {
    return tell(mayBeSilent(draft) ? "draft-ask-reason" : "draft-ask-why", { title });
  }
  if (step === "when" && draft.dates !== undefined) return tell("draft-which-date");
  if (step === "when" && known) {
    const when = sayDate(known, known, context);
    return tell("draft-ask-new-when", { title, number: known.number, when });
  }
  return tell(`draft-ask-${step}`);
}
