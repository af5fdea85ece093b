import { say, type ReplyDraft } from "../../../model/reply.ts";
import { foldText } from "../../../understanding/fold-text.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { listed, questionChoices } from "./question-choices.ts";
import { recordAnswer } from "./record-answer.ts";
import type { RunAtHand } from "../run-at-hand.ts";

/** Asks which of some answers is meant, each under its own number in the question. */
export function askBetween(codes: readonly string[], at: RunAtHand, context: TurnContext): Step {
  // Of who wants nothing kept, not even this is: the numbers still say which.
  const between = at.isUnkept ? undefined : codes;
  return {
    mode: { kind: "diagnostic", talk: { kind: "question", ...(between && { between }) } },
    replies: [betweenDraft(codes, at, context)],
  };
}

/** The answers that one is to be chosen of. */
export function betweenDraft(
  codes: readonly string[],
  { pending }: RunAtHand,
  context: TurnContext,
): ReplyDraft {
  const words = context.tell("dq-between");
  if (!pending || pending.kind === "number") {
    return say(
      words,
      codes.map((code) => ({ label: code, value: `number:${code}` })),
    );
  }
  const choices = questionChoices(pending, context).filter(({ value }) =>
    codes.some((code) => value === `option:${code}`),
  );
  const list = choices.map(({ label, mark }) => listed(label, Number(mark))).join("\n");
  return say(`${words}\n\n${list}`, choices);
}

/** "The second one", of those that were just proposed; a number of its own is that of the whole question. */
export function chosenBetween(
  text: string,
  codes: readonly string[],
  at: RunAtHand,
  context: TurnContext,
): Step | undefined {
  if (codes.length === 0 || /\d/u.test(text) || readAssent(text)) return undefined;
  const { choices } = betweenDraft(codes, at, context);
  const code = readChoice(text, choices)?.value.slice("option:".length);
  if (code === undefined || at.pending?.kind === "number") return undefined;
  return recordAnswer({ kind: "options", codes: [code] }, at, context, true);
}

/** "La deuxième", "the last", just after two were proposed: of those two, not of the whole question. */
export function placedBetween(
  text: string,
  codes: readonly string[],
  at: RunAtHand,
  context: TurnContext,
): Step | undefined {
  return namesPlace.test(foldText(text)) ? chosenBetween(text, codes, at, context) : undefined;
}

const namesPlace = /\b(?:premiere?|second|seconde|deuxieme|derniere?|first|last)\b/u;
