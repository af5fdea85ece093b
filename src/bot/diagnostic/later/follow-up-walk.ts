import { formatShortDay } from "../../../answers/format-day.ts";
import { dueAfter, onWorkingWeek, type Delay } from "../../../diagnostic/due-day.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { SaidStepState } from "../../../understanding/diagnostic/read-step-state.ts";
import { localDay } from "../../../workshops/workshop-time.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { canAskAgain } from "./ask-again.ts";
import { helpWith, reasonOf } from "./follow-up-help.ts";
import { followUpPrompt } from "./follow-up-prompt.ts";
import { nextStep, reportSteps } from "./follow-up-report.ts";
import { isThreeMonthsOn } from "./follow-up-times.ts";
import { dayOf } from "./follow-up-wishes.ts";
import { adviceOf, followedRun, openLines, withLine, type Followed } from "./followed-run.ts";
import type { TalkOf } from "../talk-of.ts";

/** A turn of the talk, and the steps it is about. */
export interface Walking {
  readonly followed: Followed;
  readonly context: TurnContext;
}

/** Asks about the lines one by one, from a place in the roadmap on. */
export function walkFrom(place: number, context: TurnContext): Step {
  const { tell } = context;
  const followed = followedRun(context);
  if (!followed)
    return { replies: [say(tell("df-no-result", { command: tell("dq-start-label") }))] };
  const next = openLines(followed).find(({ at }) => at >= place);
  if (next) return asking({ kind: "follow-up", line: next.at, asksWhy: false }, context);
  if (place > 0) return endFollowUp(context);
  const end = endFollowUp(context);
  return { ...end, replies: [say(tell("df-nothing-open")), ...end.replies.slice(1)] };
}

/** Notes how some lines go, then asks why, or about the next, or ends. @param states by place, from 0 */
export function reportStep(
  states: ReadonlyMap<number, SaidStepState>,
  { followed, context }: Walking,
): Step {
  const { followed: after, drafts, notYet } = reportSteps(followed, states, context);
  const seen = seeing(after.run, context);
  const last = Math.max(...states.keys());
  const talk = { kind: "follow-up", line: notYet ?? 0, asksWhy: true } as const;
  // Once for several of them: nobody is asked to account for each.
  const isOfAll = states.size > 1 ? { isOfAll: true } : {};
  const step =
    notYet === undefined ? walkFrom(last + 1, seen) : asking({ ...talk, ...isOfAll }, seen);
  return keeping(after.run, step, drafts);
}

/** Helps with what is lacking, then goes on; undefined when no reason is named. */
export function helpStep(
  value: string | undefined,
  talk: TalkOf<"follow-up">,
  { followed, context }: Walking,
): Step | undefined {
  const reason = reasonOf(value);
  if (!reason) return undefined;
  const advice = adviceOf(followed.lines[talk.line], followed.questionnaire);
  const help = helpWith(reason, advice, context);
  const isForDate = reason === "time" && advice !== undefined;
  const after = isForDate
    ? asking(
        { kind: "follow-up", line: talk.line, asksWhy: false, ...ofAll(talk), asks: "date" },
        context,
      )
    : goPast(talk, context);
  return { ...after, replies: [help, ...after.replies] };
}

const delays: Readonly<Record<string, Delay>> = {
  "two-weeks": { weeks: 2 },
  "one-month": { months: 1 },
  "three-months": { months: 3 },
};

/** Goes on with what comes after a line. */
export function goPast(talk: TalkOf<"follow-up">, context: TurnContext): Step {
  return talk.isOfAll === true ? endFollowUp(context) : walkFrom(talk.line + 1, context);
}

/** A new date for a line, or the one it has; undefined for anything else. @param value a choice, or `YYYY-MM-DD` */
export function chooseDate(
  value: string | undefined,
  talk: TalkOf<"follow-up">,
  { followed, context }: Walking,
): Step | undefined {
  const { tell, now, knowledge, conversation } = context;
  if (value === "same") {
    const after = goPast(talk, context);
    return { ...after, replies: [say(tell("df-date-kept")), ...after.replies] };
  }
  if (value === undefined) return undefined;
  const delay = delays[value];
  const by = delay
    ? dueAfter(localDay(now, knowledge.settings.timeZone), delay)
    : onWorkingWeek(value);
  const run = {
    ...withLine(followed, talk.line, { state: "put-off", by }),
    updatedAt: now.toISOString(),
  };
  const day = formatShortDay(by, conversation.language);
  return keeping(run, goPast(talk, seeing(run, context)), [say(tell("df-date-set", { day }))]);
}

/** All was gone through: what changed may be looked at or, failing that, when the next question comes. */
function endFollowUp(context: TurnContext): Step {
  const { tell, now } = context;
  const followed = followedRun(context);
  const next = nextWords(followed, context);
  const isLate = followed !== undefined && isThreeMonthsOn(followed.run, now);
  if (isLate && canAskAgain(followed, context)) {
    const talk = { kind: "follow-up", line: 0, asksWhy: false, asks: "compare" } as const;
    const step = asking(talk, context);
    return { ...step, replies: [say([tell("df-end"), ...next].join("\n\n")), ...step.replies] };
  }
  const { followUp } = followed?.run ?? {};
  const day = followUp && dayOf(followUp, context);
  const later = day === undefined ? [] : [tell("df-end-later", { day })];
  return {
    mode: { kind: "idle" },
    replies: [say([[tell("df-end"), ...later].join(" "), ...next].join("\n\n"))],
  };
}

function nextWords(
  followed: Followed | undefined,
  { tell, conversation: { language } }: TurnContext,
): readonly string[] {
  const next = followed && nextStep(followed);
  if (!next) return [];
  return [tell("df-next-step", { title: next.title[language], step: next.step[language] })];
}

function asking(talk: TalkOf<"follow-up">, context: TurnContext): Step {
  return { mode: { kind: "diagnostic", talk }, replies: [followUpPrompt(talk, context)] };
}

function ofAll({ isOfAll }: TalkOf<"follow-up">) {
  return isOfAll === true ? { isOfAll } : {};
}

/** The run is written with the turn; what was said of it comes first. */
function keeping(run: DiagnosticRun, step: Step, drafts: readonly ReplyDraft[]): Step {
  return {
    ...step,
    replies: [...drafts, ...step.replies],
    effects: [{ kind: "diagnostic", act: { kind: "keep-run", run } }, ...(step.effects ?? [])],
  };
}

/** What is known once a run is changed as it is about to be written. */
function seeing(run: DiagnosticRun, context: TurnContext): TurnContext {
  const { diagnostic } = context;
  if (!diagnostic) return context;
  const changed = (one: DiagnosticRun) => (one.id === run.id ? run : one);
  return {
    ...context,
    diagnostic: {
      ...diagnostic,
      run: diagnostic.run && changed(diagnostic.run),
      earlier: diagnostic.earlier.map(changed),
    },
  };
}
