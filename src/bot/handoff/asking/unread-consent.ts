import { say } from "../../../model/reply.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { consentChoices } from "./consent-prompt.ts";
import { servedIn } from "./is-served.ts";
import { draftOf, wordsOfDraft } from "./own-requests.ts";
import { isAboutSeats } from "./relay-step.ts";

/**
 * What is typed below a draft and is no answer to it: nothing is given, and how to answer is said again. Undefined
 * for a question, and for what is understood for sure. Read after every command.
 */
export function unreadConsent(text: string, context: TurnContext): Step | undefined {
  const { conversation, knowledge, tell } = context;
  const { mode, language } = conversation;
  const view = servedIn(context);
  if (mode.kind !== "handoff" || mode.talk.kind !== "consent" || !view) return undefined;
  const draft = draftOf(view, mode.talk.request);
  if (!draft || text.includes("?") || isAboutSeats(text)) return undefined;
  const { questions } = knowledge.understand(text, { language, previousIntent: undefined });
  if (questions.some(({ decision }) => decision === "sure")) return undefined;
  const choices = consentChoices(draft, wordsOfDraft(view, draft), mode.talk, context);
  return { replies: [say(tell("ha-consent-unread"), choices)] };
}
