import type { Effect } from "../../../model/turn.ts";
import { readAnswer } from "../../../understanding/diagnostic/read-answer.ts";
import {
  readGroupWords,
  type GroupWords,
} from "../../../understanding/diagnostic/read-group-words.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { finishGroup } from "./finish-group.ts";
import { keeping } from "../asking/go-on.ts";
import { isGroupGone } from "./is-group-gone.ts";
import { joinStep } from "./join-talk.ts";
import { opening } from "./opening-group.ts";
import { quoteTyped } from "../result/quote-typed.ts";
import { offerPrompt } from "../asking/offer.ts";
import { runAtHand, withRun } from "../run-at-hand.ts";
import { shownCode, type SeenGroup } from "./together-view.ts";
import { withQuestion } from "../asking/with-question.ts";

/** Reads a message, whatever is talked of, as a wish about answering with others; in private only. */
export function groupStep(text: string, context: TurnContext): Step | undefined {
  const words = readGroupWords(text);
  if (!words || !context.diagnostic?.together) return undefined;
  switch (words.kind) {
    case "open":
      return words.isShort && meansAnother(text, context) ? undefined : openStep(context);
    case "join":
      return joinStep(words.code, context);
    case "leave":
      return leaveStep(context);
    case "name":
      return nameStep(words, context);
    case "code":
      return codeStep(context);
    case "finish":
      return finishGroup(words, context);
  }
}

/** "À plusieurs" answers some questions of the diagnostic, and asks for nothing where nobody talks of it. */
function meansAnother(text: string, context: TurnContext): boolean {
  const { mode, language } = context.conversation;
  if (mode.kind !== "diagnostic") return true;
  const pending = mode.talk.kind === "question" ? runAtHand(context)?.pending : undefined;
  return pending !== undefined && readAnswer(text, pending, language).kind === "answer";
}

/** A code for the run under way or the result there is; else, first the run. */
function openStep(context: TurnContext): Step {
  const { tell, diagnostic } = context;
  const run = diagnostic?.run;
  const open = openGroupOf(context);
  if (open) return withQuestion(codeWords(open, context), context);
  if (run && diagnostic.isUnkept && run.state !== "completed") {
    return withQuestion(tell("dg-unkept"), context);
  }
  const isOfUse = run?.state === "asking" || run?.state === "paused" || run?.state === "completed";
  if (
    !run ||
    !isOfUse ||
    diagnostic.isUnkept ||
    diagnostic.isUnreadable ||
    (run.group !== undefined && !isGroupGone(context))
  ) {
    const talk = { kind: "offer", isTogether: true } as const;
    const prompt = offerPrompt(talk, context);
    return {
      mode: { kind: "diagnostic", talk },
      replies: [{ ...prompt, text: `${tell("dg-begin-first")}\n\n${prompt.text}` }],
      conversation: { unclearInARow: 0 },
    };
  }
  const code = diagnostic.together?.freshCode ?? "";
  const grouped = { ...run, group: code };
  return withQuestion(tell("dg-opened", { code: shownCode(code) }), withRun(grouped, context), [
    keeping(grouped, context),
    opening(code, run),
  ]);
}

/** Their answers leave the group, until the common result is drawn; they stay theirs. */
function leaveStep(context: TurnContext): Step | undefined {
  const { tell, diagnostic } = context;
  const groups = diagnostic?.together?.groups ?? [];
  const theirs = groups.filter(({ own }) => own.length > 0);
  // What is drawn cannot be left: what is not comes first.
  const seen = theirs.find(({ group }) => group.drawn === undefined) ?? theirs[0];
  if (!seen) return groups.length > 0 ? withQuestion(tell("dg-not-in"), context) : undefined;
  if (seen.group.drawn) return withQuestion(tell("dg-left-too-late"), context);
  // Each of them: an earlier result would count in place of the latest.
  const left = seen.own.map((run) => ({ ...run, group: undefined }));
  const atHand = left.find(({ id }) => id === diagnostic?.run?.id);
  // The clock of a run stands still: nothing was answered.
  const kept = left.map((run): Effect => ({ kind: "diagnostic", act: { kind: "keep-run", run } }));
  return withQuestion(tell("dg-left"), atHand ? withRun(atHand, context) : context, kept);
}

function nameStep(
  { nickname }: Extract<GroupWords, { kind: "name" }>,
  context: TurnContext,
): Step | undefined {
  const open = openGroupOf(context);
  if (!open) return undefined;
  const act = { kind: "name-group", code: open.code, nickname } as const;
  return withQuestion(context.tell("dg-named", { nickname: quoteTyped(nickname) }), context, [
    { kind: "diagnostic", act },
  ]);
}

function codeStep(context: TurnContext): Step | undefined {
  const open = openGroupOf(context) ?? context.diagnostic?.together?.groups[0];
  return open && withQuestion(codeWords(open, context), context);
}

function codeWords({ code, answered, group }: SeenGroup, { tell }: TurnContext): string {
  if (group.drawn) return tell("dg-drawn-already");
  const shown = shownCode(code);
  return answered < 2
    ? tell(answered === 0 ? "dg-code-none" : "dg-code-one", { code: shown })
    : tell("dg-code", { code: shown, answered });
}

/** The group they opened that is not drawn yet. */
function openGroupOf({ diagnostic }: TurnContext): SeenGroup | undefined {
  return diagnostic?.together?.groups.find(
    ({ isOpener, group }) => isOpener && group.drawn === undefined && group.closedAt === undefined,
  );
}
