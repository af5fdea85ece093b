import type { Request } from "../../../model/request.ts";
import { readEmergency } from "../../../understanding/handoff/read-emergency.ts";
import type { Conversation } from "../../../model/conversation.ts";
import type { TurnContext } from "../../turn-context.ts";
import { givenOf } from "./own-requests.ts";

/** Below this confidence, 0..1, an intent tells nothing of what a question is about. */
const TELLS_THEME = 0.3;

/** What making a draft needs of a moment. */
export type DraftContext = Pick<TurnContext, "knowledge" | "now" | "handoff"> & {
  readonly conversation: Pick<Conversation, "language">;
};

/** What a draft is made from. */
export interface Drafting {
  readonly question: string;
  readonly because: Request["because"];
  /** Intent of the answer that did not help. */
  readonly intent?: string | undefined;
}

/** A draft as it is begun; its id and its asker are known once it is stored. */
export function newDraft({ question, because, intent }: Drafting, context: DraftContext): Request {
  const { conversation, now } = context;
  const at = now.toISOString();
  return {
    id: "",
    number: 0,
    revision: 1,
    ...subjectOf(question, intent, context),
    territory: territoryKnown(context),
    language: conversation.language,
    priority: priorityOf(question),
    state: { kind: "draft" },
    turn: "none",
    because,
    at,
    offers: [],
    givenBackBy: [],
    notTo: [],
    marks: [],
    showsAdviser: true,
    reopened: 0,
    messages: 1,
    updatedAt: at,
  };
}

/** The draft with other words: its theme and its urgency are those of the words, unless they were chosen. */
export function withQuestion(draft: Request, question: string, context: DraftContext): Request {
  const { theme, intent } =
    draft.theme === undefined ? subjectOf(question, undefined, context) : draft;
  const priority = draft.priority === "high" ? "high" : priorityOf(question);
  return { ...draft, theme, intent, priority };
}

/** What is urgent goes before, and its content is read first. Source: HANDOFF.md, 2. */
function priorityOf(question: string): Request["priority"] {
  const emergency = readEmergency(question);
  return emergency === undefined || emergency === "distress" ? "normal" : "high";
}

/** The intent a question is likeliest to mean, and its theme where people know of it. */
function subjectOf(
  question: string,
  known: string | undefined,
  { knowledge, conversation }: DraftContext,
): Pick<Request, "theme" | "intent"> {
  const { language } = conversation;
  const understood =
    known === undefined && question !== ""
      ? knowledge.understand(question, { language, previousIntent: undefined }).questions
      : [];
  const best = understood[0]?.candidates.find(({ intent }) => !isOfBot(intent));
  const intent = known ?? (best && best.confidence >= TELLS_THEME ? best.intent : undefined);
  const theme = intent?.split(".")[0];
  const isTheme = knowledge.library.themes.some(({ id }) => id === theme);
  return { intent, theme: isTheme ? theme : undefined };
}

function isOfBot(intent: string): boolean {
  return intent.startsWith("bot.");
}

/** That of what they asked before: it is shown, and they may change it. */
function territoryKnown({ handoff }: DraftContext): string | undefined {
  return handoff && givenOf(handoff).find(({ territory }) => territory !== undefined)?.territory;
}
