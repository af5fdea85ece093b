import type { Step, TurnContext } from "../../turn-context.ts";
import { readAnswer } from "../../../understanding/diagnostic/read-answer.ts";
import { recordAnswer } from "./record-answer.ts";
import type { RunAtHand } from "../run-at-hand.ts";

/** What the free sentence is about is kept, never the sentence: neither stored nor logged. */
export function takeSentence(text: string, at: RunAtHand, context: TurnContext): Step {
  const { knowledge, conversation } = context;
  const { language } = conversation;
  const reading = at.pending && readAnswer(text, at.pending, language);
  if (reading?.kind === "answer" && reading.answer.kind === "unknown") {
    return recordAnswer({ kind: "skipped" }, at, context, false);
  }
  const { questions } = knowledge.understand(text, { language, previousIntent: undefined });
  const intents = questions.flatMap(({ decision, candidates: [best] }) =>
    decision === "sure" && best && !best.intent.startsWith("bot.") ? [best.intent] : [],
  );
  const answer = { kind: "about", intents: [...new Set(intents)] } as const;
  const step = recordAnswer(answer, at, context, false);
  return step;
}
