import { mostQuestions } from "../../../diagnostic/visible-questions.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import { foldText } from "../../../understanding/fold-text.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { readOfferWords } from "../../../understanding/diagnostic/read-offer-words.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { begin, type Beginning } from "./begin.ts";
import { leaving } from "./go-on.ts";
import { runAtHand } from "../run-at-hand.ts";
import { opening } from "../together/opening-group.ts";
import { shownCode } from "../together/together-view.ts";
import type { DiagnosticPath } from "../../../model/diagnostic-run.ts";
import { offerChoices, type OfferAnswer } from "./offer-choices.ts";
import type { Manner, TalkOf } from "../talk-of.ts";

/** What the diagnostic is, what is kept of it, and how it may be taken. */
export function offerPrompt(_talk: TalkOf<"offer">, context: TurnContext): ReplyDraft {
  const { tell, knowledge } = context;
  const { questionnaire } = knowledge.library;
  return say(
    tell("dq-offer", {
      short: mostQuestions(questionnaire, "short"),
      full: mostQuestions(questionnaire, "full"),
    }),
    offerChoices(context),
  );
}

/** Reads which of the ways was chosen: to agree means to choose one, and "yes" chooses none. */
export function replyToOffer(
  text: string,
  talk: TalkOf<"offer">,
  context: TurnContext,
  _manner: Manner,
): Step | undefined {
  const { tell } = context;
  switch (chosenIn(text, context) ?? readOfferWords(text)) {
    case "short":
      return beginKept("short", talk, context);
    case "full":
      return beginKept("full", talk, context);
    case "unkept":
      if (talk.isTogether) return { replies: [say(tell("dg-unkept"), offerChoices(context))] };
      return begin({ path: "short", isUnkept: true }, context);
    case "more":
      return { replies: [say(tell("dq-more"), offerChoices(context))] };
    case "not-now":
      return leaving([say(tell("dq-not-now"))]);
    case "how-long":
      return { replies: [say(tell("dq-how-long"), offerChoices(context))] };
    case "unsure":
      return { replies: [say(tell("dq-which"), offerChoices(context))] };
    case undefined:
  }
  const command = readDiagnosticCommand(text)?.kind;
  if (command === "pause" || command === "stop") return leaving([say(tell("dq-not-now"))]);
  const isYes = readAssent(text) === "yes" || command === "start";
  if (isYes || isNumber(text)) return { replies: [say(tell("dq-which"), offerChoices(context))] };
  return undefined;
}

/** A run whose answers are kept; with a code for others to join by, where that was asked for. */
function beginKept(path: DiagnosticPath, talk: TalkOf<"offer">, context: TurnContext): Step {
  const code = talk.isTogether ? context.diagnostic?.together?.freshCode : undefined;
  if (code === undefined) return begin({ path, isUnkept: false, ...sameGroup(context) }, context);
  const step = begin({ path, isUnkept: false, group: code }, context);
  const { version } = context.knowledge.library.questionnaire;
  return {
    ...step,
    replies: [say(context.tell("dg-opened", { code: shownCode(code) })), ...step.replies],
    effects: [...(step.effects ?? []), opening(code, { version, path })],
  };
}

/** Who starts again goes on answering with the same people, until what they have in common is drawn. */
function sameGroup(context: TurnContext): Pick<Beginning, "group" | "questionnaire"> {
  const { run, questionnaire } = runAtHand(context) ?? {};
  const isUnderWay = run?.state === "asking" || run?.state === "paused";
  const seen = context.diagnostic?.together?.groups.find(({ code }) => code === run?.group);
  if (!isUnderWay || !seen || seen.group.drawn) return {};
  return { group: seen.code, questionnaire };
}

/** "Sans rien garder" is chosen by its number or its whole words alone: a part of them could mean the contrary. */
function chosenIn(text: string, context: TurnContext): OfferAnswer | undefined {
  const choices = offerChoices(context);
  const whole = choices.find(({ label }) => foldText(label) === foldText(text));
  if (whole) return whole.value;
  const strict = choices.map((one) => (one.value === "unkept" ? { ...one, label: "" } : one));
  const read = readChoice(text, strict)?.value;
  const named = choices.find(({ value }) => value === read)?.value;
  return named ?? (readAssent(text) === "no" ? "not-now" : undefined);
}

function isNumber(text: string): boolean {
  return /^\s*\d{1,3}\s*[.)]?\s*$/u.test(text);
}
