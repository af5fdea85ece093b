import { say } from "../../../model/reply.ts";
import type { DiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { answerIntent } from "../../answer-intent.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { askEraseAll } from "./erase-all.ts";
import { goOn, keeping, leaving } from "./go-on.ts";
import { minutesLeft } from "./minutes-left.ts";
import { atFirstUnanswered, waitingFor } from "./move-run.ts";
import { pauseRun } from "./pausing.ts";
import { questionDraft } from "./question-prompt.ts";
import { placeOf } from "./question-place.ts";
import { recapDraft } from "./recap-draft.ts";
import { recordAnswer } from "./record-answer.ts";
import type { RunAtHand } from "../run-at-hand.ts";
import { askStartAgain } from "./start-again.ts";
import { stopRun } from "./stopping.ts";

/** Does what a command asks while questions are asked, or the answers read again; undefined where it means nothing. */
export function followCommand(
  command: DiagnosticCommand,
  at: RunAtHand | undefined,
  context: TurnContext,
): Step | undefined {
  const { tell } = context;
  if (command.kind === "erase") return askEraseAll(context);
  if (!at) return undefined;
  const { run, pending } = at;
  switch (command.kind) {
    case "skip":
    case "keep":
      return pending && passOver(at, context);
    case "why":
      return pending && again([why(at, context)], context);
    case "help":
      return pending ? again([inSimplerWords(at, context)], context) : undefined;
    case "where":
      return again([where(at, context)], context);
    case "pause":
      return pauseRun(at, context);
    case "stop":
      return stopRun(at, context);
    case "restart":
      return askStartAgain(context);
    case "human":
      return toPeople(at, context);
    case "back":
      return goBack(at, context);
    case "edit":
      return goTo(command.number, at, context);
    case "resume":
    case "start":
      return again([], context);
    case "finish":
      return pending && stopRun(at, context);
    case "details":
    case "roadmap":
    case "report":
      return run.state === "asking" ? again([tell("dq-no-result-yet")], context) : undefined;
  }
}

/** What waits, said again with a line before it: the question stays the same one. */
function again(lead: readonly string[], context: TurnContext): Step {
  const { mode } = context.conversation;
  const isRecap = mode.kind === "diagnostic" && mode.talk.kind === "recap";
  return { replies: [isRecap ? recapDraft(context, lead) : questionDraft(context, lead)] };
}

function why({ pending }: RunAtHand, { conversation }: TurnContext): string {
  return pending?.why[conversation.language] ?? "";
}

function inSimplerWords({ pending }: RunAtHand, { conversation, tell }: TurnContext): string {
  const words = pending?.help ?? pending?.text;
  return `${words?.[conversation.language] ?? ""} ${tell("dq-help")}`.trim();
}

function where({ run, pending, questionnaire }: RunAtHand, { tell }: TurnContext): string {
  if (!pending) return tell("dq-where-recap");
  const place = placeOf(pending, run, questionnaire);
  const minutes = minutesLeft(place, run.path);
  const { position, total } = place;
  return tell(minutes === 1 ? "dq-where-one" : "dq-where", { position, total, minutes });
}

/** "Suivant" keeps the answer that is there; without one, the question is passed over. */
function passOver(at: RunAtHand, context: TurnContext): Step {
  const { run, pending, questionnaire } = at;
  const isAnswered = pending !== undefined && run.answers[pending.id] !== undefined;
  if (!isAnswered) return recordAnswer({ kind: "skipped" }, at, context, false);
  return goOn(atFirstUnanswered(run, questionnaire), context);
}

/** The question before, with the answer it has; those that do not concern them are not seen. */
function goBack(at: RunAtHand, context: TurnContext): Step {
  const { run, questions, pending } = at;
  const index = pending ? questions.findIndex(({ id }) => id === pending.id) : questions.length;
  const before = questions[index - 1];
  if (!before) return again([context.tell("dq-first-question")], context);
  return goOn(waitingFor(before, run), context);
}

/** The question of a number, where it was asked already. */
function goTo(number: number, { run, questions }: RunAtHand, context: TurnContext): Step {
  const question = questions[number - 1];
  const isAsked = question && (run.answers[question.id] || question.id === run.pending?.question);
  if (!isAsked) return again([context.tell("dq-not-asked", { number })], context);
  return goOn(waitingFor(question, run), context);
}

/** Somebody to talk to; the run waits. */
function toPeople({ run }: RunAtHand, context: TurnContext): Step {
  const { replies } = answerIntent("bot.human", "", context);
  return leaving(
    [...replies, say(context.tell("dq-waits"))],
    [keeping({ ...run, state: "paused" }, context)],
  );
}
