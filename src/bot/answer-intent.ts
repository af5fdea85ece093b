import { composeContacts } from "../answers/compose-contacts.ts";
import type { IntentId } from "../model/library.ts";
import { say } from "../model/reply.ts";
import { tellPolicy } from "../privacy/tell-policy.ts";
import { readEmergency } from "../understanding/handoff/read-emergency.ts";
import { takesPlace } from "../workshops/workshop-state.ts";
import { anybody, standingOf } from "./coordination/speaker.ts";
import { enter } from "./diagnostic/enter.ts";
import { servedIn } from "./handoff/asking/is-served.ts";
import type { Drafting } from "./handoff/asking/draft-request.ts";
import { startDraft } from "./handoff/asking/start-draft.ts";
import { lastAsked, openDraft } from "./handoff/asking/open-draft.ts";
import { answerDraft, promptOf } from "./mode-prompt.ts";
import type { Step, TurnContext } from "./turn-context.ts";
import { workshopsAskedFor } from "./workshops-asked-for.ts";

/** Answers an intent: its page, completed by what only the software knows (programme, people, policy). */
export function answerIntent(intent: IntentId, question: string, context: TurnContext): Step {
  const { conversation, knowledge, tell } = context;
  const resource = knowledge.resource(intent);
  if (!resource) return { replies: [say(tell("unknown"))] };
  const text = resource.text[conversation.language];

  if (intent.startsWith("bot.")) {
    const settled = { unclearInARow: 0 };
    const served = servedIn(context);
    switch (intent) {
      case "bot.human":
        return served
          ? openDraft(questionFor(question, context), served, context)
          : talk(`${text}\n\n${people(context)}`);
      case "bot.privacy":
        return talk(`${text}\n\n${tellPolicy(knowledge.kinds, tell)}`);
      case "bot.help":
        return talk(help(text, context));
      case "bot.dissatisfied":
        return dissatisfied(text, context);
      case "bot.diagnostic":
        return context.diagnostic ? enter(context) : talk(text);
      default:
        return talk(text);
    }
    function talk(words: string): Step {
      // What was waiting still waits.
      return { replies: [say(words)], conversation: settled };
    }
  }

  const answer = answerDraft(resource, question, context);
  const offers =
    intent === "support.find-adviser" && servedIn(context) ? [startDraft(context)] : [];
  const asked = workshopsAskedFor(intent, question, context);
  const [inView, ...others] = asked?.told.filter((one) => takesPlace(one)) ?? [];
  return {
    mode: { kind: "answered", intent, question },
    replies: [...offers, answer],
    effects: asked?.unmet === undefined ? [] : [{ kind: "want-theme", theme: asked.unmet }],
    conversation: {
      lastIntent: intent,
      unclearInARow: 0,
      ...(asked === undefined ? {} : { workshop: others.length === 0 ? inView?.id : undefined }),
    },
  };
}

/** What is asked of a person: what was asked of us, or the sentence itself where it tells more than that. */
function questionFor(said: string, context: TurnContext): Drafting {
  const asked = lastAsked(context);
  return asked.question === "" && readEmergency(said) !== undefined
    ? { question: said, because: "asked" }
    : asked;
}

/** The same answer when another follows it in the same message: it waits for nothing. */
export function answerInPassing(intent: IntentId, question: string, context: TurnContext): Step {
  const { replies, effects = [], conversation = {} } = answerIntent(intent, question, context);
  return { replies: replies.map(({ text }) => say(text)), effects, conversation };
}

/** The people and places to turn to. */
export function people({ knowledge, conversation, tell }: TurnContext): string {
  return composeContacts(knowledge.library.contacts, conversation.language, tell);
}

/** How to ask, what can be asked, theme by theme, and the words of who coordinates for them. */
function help(
  page: string,
  { knowledge, conversation, tell, speaker = anybody }: TurnContext,
): string {
  const covered = new Set(knowledge.library.resources.map(({ theme }) => theme));
  const themes = knowledge.library.themes
    .filter(({ id }) => covered.has(id))
    .map(({ name }) => name[conversation.language]);
  const standing = standingOf(speaker);
  // Their own words are many, and they know how to ask: so that it still fits a phone.
  if (standing === "programme") return tell("help-coordinator", { themes: themes.join(", ") });
  return [
    page,
    tell("help", { themes: themes.map((theme) => `- ${theme}`).join("\n") }),
    ...(standing === "none" ? [] : [tell("help-room")]),
  ].join("\n\n");
}

function dissatisfied(text: string, context: TurnContext): Step {
  const { conversation } = context;
  if (conversation.mode.kind !== "answered") {
    const offers = servedIn(context) ? [startDraft(context)] : [];
    return { mode: { kind: "rephrasing", question: "" }, replies: [say(text), ...offers] };
  }
  const { intent, question } = conversation.mode;
  const mode = { kind: "explaining", intent, question } as const;
  const prompt = promptOf(mode, context);
  return { mode, replies: prompt ? [prompt] : [] };
}
