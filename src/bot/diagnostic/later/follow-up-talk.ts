import { foldText } from "../../../understanding/fold-text.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import { stripCourtesy } from "../../../understanding/strip-courtesy.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { readResultWords } from "../../../understanding/diagnostic/read-result-words.ts";
import { readFollowUpWish } from "../../../understanding/diagnostic/read-follow-up-wish.ts";
import { readStepReport } from "../../../understanding/diagnostic/read-step-state.ts";
import type { Mode } from "../../../model/conversation.ts";
import { say } from "../../../model/reply.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { askAgain, canAskAgain } from "./ask-again.ts";
import {
  chooseDate,
  goPast,
  helpStep,
  reportStep,
  walkFrom,
  type Walking,
} from "./follow-up-walk.ts";
import { followUpChoice } from "./follow-up-message.ts";
import { followUpPrompt } from "./follow-up-prompt.ts";
import { occasionAsked } from "./follow-up-times.ts";
import { followWish } from "./follow-up-wishes.ts";
import { followedRun, openLines } from "./followed-run.ts";
import { isStale } from "../asking/found-unfinished.ts";
import { askedAgain } from "../asking/passing-answer.ts";
import { readDueDay } from "../result/read-due-day.ts";
import type { Manner, TalkOf } from "../talk-of.ts";

export { followUpPrompt };

/** Reads a message as an answer to it; undefined when it is something else. */
export function replyInFollowUp(
  text: string,
  talk: TalkOf<"follow-up">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  // A choice of a line that was asked about before says nothing of this one.
  if (manner === "pressed-before") return undefined;
  const followed = followedRun(context);
  if (!followed) return undefined;
  if (saysStop(text)) return followWish("stop", context);
  const command = readDiagnosticCommand(text)?.kind;
  const isCompared = talk.asks === "compare";
  if (command === "pause") return isCompared ? leaveComparison(context) : leave(context);
  if (command === "back" || command === "where") return backTo(talk, context);
  const value = readChoice(text, followUpPrompt(talk, context).choices)?.value;
  const steps = openLines(followed);
  const report = readStepReport(value ?? text, steps.length);
  const isPlain = report?.kind === "some";
  const isAnswer = value !== undefined || report !== undefined || readAssent(text) !== undefined;
  // Days later, "fait" may be of anything.
  if (manner === "typed" && isStale(context) && isAnswer && !isPlain) {
    return { replies: [askedAgain(followUpPrompt(talk, context), context.tell)] };
  }
  if (isCompared) {
    const said = value ?? readAssent(text);
    if (said === "yes") return askAgain(context);
    return said === "no" ? leaveComparison(context) : undefined;
  }
  const isSkipped = command === "skip" || command === "keep";
  if (talk.asks === "date") {
    return dateSaid(value ?? (isSkipped ? "same" : undefined), text, talk, { followed, context });
  }
  if (isSkipped) return goPast(talk, context);
  if (talk.asksWhy)
    return helpStep(value, talk, { followed, context }) ?? leaveAtThanks(text, context);
  if (!report && isBareNumber(text)) return { replies: [followUpPrompt(talk, context)] };
  if (!report) return leaveAtThanks(text, context);
  return report.kind === "all"
    ? reportStep(new Map([[talk.line, report.state]]), { followed, context })
    : reportStep(byPlace(report.states, steps), { followed, context });
}

/** A day that is chosen, or written. */
function dateSaid(
  chosen: string | undefined,
  text: string,
  talk: TalkOf<"follow-up">,
  { followed, context }: Walking,
): Step | undefined {
  const { now, knowledge, tell } = context;
  const day = chosen ?? readDueDay(text, { now, zone: knowledge.settings.timeZone });
  if (day === "past") {
    const { choices } = followUpPrompt(talk, context);
    return { replies: [say(tell("dr-roadmap-day-past"), choices)] };
  }
  return chooseDate(day, talk, { followed, context }) ?? leaveAtThanks(text, context);
}

/** The same line again, from what it lacks or from its date back to how it goes. */
function backTo({ line, asks }: TalkOf<"follow-up">, context: TurnContext): Step {
  const talk =
    asks === "compare"
      ? ({ kind: "follow-up", line, asksWhy: false, asks } as const)
      : ({ kind: "follow-up", line, asksWhy: false } as const);
  return { mode: { kind: "diagnostic", talk }, replies: [followUpPrompt(talk, context)] };
}

/** "Merci", "c'est tout" end it for today. */
function leaveAtThanks(text: string, context: TurnContext): Step | undefined {
  const words = readResultWords(text)?.kind;
  return words === "thanks" || words === "enough" ? leave(context) : undefined;
}

/** Reads a message, whatever is talked of, as a command about this; in private only. */
export function followUpStep(
  text: string,
  context: TurnContext,
  _manner: Manner,
): Step | undefined {
  const said = readFollowUpWish(text);
  if (!said) return undefined;
  const { wish, isShared } = said;
  if (isShared && !isAboutThis(context)) return undefined;
  if (wish === "tell") return walkFrom(0, context);
  return wish === "compare" ? askAgain(context) : followWish(wish, context);
}

/**
 * Reads a message as the answer to what was asked months after the result, where nothing asked since waits:
 * the message came by itself, in a room that was not known then.
 */
export function replyToFollowUpMessage(text: string, context: TurnContext): Step | undefined {
  const followed = followedRun(context);
  if (!followed || occasionAsked(followed.run, context.now) === undefined) return undefined;
  const askedAt = followed.run.followUp?.askedAt ?? "";
  const steps = openLines(followed);
  const report = readStepReport(text, steps.length);
  // "1 fait, 2 en cours" is plain, whatever was said since; "oui" is not.
  if (report?.kind === "some" && canWait(context.conversation.mode)) {
    return reportStep(byPlace(report.states, steps), { followed, context });
  }
  if (!isFree(context, askedAt)) return undefined;
  if (saysStop(text)) return followWish("stop", context);
  if (steps.length === 0) {
    const isYes = canAskAgain(followed, context) && readAssent(text) === "yes";
    return isYes ? askAgain(context) : undefined;
  }
  const number = /^\s*(\d)\s*\.?\s*$/u.exec(text)?.[1];
  const named = number === undefined ? undefined : steps[Number(number) - 1];
  if (named) return walkFrom(named.at, context);
  if (report?.kind !== "all") return undefined;
  const { state, isOfEach } = report;
  // "Fait" where three are asked about does not say which.
  const isPlain = steps.length === 1 || isOfEach || state === "not-yet";
  if (!isPlain) return walkFrom(0, context);
  const all = new Map(steps.map(({ at }) => [at, state]));
  return reportStep(all, { followed, context });
}

/** What is said by number, by place in the roadmap. */
function byPlace<State>(
  states: ReadonlyMap<number, State>,
  steps: readonly { readonly at: number }[],
): ReadonlyMap<number, State> {
  return new Map(
    [...states].flatMap(([number, state]) => {
      const step = steps[number - 1];
      return step ? [[step.at, state] as const] : [];
    }),
  );
}

/** Whether nothing waits for this person but how their steps go. */
function isFree({ conversation: { mode, updatedAt } }: TurnContext, askedAt: string): boolean {
  return mode.kind === "idle" || (updatedAt < askedAt && canWait(mode));
}

/** Whether what a mode waits for is no work of theirs. */
function canWait(mode: Mode): boolean {
  if (mode.kind !== "diagnostic") return !holdsWork.has(mode.kind);
  return mode.talk.kind === "result" || mode.talk.kind === "after";
}

const holdsWork: ReadonlySet<string> = new Set([
  "drafting",
  "importing",
  "confirming-forget",
  "confirming-restart",
]);

/** "Mes rappels" of somebody who has seats are those of workshops. */
function isAboutThis(context: TurnContext): boolean {
  const { followUp } = followedRun(context)?.run ?? {};
  const isSet = followUp?.nextAt !== undefined || followUp?.askedAt !== undefined;
  return isSet && (context.speaker?.seats ?? []).length === 0;
}

function isBareNumber(text: string): boolean {
  return /^\s*\d{1,3}\s*[.)]?\s*$/u.test(text);
}

function saysStop(text: string): boolean {
  const said = foldText(stripCourtesy(text))
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim();
  if (/^(?:stop|arrete[rz]?|stop tout|arretez tout)$/u.test(said)) return true;
  return readFollowUpWish(text)?.wish === "stop";
}

function leave({ tell }: TurnContext): Step {
  const { label } = followUpChoice("tell", tell);
  return { mode: { kind: "idle" }, replies: [say(tell("df-left", { label }))] };
}

function leaveComparison({ tell }: TurnContext): Step {
  const { label } = followUpChoice("compare", tell);
  return { mode: { kind: "idle" }, replies: [say(tell("df-left", { label }))] };
}
