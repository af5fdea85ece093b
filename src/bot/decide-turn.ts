import type { Conversation } from "../model/conversation.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Language } from "../model/language.ts";
import type { GlobalWord } from "../model/library.ts";
import { say } from "../model/reply.ts";
import type { Turn } from "../model/turn.ts";
import { languageOfCommand } from "../understanding/command-language.ts";
import { readAskerWords } from "../understanding/handoff/read-asker-words.ts";
import { readAttendance } from "../understanding/read-attendance.ts";
import { readChoice } from "../understanding/read-choice.ts";
import { readCoordination } from "../understanding/read-coordination.ts";
import { readOfferedCommand } from "../understanding/read-offered-command.ts";
import { readSheetRequest } from "../understanding/read-sheet-request.ts";
import { answerIntent } from "./answer-intent.ts";
import { answerQuestions } from "./answer-question.ts";
import { moveToPrivate } from "./coordination/move-to-private.ts";
import { startAct } from "./coordination/start-act.ts";
import { afterInterruption, leavingQuestions } from "./diagnostic/asking/after-interruption.ts";
import { correctEarlier } from "./diagnostic/asking/correct-earlier.ts";
import { diagnosticStep } from "./diagnostic/diagnostic-step.ts";
import type { DiagnosticView } from "./diagnostic/diagnostic-view.ts";
import { findGlobalWord, followGlobalWord, type SaidGlobalWord } from "./global-words.ts";
import { relayFiles, relayStep } from "./handoff/asking/relay-step.ts";
import { unreadConsent } from "./handoff/asking/unread-consent.ts";
import { handoffStep } from "./handoff/handoff-step.ts";
import type { HandoffView } from "./handoff/handoff-view.ts";
import type { Knowledge } from "./knowledge.ts";
import { mentionStep } from "./mention-step.ts";
import { readText } from "./read-text.ts";
import { seatsDuringDraft } from "./seats-during-draft.ts";
import { answerAboutSeats, signUpStep } from "./sign-up-step.ts";
import { choicesOf } from "./mode-prompt.ts";
import { replyInMode } from "./reply-in-mode.ts";
import { themeAlertStep } from "./theme-alert-step.ts";
import {
  contextOf,
  takeStep,
  talkingIn,
  type Heard,
  type Step,
  type TurnContext,
} from "./turn-context.ts";
import type { SeatSpeaker } from "./workshop-meant.ts";
import { workshopNamedBy } from "./workshops-asked-for.ts";

/** A text to import may have so many characters; longer programmes come in parts. */
const MOST_IMPORTED = 65_536;

/** What is said, and when. */
export interface Said {
  readonly message: Pick<IncomingMessage, "text" | "pressed" | "pressedKey"> &
    Partial<Pick<IncomingMessage, "roles">> &
    Heard;
  readonly now: Date;
  /** Whose seats are meant; without it, nothing is known of any. */
  readonly speaker?: SeatSpeaker;
  /** What is known of their diagnostics. */
  readonly diagnostic?: DiagnosticView | undefined;
  /** What is known of their questions to people. */
  readonly handoff?: HandoffView | undefined;
  /** Of a message that was corrected late, the question of the diagnostic it answered. */
  readonly answered?: string | undefined;
}

/**
 * Decides one turn from the conversation, the message and what is known. Pure: same input, same turn.
 * In order: what cannot be read, words of every mode, what the mode waits for, then a new question.
 */
export function decideTurn(conversation: Conversation, said: Said, knowledge: Knowledge): Turn {
  const { message, speaker = {} } = said;
  const { roles = [], address, pressedKey } = message;
  const standing = { roles, isDirect: address?.isDirect ?? true, seats: speaker.seats };
  const { diagnostic, handoff } = said;
  const context = {
    ...contextOf(conversation, knowledge, said.now),
    speaker: standing,
    diagnostic,
    handoff,
    heard: message,
  };
  const isOld = isOutdated(pressedKey, conversation);
  if (message.pressed !== undefined) return press(message.pressed, isOld, context, speaker);
  if (isOld) return takeStep(context, choiceGone(context));

  const withFiles = relayFiles(message.text, context);
  if (withFiles) return takeStep(context, withFiles);
  const read = readText(message.text, mostCharacters(message.text, context));
  if (read.kind !== "text") {
    // The mode stays: what was waiting still waits.
    return takeStep(context, { replies: [say(context.tell(read.phrase, read.values))] });
  }
  if (said.answered !== undefined) {
    return takeStep(context, correctEarlier(read.text, said.answered, context));
  }
  const given = handoffStep(read.text, context, "typed");
  if (given) {
    const isWhole = conversation.mode.kind !== "handoff" && readAskerWords(read.text);
    return (isWhole && inItsLanguage(handoffTyped, read.text, context)) || takeStep(context, given);
  }
  const guided = diagnosticStep(read.text, context, "typed");
  if (guided) return takeStep(context, guided);
  const word = findGlobalWord(read.text, knowledge.library);
  if (word) {
    const inLanguage = speaking(languageOf(word, read.text, context), context);
    const step = followGlobalWord(word.word, inLanguage);
    const isRead = readOnly.has(word.word);
    return takeStep(inLanguage, isRead ? afterInterruption(step, inLanguage) : step);
  }
  const act =
    coordinate(read.text, context) ??
    inItsLanguage(mentionStep, read.text, context) ??
    inItsLanguage(themeAlertStep, read.text, context);
  if (act) return act;
  const reply =
    answerAboutSeats(read.text, context, speaker) ??
    seatsDuringDraft(read.text, context, speaker) ??
    unreadConsent(read.text, context) ??
    relayStep(read.text, context) ??
    replyInMode(read.text, context);
  if (reply) return takeStep(context, reply);

  const { language, questions } = knowledge.understand(read.text, {
    language: conversation.language,
    previousIntent: conversation.lastIntent,
  });
  // "Attended 8: 9" is too short to guess from: its first word says it.
  const isOfHost = (readSheetRequest(read.text) ?? readAttendance(read.text)) !== undefined;
  const typed = isOfHost ? languageOfCommand(read.text) : undefined;
  const inLanguage = speaking(typed ?? language, context);
  const seats = signUpStep(read.text, inLanguage, speaker);
  const step = seats ?? answerQuestions(questions, inLanguage);
  return takeStep(inLanguage, afterInterruption(step, inLanguage));
}

function handoffTyped(text: string, context: TurnContext): Step | undefined {
  return handoffStep(text, context, "typed");
}

/** Those that give something to read, and wait for nothing: what waited is asked again below it. */
const readOnly: ReadonlySet<GlobalWord> = new Set<GlobalWord>(["privacy", "my-data", "language"]);

/** A coordinator's command, in the language it is said in. */
function coordinate(text: string, context: TurnContext): Turn | undefined {
  const { conversation, knowledge } = context;
  const { mode } = conversation;
  const request = readOfferedCommand(text, mode.kind === "seats" ? mode.labels : []);
  if (!request) return undefined;
  const command = request.rest === "" ? text : text.slice(0, text.length - request.rest.length);
  const { language } = conversation;
  // "Undo" alone may be said by anybody.
  const isPlain = /\S\s+\S/u.test(text) || isFirst(conversation);
  const said =
    (isPlain ? languageOfCommand(command) : undefined) ??
    knowledge.understand(command, { language, previousIntent: undefined }).language;
  const inLanguage = speaking(said, context);
  const step = moveToPrivate(request, command, inLanguage) ?? startAct(request, inLanguage);
  return step && takeStep(inLanguage, leavingQuestions(step, inLanguage));
}

/** A wish about announcements, in the language it is said in. */
function inItsLanguage(
  stepFor: typeof themeAlertStep,
  text: string,
  context: TurnContext,
): Turn | undefined {
  if (!stepFor(text, context)) return undefined;
  const { conversation, knowledge } = context;
  const { language } = conversation;
  const heard = knowledge.understand(text, { language, previousIntent: undefined });
  const inLanguage = speaking(heard.language, context);
  const step = stepFor(text, inLanguage);
  return step && takeStep(inLanguage, step);
}

/** A whole file may be pasted to be imported, by who may import it. */
function mostCharacters(text: string, context: TurnContext): number {
  const { conversation, knowledge, speaker } = context;
  const isImport =
    speaker?.roles.includes("coordinator") === true &&
    (conversation.mode.kind === "importing" ||
      readCoordination(text.slice(0, 200))?.act === "import");
  return isImport ? MOST_IMPORTED : knowledge.settings.maxCharacters;
}

/** A label that says all there is to say, of seats or of a workshop, is read so whatever was talked of since. */
function press(label: string, isOld: boolean, context: TurnContext, speaker: SeatSpeaker): Turn {
  const given = handoffStep(label, context, isOld ? "pressed-before" : "pressed");
  if (given) return takeStep(context, given);
  const guided = diagnosticStep(label, context, isOld ? "pressed-before" : "pressed");
  if (guided) return takeStep(context, guided);
  const choices = choicesOf(context.conversation.mode, context);
  const isOffered = !isOld && (readChoice(label, choices) !== undefined || isConfirming(context));
  const isCommand = isOffered && context.conversation.mode.kind === "seats";
  const act = isCommand ? coordinate(label, context) : undefined;
  if (act) return act;
  const reply = isOffered ? replyInMode(label, context) : undefined;
  const step = answerAboutSeats(label, context, speaker) ?? reply;
  if (step) return takeStep(context, step);
  const read = readText(label, context.knowledge.settings.maxCharacters);
  const text = read.kind === "text" ? read.text : "";
  const { language } = context.conversation;
  const heard = context.knowledge.understand(text, { language, previousIntent: undefined });
  const inLanguage = speaking(heard.language, context);
  const seats = signUpStep(text, inLanguage, speaker);
  if (seats) return takeStep(inLanguage, afterInterruption(seats, inLanguage));
  const command = isWholeCommand(label) ? coordinate(label, context) : undefined;
  if (command) return command;
  if (workshopNamedBy(text, inLanguage)) {
    return takeStep(inLanguage, answerIntent("workshop.practical", text, inLanguage));
  }
  return takeStep(context, choiceGone(context));
}

/** "Nouvel atelier", "modifier 8": what a button of another room, or of long ago, still says. */
function isWholeCommand(label: string): boolean {
  const request = readCoordination(label);
  return request !== undefined && (request.act === "new" || request.number !== undefined);
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
  return talkingIn({ ...context.conversation, language }, context);
}
