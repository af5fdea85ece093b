import type { Conversation } from "../model/conversation.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import { say } from "../model/reply.ts";
import type { Turn } from "../model/turn.ts";
import { readChoice } from "../understanding/read-choice.ts";
import { answerQuestions } from "./answer-question.ts";
import { findGlobalWord, followGlobalWord } from "./global-words.ts";
import type { Knowledge } from "./knowledge.ts";
import { readText } from "./read-text.ts";
import { choicesOf } from "./mode-prompt.ts";
import { replyInMode } from "./reply-in-mode.ts";
import { contextOf, takeStep, type Step, type TurnContext } from "./turn-context.ts";

/** What is said, and when. */
export interface Said {
  readonly message: Pick<IncomingMessage, "text" | "pressed">;
  readonly now: Date;
}

/**
 * Decides one turn from the conversation, the message and what is known. Pure: same input, same turn.
 * In order: what cannot be read, words of every mode, what the mode waits for, then a new question.
 */
export function decideTurn(conversation: Conversation, said: Said, knowledge: Knowledge): Turn {
  const context = contextOf(conversation, knowledge, said.now);
  const { message } = said;
  if (message.pressed !== undefined) return takeStep(context, press(message.pressed, context));

  const read = readText(message.text, knowledge.settings.maxCharacters);
  if (read.kind !== "text") {
    // The mode stays: what was waiting still waits.
    return takeStep(context, { replies: [say(context.tell(read.phrase, read.values))] });
  }
  const word = findGlobalWord(read.text, knowledge.library);
  if (word) {
    const spoken =
      isFirst(conversation) && word.languages.length === 1 ? word.languages[0] : undefined;
    const inLanguage = speaking(spoken ?? conversation.language, context);
    return takeStep(inLanguage, followGlobalWord(word.word, inLanguage));
  }
  const reply = replyInMode(read.text, context);
  if (reply) return takeStep(context, reply);

  const { language, questions } = knowledge.understand(read.text, {
    language: conversation.language,
    previousIntent: conversation.lastIntent,
  });
  const inLanguage = speaking(language, context);
  return takeStep(inLanguage, answerQuestions(questions, inLanguage));
}

function press(label: string, context: TurnContext): Step {
  const choices = choicesOf(context.conversation.mode, context);
  const isOffered = readChoice(label, choices) !== undefined || isConfirming(context);
  const reply = isOffered ? replyInMode(label, context) : undefined;
  return reply ?? { replies: [say(context.tell("choice-gone"))] };
}

/** A confirmation also takes a bare yes or no. */
function isConfirming({ conversation: { mode } }: TurnContext): boolean {
  return mode.kind === "confirming-forget" || mode.kind === "confirming-restart";
}

function isFirst({ wasToldOfPrivacy }: Conversation): boolean {
  return !wasToldOfPrivacy;
}

function speaking(language: Conversation["language"], context: TurnContext): TurnContext {
  if (language === context.conversation.language) return context;
  return contextOf({ ...context.conversation, language }, context.knowledge, context.now);
}
