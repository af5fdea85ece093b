import { tellDetails } from "../../../diagnostic/tell-details.ts";
import type { ResultFile } from "../../../model/diagnostic-effect.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { say } from "../../../model/reply.ts";
import {
  readDiagnosticCommand,
  type DiagnosticCommand,
} from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import {
  readResultWords,
  type ResultWords,
} from "../../../understanding/diagnostic/read-result-words.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import { readSignUp } from "../../../understanding/read-sign-up.ts";
import { answerIntent } from "../../answer-intent.ts";
import { saysTheirs } from "../../../understanding/diagnostic/says-theirs.ts";
import { talkingIn, type Step, type TurnContext } from "../../turn-context.ts";
import { askNext, endKindly } from "./ask-next.ts";
import { askEraseAll } from "../asking/erase-all.ts";
import { giveAgain } from "./give-again.ts";
import { markStep } from "./mark-step.ts";
import { giving, openRoadmap, withRoadmap } from "./open-roadmap.ts";
import { howStep, pageStep, whyStep } from "./result-how.ts";
import { resultChoices } from "./result-choices.ts";
import { resultPrompt } from "./result-prompt.ts";
import { withoutResult } from "./without-result.ts";
import { resultInView, type ShownResult } from "./shown-result.ts";
import type { Manner, TalkOf } from "../talk-of.ts";

/** Reads a message as something about the result that was given; undefined when it is something else. */
export function replyToResult(
  text: string,
  talk: TalkOf<"result">,
  context: TurnContext,
  _manner: Manner,
): Step | undefined {
  const shown = resultInView(context);
  if (!shown) return undefined;
  const command = readDiagnosticCommand(text)?.kind;
  if (command === "pause") return endKindly(context);
  if (command === "back" || command === "where") return backToResult(context);
  return sayOfResult(text, talk, shown, context);
}

/** What was proposed below the result, again. */
function backToResult(context: TurnContext): Step {
  const talk = { kind: "result" } as const;
  return { mode: { kind: "diagnostic", talk }, replies: [resultPrompt(talk, context)] };
}

function sayOfResult(
  text: string,
  talk: TalkOf<"result">,
  shown: ShownResult,
  context: TurnContext,
): Step | undefined {
  const words = readResultWords(text);
  const said = words && followWords(words, talk, shown, context);
  if (said) return said;
  const { choices } = resultPrompt(talk, context);
  const value = readChoice(text, choices)?.value ?? valueOfCommand(text);
  return (
    (value === undefined ? undefined : follow(value, talk, shown, context)) ??
    signUpFrom(text, shown)
  );
}

/**
 * Reads what is said of a result while something else is asked about it: by its words, never by a number alone.
 * @param how the recommendation that is spoken of
 */
export function resultInPassing(
  text: string,
  context: TurnContext,
  how?: string,
): Step | undefined {
  const shown = resultInView(context);
  const isNumber = /^\P{L}*$/u.test(text);
  if (!shown || isNumber) return undefined;
  return sayOfResult(text, { kind: "result", how }, shown, context);
}

/**
 * Reads a message, whatever is talked of, as a wish to see the result or a file of it, or to know more of one of
 * its steps; in private only. What stood below the result means the same as long as it can be seen.
 */
export function resultStep(text: string, context: TurnContext, manner: Manner): Step | undefined {
  const { conversation, diagnostic } = context;
  const language = diagnostic?.run?.language ?? conversation.language;
  // Months later nothing is known of the conversation: the language is the one they answered in.
  if (!conversation.wasToldOfPrivacy && language !== conversation.language) {
    const step = resultStep(text, talkingIn({ ...conversation, language }, context), manner);
    return step && { ...step, conversation: { ...step.conversation, language } };
  }
  const shown = resultInView(context);
  const words = readResultWords(text);
  // "Calendrier" alone may be of anything.
  const isTheirs = saysTheirs(text);
  if (!shown) return words && isTheirs ? withoutResult(words, context) : undefined;
  if (manner !== "typed") {
    const pressed = resultChoices(shown).find(({ label }) => label === text);
    if (pressed) return follow(pressed.value, { kind: "result" }, shown, context);
  }
  if (!words) return undefined;
  const isTalkedOf = context.conversation.mode.kind === "diagnostic";
  const isPlain = words.kind === "result" || words.kind === "file";
  const isOfStep = (words.kind === "how" || words.kind === "why") && words.number !== undefined;
  if (!isTalkedOf && !(isPlain && isTheirs) && !isOfStep) return undefined;
  return followWords(words, { kind: "result" }, shown, context);
}

function followWords(
  words: ResultWords,
  talk: TalkOf<"result">,
  shown: ShownResult,
  context: TurnContext,
): Step | undefined {
  switch (words.kind) {
    case "result":
      return giveAgain(shown.run);
    case "enough":
      return endKindly(context);
    case "thanks":
      return askNext([], undefined, context);
    case "how":
      return howStep(words.number, talk, shown, context);
    case "why":
      return whyStep(words.number, talk, shown, context);
    case "mark":
      return markStep(words, talk, shown, context);
    case "file":
      return { replies: [], effects: [giving(words.file, dated(words.file, shown, context))] };
    case "state":
    case "change":
      return undefined;
  }
}

/** What a command of any moment of the diagnostic means here. */
function valueOfCommand(text: string): string | undefined {
  const command = readDiagnosticCommand(text);
  return command && values.get(command.kind);
}

const values: ReadonlyMap<DiagnosticCommand["kind"], string> = new Map([
  ["details", "details"],
  ["roadmap", "roadmap"],
  ["human", "person"],
  ["erase", "erase"],
]);

function follow(
  value: string,
  talk: TalkOf<"result">,
  shown: ShownResult,
  context: TurnContext,
): Step | undefined {
  if (value.startsWith("how:")) return howStep(Number(value.slice(4)), talk, shown, context);
  if (value.startsWith("ask:")) return pageStep(value.slice(4), talk, context);
  if (value.startsWith("say:")) return signUpFrom(value.slice(4), shown);
  switch (value) {
    case "roadmap":
      return openRoadmap(shown, context);
    case "details":
      return askNext([say(tellDetails(shown.telling))], undefined, context);
    case "person":
      return answerIntent("bot.human", "", context);
    case "erase":
      return askEraseAll(context);
    case "result":
      return giveAgain(shown.run);
    default:
      return undefined;
  }
}

/** Signs up for a workshop the result proposes: the list says that they come from here. */
function signUpFrom(text: string, { proposed }: ShownResult): Step | undefined {
  const request = readSignUp(text);
  if (request?.kind !== "sign-up") return undefined;
  const workshop = proposed.find(({ number }) => number === request.number);
  if (!workshop) return undefined;
  const { seats } = request;
  const wish = { kind: "sign-up", workshop: workshop.id, seats, origin: "diagnostic" } as const;
  return {
    replies: [],
    effects: [{ kind: "sign-up", wish }],
    conversation: { workshop: workshop.id },
  };
}

/** A calendar needs days: those that are usual, where nobody chose any. The others leave room to write them. */
function dated(file: ResultFile, shown: ShownResult, context: TurnContext): DiagnosticRun {
  return file === "calendar" ? withRoadmap(shown, context) : shown.run;
}
