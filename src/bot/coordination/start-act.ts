import type { PhraseKey } from "../../model/phrases.ts";
import { say } from "../../model/reply.ts";
import type { WorkshopDraft } from "../../model/workshop-draft.ts";
import type { Workshop } from "../../model/workshop.ts";
import type {
  CoordinationAct,
  SubscriptionAct,
  WorkshopAct,
} from "../../understanding/coordination-words.ts";
import type { CoordinationRequest } from "../../understanding/read-coordination.ts";
import { stripCourtesy } from "../../understanding/strip-courtesy.ts";
import { dayOf } from "../../workshops/wall-time.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { actOnWorkshop } from "./act-on-workshop.ts";
import { askWhichToChange } from "./ask-which-to-change.ts";
import { askFigures } from "./ask-figures.ts";
import { askStatistics } from "./ask-statistics.ts";
import { askSubscription } from "./ask-subscription.ts";
import { askOn, paste } from "./fill-draft.ts";
import { rehearseImport } from "./importing.ts";
import { listProgramme } from "./list-programme.ts";
import { isImportable } from "./read-import.ts";
import { anybody, maySubscribe, standingOf } from "./speaker.ts";
import { resume, suspending } from "./suspend-draft.ts";
import { turnAway } from "./turn-away.ts";
import { comingIn, saysDay, workshopsAsked } from "./workshops-asked.ts";

/** Does what is asked of the programme; undefined when these words are something else, or anybody's to say. */
export function startAct(asked: CoordinationRequest, context: TurnContext): Step | undefined {
  const speaker = context.speaker ?? anybody;
  const { mode } = context.conversation;
  const request = asked.act === "import" ? asked : { ...asked, rest: stripCourtesy(asked.rest) };
  const { act, rest } = request;
  const meant = meantBy(request, context);
  if (mode.kind === "drafting" && isAnswer(request, meant, mode.draft)) return undefined;
  if (isAboutSubscription(act)) {
    const step = askSubscription({ act, rest }, context);
    return step && !maySubscribe(speaker) ? refuse("coordination-room-only", context) : step;
  }
  switch (standingOf(speaker)) {
    case "programme": {
      const step = doAct(request, meant, context);
      return step && mode.kind === "drafting" && act !== "resume"
        ? suspending(step, mode.draft, context)
        : step;
    }
    case "room":
      return turnAway(request, { meant, phrase: "coordination-own-room" }, context);
    case "none":
      return turnAway(request, { meant, phrase: "coordination-not-allowed" }, context);
  }
}

function meantBy(
  request: CoordinationRequest,
  { knowledge, now }: TurnContext,
): readonly Workshop[] {
  if (!isAboutWorkshop(request.act)) return [];
  const { library, settings } = knowledge;
  const { themes } = library;
  const { timeZone } = settings;
  return workshopsAsked(request, { programme: knowledge.programme(now), themes, now, timeZone });
}

/**
 * Whether a command rather answers what a draft waits for: any words may, but those that name a workshop, or
 * that say all there is to say of a subscription.
 */
function isAnswer(
  { act, rest, number, named }: CoordinationRequest,
  meant: readonly Workshop[],
  { step }: WorkshopDraft,
): boolean {
  const isAsking = step !== "preview" && step !== "choose-field" && step !== "scope";
  // "Le résumé" is a field there, though it folds as "resume".
  if (act === "resume" && step === "choose-field") return true;
  if (isAboutSubscription(act)) return isAsking && rest !== "" && !saysSubscription(act, rest);
  if (!isAboutWorkshop(act)) return isAsking && rest !== "";
  if (number === undefined && named === undefined) return step !== "scope" || act === "publish";
  // Below a preview, "envoyer le 10 décembre 9h" says when.
  if (act === "publish" && step === "preview" && number === undefined) return true;
  // "Annuler 99 : un métier" may be a title; "modifier 99" alone is none.
  return meant.length === 0 && isAsking && step !== "when" && (rest !== "" || number === undefined);
}

/** "Abonner les adhérents à une lettre" may be a summary; "abonner thèmes : dons", "silence jusqu'à lundi" are none. */
function saysSubscription(act: SubscriptionAct, rest: string): boolean {
  return act !== "subscribe" || /^[^:]{3,30}:/u.test(rest);
}

const subscriptionActs: ReadonlySet<CoordinationAct> = new Set<SubscriptionAct>([
  "subscribe",
  "unsubscribe",
  "subscriptions",
  "fewer",
  "silence",
  "speak",
  "quiet",
]);

function isAboutSubscription(act: CoordinationAct): act is SubscriptionAct {
  return subscriptionActs.has(act);
}

const workshopActs: ReadonlySet<CoordinationAct> = new Set<WorkshopAct>([
  "edit",
  "move",
  "postpone",
  "cancel",
  "duplicate",
  "publish",
  "delete",
  "approve",
  "refuse",
  "unschedule",
  "restore",
]);

function isAboutWorkshop(act: CoordinationAct): act is WorkshopAct {
  return workshopActs.has(act);
}

function refuse(phrase: PhraseKey, { tell }: TurnContext): Step {
  return { replies: [say(tell(phrase))] };
}

function doAct(
  request: CoordinationRequest,
  meant: readonly Workshop[],
  context: TurnContext,
): Step | undefined {
  const { act, rest, number } = request;
  if (isAboutWorkshop(act)) return doWithOne({ ...request, act }, meant, context);
  if (isAboutSubscription(act)) return undefined;
  switch (act) {
    case "new": {
      const draft = { act: "new", words: {}, step: "title" } as const;
      return rest === ""
        ? askOn(draft, context, context.tell("draft-begin"))
        : paste(rest, draft, context);
    }
    case "import": {
      const mode = { kind: "importing", text: rest } as const;
      // The file may come next, alone in its message.
      if (rest === "") return { mode, ...refuse("import-what", context) };
      return isImportable(rest) ? rehearseImport(mode, context) : undefined;
    }
    case "programme": {
      const { language } = context.conversation;
      return { replies: [say(listProgramme({ ...context, language }))] };
    }
    case "mine":
    case "schedule":
    case "failures":
      return { replies: [], effects: [{ kind: "tell-coordinator", about: act }] };
    case "retry":
      return { replies: [], effects: [{ kind: "retry-failures", campaign: number }] };
    case "proof":
      return number === undefined
        ? undefined
        : { replies: [], effects: [{ kind: "tell-proof", announcement: number }] };
    case "statistics":
      return askStatistics(rest, context);
    case "check-up-figures":
      return askFigures({ kind: "diagnostic", act: { kind: "tell-diagnostics" } }, context);
    case "request-figures":
      return askFigures({ kind: "handoff", act: { kind: "tell-handoff-figures" } }, context);
    case "resume":
      return resume(context);
    case "undo":
      return { replies: [], effects: [{ kind: "change-workshop", wish: { kind: "undo" } }] };
  }
}

/** One workshop is acted on; of several, or of none, which one is asked. */
function doWithOne(
  request: CoordinationRequest & { readonly act: WorkshopAct },
  meant: readonly Workshop[],
  context: TurnContext,
): Step | undefined {
  const { number, named } = request;
  const [only, ...others] = meant;
  if (only && others.length === 0) return actOnWorkshop(only, request, context);
  if (only || (number === undefined && named === undefined)) {
    return askWhichToChange(request, { among: meant }, context);
  }
  if (number === undefined) {
    if (named === undefined || !saysDay(named)) return undefined;
    const lead = context.tell("coordination-none-that-day", { day: named });
    return askWhichToChange(request, { lead }, context);
  }
  // "Approve 1 for 12" is about a seat.
  if (request.act === "approve" || request.act === "refuse") return undefined;
  // "Le 14" may be a day of the month.
  const { knowledge, now } = context;
  const among = comingIn({ programme: knowledge.programme(now), now }).filter(
    ({ localStart }) => Number(dayOf(localStart).slice(-2)) === number,
  );
  const lead = context.tell("seat-number-unknown", { number });
  return askWhichToChange(request, { among, lead }, context);
}
