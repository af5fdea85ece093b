import type { Conversation } from "../model/conversation.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Language } from "../model/language.ts";
import { say } from "../model/reply.ts";
import type { Turn } from "../model/turn.ts";
import { readChoice } from "../understanding/read-choice.ts";
import { answerQuestions } from "./answer-question.ts";
import { findGlobalWord, followGlobalWord, type SaidGlobalWord } from "./global-words.ts";
import type { Knowledge } from "./knowledge.ts";
import { readText } from "./read-text.ts";
import { choicesOf } from "./mode-prompt.ts";
import { replyInMode } from "./reply-in-mode.ts";
import { contextOf, takeStep, type Step, type TurnContext } from "./turn-context.ts";

/** What is said, and when. */
export interface Said {
  readonly message: Pick<IncomingMessage, "text" | "pressed" | "pressedKey">;
  readonly now: Date;
}

/**
 * Decides one turn from the conversation, the message and what is known. Pure: same input, same turn.
 * In order: what cannot be read, words of every mode, what the mode waits for, then a new question.
 */
export function decideTurn(conversation: Conversation, said: Said, knowledge: Knowledge): Turn {
  const context = contextOf(conversation, knowledge, said.now);
  const { message } = said;
  if (isOutdated(message.pressedKey, conversation)) return takeStep(context, choiceGone(context));
  if (message.pressed !== undefined) return takeStep(context, press(message.pressed, context));

  const read = readText(message.text, knowledge.settings.maxCharacters);
  if (read.kind !== "text") {
    // The mode stays: what was waiting still waits.
    return takeStep(context, { replies: [say(context.tell(read.phrase, read.values))] });
  }
  const word = findGlobalWord(read.text, knowledge.library);
  if (word) {
    const inLanguage = speaking(languageOf(word, read.text, context), context);
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
  return reply ?? choiceGone(context);
}

function choiceGone({ tell }: TurnContext): Step {
  return { replies: [say(tell("choice-gone"))] };
}

/** Whether a choice was made under another reply than those that ask now: 👎 says of which answer it is. */
function isOutdated(pressedKey: string | undefined, { askedBy }: Conversation): boolean {
  return pressedKey !== undefined && askedBy !== undefined && !askedBy.includes(pressedKey);
}

/** A confirmation also takes a bare yes or no. */
function isConfirming({ conversation: { mode } }: TurnContext): boolean {
  return mode.kind === "confirming-forget" || mode.kind === "confirming-restart";
}

/** A word alone ("help") changes the language at first only; "mes données" is plainly French at any time. */
function languageOf(said: SaidGlobalWord, text: string, { conversation }: TurnContext): Language {
  const [only, ...others] = said.languages;
  const isPlain = /\p{L}[^\p{L}]+\p{L}/u.test(text) || isFirst(conversation);
  return only && others.length === 0 && isPlain ? only : conversation.language;
}

function isFirst({ wasToldOfPrivacy }: Conversation): boolean {
  return !wasToldOfPrivacy;
}

function speaking(language: Language, context: TurnContext): TurnContext {
  if (language === context.conversation.language) return context;
  return contextOf({ ...context.conversation, language }, context.knowledge, context.now);
}
