import type { GroupWords } from "../../../understanding/diagnostic/read-group-words.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { runAtHand } from "../run-at-hand.ts";
import { isGroupGone } from "./is-group-gone.ts";
import { withQuestion } from "../asking/with-question.ts";

/** With fewer answers there is nothing in common. */
export const FEWEST_ANSWERS = 2;

/**
 * "Terminé", "résultat commun": the opener has it drawn; who is in it is told it again, or when it comes.
 * Undefined where these words mean something else.
 */
export function finishGroup(
  { isShort }: Extract<GroupWords, { kind: "finish" }>,
  context: TurnContext,
): Step | undefined {
  const { tell, diagnostic } = context;
  const groups = diagnostic?.together?.groups ?? [];
  const undrawn = groups.filter(({ group }) => group.drawn === undefined);
  // Their own before another's: it waits for them alone.
  const open = undrawn.find(({ isOpener }) => isOpener) ?? undrawn[0];
  // "Terminé" says other things too, of a question or of a step.
  if (isShort && (open?.isOpener !== true || isBusy(context))) return undefined;
  const drawn = groups.find(({ group }) => group.drawn !== undefined);
  if (!open) {
    if (!drawn) {
      const phrase = isGroupGone(context) ? "dg-gone" : "dg-no-group";
      return isShort ? undefined : withQuestion(tell(phrase), context);
    }
    const hasAnswered = drawn.own.some(({ completedAt }) => completedAt !== undefined);
    if (!hasAnswered) return withQuestion(tell("dg-answerers-only"), context);
    const act = { kind: "tell-group", code: drawn.code } as const;
    return { replies: [], effects: [{ kind: "diagnostic", act }] };
  }
  const { answered, isOpener, group, code } = open;
  if (group.closedAt !== undefined) return withQuestion(tell("dg-closed"), context);
  if (!isOpener) return withQuestion(tell("dg-opener-only"), context);
  if (answered < FEWEST_ANSWERS) return withQuestion(tell("dg-too-few"), context);
  const act = { kind: "close-group", code } as const;
  return withQuestion(tell("dg-closed"), context, [{ kind: "diagnostic", act }]);
}

/** A run under way has an end of its own. */
function isBusy(context: TurnContext): boolean {
  const { mode } = context.conversation;
  const asks =
    mode.kind === "diagnostic" && mode.talk.kind !== "result" && mode.talk.kind !== "after";
  return (
    asks ||
    (mode.kind !== "idle" && mode.kind !== "diagnostic") ||
    runAtHand(context)?.run.state === "asking"
  );
}
