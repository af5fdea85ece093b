import type { DiagnosticRun } from "../../model/diagnostic-run.ts";
import { languages, type Language } from "../../model/language.ts";
import { say } from "../../model/reply.ts";
import { languageOfCommand } from "../../understanding/command-language.ts";
import { readDiagnosticCommand } from "../../understanding/diagnostic/read-diagnostic-command.ts";
import { anybody } from "../coordination/speaker.ts";
import { foldText } from "../../understanding/fold-text.ts";
import { findGlobalWord } from "../global-words.ts";
import { talkingIn, type Step, type TurnContext } from "../turn-context.ts";
import { askEraseAll } from "./asking/erase-all.ts";
import { pressEarlier } from "./asking/change-earlier.ts";
import { foundUnfinished } from "./asking/found-unfinished.ts";
import { loseRun } from "./asking/lose-run.ts";
import { isNothingBegun } from "./is-nothing-begun.ts";
import { offerPrompt } from "./asking/offer.ts";
import { resume } from "./asking/resume.ts";
import { runAtHand } from "./run-at-hand.ts";
import type { Manner } from "./talk-of.ts";

/** Reads a command that starts the diagnostic, or goes on with it, whatever is talked of. */
export function enterStep(text: string, context: TurnContext, manner: Manner): Step | undefined {
  const { conversation, speaker = anybody } = context;
  const started = startStep(text, context);
  if (started) return started;
  if (!speaker.isDirect || findGlobalWord(text, context.knowledge.library)) return undefined;
  const command = readDiagnosticCommand(text)?.kind;
  const at = runAtHand(context);
  // A draft that was left is gone on with by the same word.
  const isOfDraft = (conversation.suspended ?? []).length > 0;
  if (command === "resume" && at && !isOfDraft) return resumeHere(text, at.run, context);
  // "Effacer" means something else while something else is asked.
  const isOfIt = context.diagnostic?.run !== undefined || isNothingBegun(context);
  if (command === "erase" && isOfIt) return askEraseAll(context);
  // A button of the question that waits is an answer at any time.
  return at && manner !== "typed" ? pressEarlier(text, at, context) : undefined;
}

/** Reads the whole command that starts the diagnostic, in whichever language. */
export function startStep(text: string, context: TurnContext): Step | undefined {
  const spoken = startSaidIn(text, context);
  if (!spoken) return undefined;
  const step = enter(talkingIn({ ...context.conversation, language: spoken }, context));
  return { ...step, conversation: { ...step.conversation, language: spoken } };
}

/** The language of the whole command that starts the diagnostic, as it stands on a button. */
function startSaidIn(text: string, { knowledge, conversation }: TurnContext): Language | undefined {
  const said = foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const starts = (language: Language) =>
    foldText(knowledge.tell(language)("dq-start-label")).replaceAll(/[^\p{L}\p{N}]+/gu, " ") ===
    said;
  return [conversation.language, ...languages].find(starts);
}

/** Goes on; in a room where nothing was said yet, in the language of the word or else of the run. */
function resumeHere(text: string, run: DiagnosticRun, context: TurnContext): Step {
  const { conversation } = context;
  if (conversation.wasToldOfPrivacy) return resume(context);
  const language = languageOfCommand(text) ?? run.language;
  const step = resume(talkingIn({ ...conversation, language }, context));
  return { ...step, conversation: { ...step.conversation, language } };
}

/** Offers the diagnostic, or what is left of one; where others read too, moves to private first. */
export function enter(context: TurnContext): Step {
  const { tell, speaker = anybody } = context;
  if (!speaker.isDirect) {
    const label = tell("dq-start-label");
    return {
      replies: [say(tell("dq-in-private"))],
      apart: [say(tell("dq-here", { command: label }), [{ label, value: `say:${label}` }])],
    };
  }
  const { run, isUnreadable } = context.diagnostic ?? {};
  if (run && isUnreadable && run.state !== "completed") return loseRun(context);
  if (runAtHand(context)) return foundUnfinished(context);
  const talk = { kind: "offer" } as const;
  return {
    mode: { kind: "diagnostic", talk },
    replies: [offerPrompt(talk, context)],
    conversation: { unclearInARow: 0 },
  };
}
