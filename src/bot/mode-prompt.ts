import { composeAnswer } from "../answers/compose-answer.ts";
import type { Mode } from "../model/conversation.ts";
import type { IntentId, Resource } from "../model/library.ts";
import type { Tell } from "../model/phrases.ts";
import { say, type Choice, type ReplyDraft } from "../model/reply.ts";
import { nextOnTheme } from "../workshops/tell-workshops.ts";
import { signUpChoices } from "../sign-up/sign-up-choices.ts";
import { draftChoices, draftPrompt } from "./coordination/draft-prompt.ts";
import { importChoices } from "./coordination/importing.ts";
import { diagnosticPrompt } from "./diagnostic/diagnostic-prompt.ts";
import { handoffPrompt } from "./handoff/handoff-prompt.ts";
import { today, workshopSaying } from "./knowledge.ts";
import type { TurnContext } from "./turn-context.ts";
import { workshopsAskedFor, type AskedFor } from "./workshops-asked-for.ts";

/** Buttons and lists cut labels at this length on the narrowest platform we serve. */
const MAX_LABEL = 80;

/** The next page is the first choice after an answer. */
const NEXT_NUMBER = 1;

/** More workshops than this are signed up for by their number. */
const MOST_SIGN_UPS = 3;

/** What can be answered in a mode; found again from the mode alone, so that nothing is lost by a restart. */
export function choicesOf(mode: Mode, context: TurnContext): readonly Choice[] {
  const { tell } = context;
  switch (mode.kind) {
    case "idle":
    case "rephrasing":
      return [];
    case "seats":
      return mode.labels.map((label) => ({ label, value: `say:${label}` }));
    case "diagnostic":
      return diagnosticPrompt(mode.talk, context).choices;
    case "handoff":
      return handoffPrompt(mode.talk, context).choices;
    case "answered":
      return choicesAfter(mode.intent, mode.question, context);
    case "choosing":
      return [
        ...mode.options.flatMap((id) => askChoices(context.knowledge.resource(id), context)),
        { label: tell("none-of-these"), value: "none" },
      ];
    case "not-known":
      return [
        { label: tell("see-people"), value: "people" },
        { label: tell("see-help"), value: "help" },
      ];
    case "explaining":
      return [
        { label: tell("why-other-question"), value: "other-question" },
        { label: tell("why-too-hard"), value: "too-hard" },
        { label: tell("why-incomplete"), value: "incomplete" },
        { label: tell("why-wrong"), value: "wrong" },
      ];
    case "drafting":
      return draftChoices(mode.draft, context);
    case "importing":
      return importChoices(mode, context);
    case "confirming-forget":
      return [
        { label: tell("forget-yes"), value: "yes" },
        { label: tell("forget-no"), value: "no" },
      ];
    case "confirming-restart":
      return [
        { label: tell("restart-yes"), value: "yes" },
        { label: tell("restart-no"), value: "no" },
      ];
  }
}

/** What is said on entering a mode, or on coming back to it; undefined where nothing waits. */
export function promptOf(mode: Mode, context: TurnContext): ReplyDraft | undefined {
  const { tell, knowledge } = context;
  const choices = choicesOf(mode, context);
  switch (mode.kind) {
    case "idle":
    case "seats":
      return undefined;
    case "answered": {
      const resource = knowledge.resource(mode.intent);
      return resource ? answerDraft(resource, mode.question, context) : undefined;
    }
    case "choosing":
      return say(tell("clarify"), choices);
    case "rephrasing":
      return say(tell("rephrase"));
    case "not-known":
      return say(tell("unknown"), choices);
    case "explaining":
      return say(tell("dislike-why"), choices);
    case "drafting":
      return draftPrompt(mode.draft, context);
    case "diagnostic":
      return diagnosticPrompt(mode.talk, context);
    case "handoff":
      return handoffPrompt(mode.talk, context);
    case "importing":
      return say(tell(mode.text === "" ? "import-what" : "import-confirm"), choices);
    case "confirming-forget":
      return say(tell("forget-confirm"), choices);
    case "confirming-restart":
      return say(tell("restart-confirm"), choices);
  }
}

/** An answer that waits for a reply: the page, a workshop that could help, then "what next, does it help?". */
export function answerDraft(
  resource: Resource,
  question: string,
  context: TurnContext,
): ReplyDraft {
  const { conversation, knowledge, now, tell } = context;
  const { language } = conversation;
  const asked = workshopsAskedFor(resource.id, question, context);
  const page = composeAnswer({ resource, language, today: today(knowledge, now), tell });
  const answer = asked ? withPage(asked, page, tell) : page;
  const workshop =
    resource.workshopTheme === undefined
      ? undefined
      : nextOnTheme(resource.workshopTheme, workshopSaying(knowledge, language, now));
  const text = workshop ? `${answer}\n\n${tell("workshop-could-help", { workshop })}` : answer;
  return {
    ...say(text, choicesAfter(resource.id, question, context)),
    asks: asksAfter(resource.id, context),
  };
}

/** What the programme says, before the page unless it says enough; how to sign up, where no choice does. */
function withPage({ text, told, isWhole }: AskedFor, page: string, tell: Tell): string {
  // No choices stand below a long list: see `choicesAfter`.
  const first = told.find((one) => signUpChoices([one], tell).length > 0);
  const isByWords = first !== undefined && told.length > MOST_SIGN_UPS;
  const how = isByWords ? [tell("workshops-sign-up-how", { number: first.number })] : [];
  return [text, ...how, ...(isWhole ? [] : [page])].join("\n\n");
}

function choicesAfter(intent: IntentId, question: string, context: TurnContext): readonly Choice[] {
  const { tell } = context;
  const told = workshopsAskedFor(intent, question, context)?.told ?? [];
  return [
    ...askChoices(nextPage(intent, context), context),
    { label: tell("useful-yes"), value: "useful" },
    { label: tell("useful-no"), value: "not-useful" },
    // Last, so that the others keep their numbers.
    ...(told.length <= MOST_SIGN_UPS ? signUpChoices(told, tell) : []),
  ];
}

/** How to ask the next question, then whether this answer helps: a bare "yes" answers what is read last. */
function asksAfter(intent: IntentId, context: TurnContext): string {
  const { conversation, tell } = context;
  const next = nextPage(intent, context);
  const useful = tell("useful-question");
  if (!next) return useful;
  const title = next.title[conversation.language];
  return `${tell("next-question", { title, number: NEXT_NUMBER })}\n\n${useful}`;
}

/** The best next page; one that is planned but not written yet is passed over. */
function nextPage(intent: IntentId, { knowledge }: TurnContext): Resource | undefined {
  return knowledge
    .resource(intent)
    ?.next.map((id) => knowledge.resource(id))
    .find((page) => page !== undefined);
}

function askChoices(resource: Resource | undefined, context: TurnContext): readonly Choice[] {
  if (!resource) return [];
  const label = resource.title[context.conversation.language];
  return [{ label: label.slice(0, MAX_LABEL), value: `ask:${resource.id}` }];
}
