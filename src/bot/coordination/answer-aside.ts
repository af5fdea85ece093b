import type { WorkshopDraft } from "../../model/workshop-draft.ts";
import { answerInPassing } from "../answer-intent.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { draftPrompt } from "./draft-prompt.ts";

/** Words that ask something at the beginning of a message; a draft waits for names and places, not for these. */
const asks =
  /^(?:et |and |bonjour,? |dis,? )*(?:comment|pourquoi|quels?|quelles?|combien|quand|est-ce|est ce|qu'est|qui|peut-on|peut on|puis-je|faut-il|how|why|what|which|when|where|who|can|could|do|does|is|are|should)\b/iu;

/**
 * Questions we are sure of are answered, and the draft asks again what it waits for; undefined for others, and for
 * what is no question: a place or a title may look like one to the library.
 */
export function answerAside(
  text: string,
  draft: WorkshopDraft,
  context: TurnContext,
): Step | undefined {
  if (!text.includes("?") && !asks.test(text.trim())) return undefined;
  const { knowledge, conversation } = context;
  const { questions } = knowledge.understand(text, {
    language: conversation.language,
    previousIntent: undefined,
  });
  if (questions.length === 0 || questions.some(({ decision }) => decision !== "sure"))
    return undefined;
  const answers = questions.flatMap(({ question, candidates: [best] }) =>
    best ? answerInPassing(best.intent, question, context).replies : [],
  );
  const intents = questions.flatMap(({ candidates: [best] }) => (best ? [best.intent] : []));
  return {
    replies: [...answers, draftPrompt(draft, context, context.tell("draft-resumed"))],
    outcome: {
      decision: "answer",
      intents,
      confidence: Math.min(...questions.map(({ candidates: [best] }) => best?.confidence ?? 0)),
      candidates: questions[0]?.candidates ?? [],
    },
  };
}
