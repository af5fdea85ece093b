import { decideTurn } from "../bot/decide-turn.ts";
import type { Knowledge } from "../bot/knowledge.ts";
import { newConversation } from "../model/conversation.ts";
import type { Language } from "../model/language.ts";
import { say, type ReplyDraft } from "../model/reply.ts";
import type { Outcome } from "../model/turn.ts";

/** What one question alone, in a conversation of its own, comes to. */
export interface AnsweredOnce extends Outcome {
  readonly language: Language;
  readonly replies: readonly ReplyDraft[];
}

/** Answers one question as the bot would the first time somebody writes. Nothing is stored. */
export function answerOnce(question: string, knowledge: Knowledge, now: Date): AnsweredOnce {
  const { language } = knowledge.settings;
  const nobody = { platform: "ask", room: "ask", person: "ask", language };
  const turn = decideTurn(
    newConversation(nobody, now),
    { message: { text: question, pressed: undefined }, now },
    knowledge,
  );
  const outcome = turn.outcome ?? {
    decision: "unknown",
    intents: [],
    confidence: 0,
    candidates: [],
  };
  const { language: spoken, mode } = turn.conversation;
  // Nothing is stored of a question asked alone: there is nothing to show nor to erase.
  const isAboutData = turn.effects.some(({ kind }) => kind === "export-my-data");
  const replies =
    isAboutData || mode.kind === "confirming-forget"
      ? [say(knowledge.tell(spoken)("export-none"))]
      : turn.replies;
  return { ...outcome, language: spoken, replies };
}
