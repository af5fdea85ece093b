import { composeContacts } from "../answers/compose-contacts.ts";
import type { IntentId } from "../model/library.ts";
import { say } from "../model/reply.ts";
import { tellPolicy } from "../privacy/tell-policy.ts";
import { foldText } from "../understanding/fold-text.ts";
import { tellDetails, tellProgramme } from "../workshops/tell-workshops.ts";
import { workshopSaying } from "./knowledge.ts";
import { answerDraft, promptOf } from "./mode-prompt.ts";
import type { Step, TurnContext } from "./turn-context.ts";

/** Answers an intent: its page, completed by what only the software knows (programme, people, policy). */
export function answerIntent(intent: IntentId, question: string, context: TurnContext): Step {
  const { conversation, knowledge, tell } = context;
  const resource = knowledge.resource(intent);
  if (!resource) return { replies: [say(tell("unknown"))] };
  const text = resource.text[conversation.language];

  if (intent.startsWith("bot.")) {
    const settled = { unclearInARow: 0 };
    switch (intent) {
      case "bot.human":
        return talk(`${text}\n\n${people(context)}`);
      case "bot.privacy":
        return talk(`${text}\n\n${tellPolicy(knowledge.kinds, tell)}`);
      case "bot.help":
        return talk(`${text}\n\n${help(context)}`);
      case "bot.dissatisfied":
        return dissatisfied(text, context);
      default:
        return talk(text);
    }
    function talk(words: string): Step {
      // What was waiting still waits.
      return { replies: [say(words)], conversation: settled };
    }
  }

  const answer = answerDraft(resource, context);
  const workshops = workshopsAskedFor(intent, question, context);
  const words = workshops === undefined ? answer.text : `${workshops}\n\n${answer.text}`;
  return {
    mode: { kind: "answered", intent, question },
    replies: [{ ...answer, text: words }],
    conversation: { lastIntent: intent, unclearInARow: 0 },
  };
}

/** The same answer when another follows it in the same message: it waits for nothing. */
export function answerInPassing(intent: IntentId, question: string, context: TurnContext): Step {
  const { replies, conversation = {} } = answerIntent(intent, question, context);
  return { replies: replies.map(({ text }) => say(text)), conversation };
}

/** What only the programme knows of a question. */
function workshopsAskedFor(
  intent: IntentId,
  question: string,
  { conversation, knowledge, now }: TurnContext,
): string | undefined {
  if (intent !== "workshop.upcoming" && intent !== "workshop.practical") return undefined;
  const saying = workshopSaying(knowledge, conversation.language, now);
  const telling = { ...saying, question: foldText(question) };
  return intent === "workshop.upcoming" ? tellProgramme(telling) : tellDetails(telling);
}

/** The people and places to turn to. */
export function people({ knowledge, conversation, tell }: TurnContext): string {
  return composeContacts(knowledge.library.contacts, conversation.language, tell);
}

/** What can be asked, theme by theme. */
function help({ knowledge, conversation, tell }: TurnContext): string {
  const covered = new Set(knowledge.library.resources.map(({ theme }) => theme));
  const themes = knowledge.library.themes
    .filter(({ id }) => covered.has(id))
    .map(({ name }) => `- ${name[conversation.language]}`)
    .join("\n");
  return tell("help", { themes });
}

function dissatisfied(text: string, context: TurnContext): Step {
  const { conversation } = context;
  if (conversation.mode.kind !== "answered") {
    return { mode: { kind: "rephrasing", question: "" }, replies: [say(text)] };
  }
  const { intent, question } = conversation.mode;
  const mode = { kind: "explaining", intent, question } as const;
  const prompt = promptOf(mode, context);
  return { mode, replies: prompt ? [prompt] : [] };
}
