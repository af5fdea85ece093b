import { visibleQuestions } from "../../../diagnostic/visible-questions.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { OfferAfter } from "../../../model/diagnostic-talk.ts";
import { say } from "../../../model/reply.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { answerWords } from "../../../understanding/diagnostic/answer-words.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { readResultWords } from "../../../understanding/diagnostic/read-result-words.ts";
import { saysUnknown } from "../../../understanding/diagnostic/read-unknown.ts";
import { readTerritory } from "../../../understanding/diagnostic/read-territory.ts";
import { people } from "../../answer-intent.ts";
import { findGlobalWord } from "../../global-words.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { afterPrompt } from "./after-prompt.ts";
import { askNext, endKindly } from "./ask-next.ts";
import { isStale } from "../asking/found-unfinished.ts";
import { acceptedFollowUp } from "../later/follow-up-times.ts";
import { goOn, keeping, leaving } from "../asking/go-on.ts";
import { isClearQuestion, isForOthers } from "../is-for-others.ts";
import { openRoadmap } from "./open-roadmap.ts";
import { resultInPassing } from "./result-talk.ts";
import { withRun } from "../run-at-hand.ts";
import { resultInView, type ShownResult } from "./shown-result.ts";
import type { Manner, TalkOf } from "../talk-of.ts";

/** Reads a message as the answer to what is proposed after a result; undefined when it is something else. */
export function replyAfter(
  text: string,
  talk: TalkOf<"after">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  const shown = resultInView(context);
  if (!shown) return undefined;
  if (readResultWords(text)?.kind === "enough") return endKindly(context);
  const value = manner === "pressed-before" ? undefined : valueOf(text, talk, context);
  if (value === "enough") return endKindly(context);
  // Days later, "oui" agrees to nothing certain.
  const isLate = manner === "typed" && isStale(context);
  if (value !== undefined && isLate) return { replies: [afterPrompt(talk, context)] };
  if (value !== undefined) return settle(value, talk, shown, context);
  const command = readDiagnosticCommand(text)?.kind;
  // Each offer says what it is for.
  const isAgain = command === "back" || command === "where" || command === "why";
  if (isAgain && !/\d/u.test(text)) return { replies: [afterPrompt(talk, context)] };
  const territory = talk.offer === "territory" ? readTerritory(text) : undefined;
  if (territory !== undefined) return near(territory, shown, context);
  const passing = resultInPassing(text, context);
  if (passing) return passing;
  return talk.offer === "territory" && isName(text, context) ? unread(talk, context) : undefined;
}

type Value = "yes" | "no" | "good" | "so-so" | "bad" | "enough";

function valueOf(text: string, talk: TalkOf<"after">, context: TurnContext): Value | undefined {
  const { offer } = talk;
  // A number is a département before it is anything else.
  if (offer === "territory" && /^\P{L}*\d+\P{L}*$/u.test(text)) return undefined;
  const mark = (
    [
      ["👍", "good"],
      ["😐", "so-so"],
      ["👎", "bad"],
    ] as const
  ).find(([sign]) => text.includes(sign));
  if (mark && offer === "useful") return mark[1];
  const chosen = readChoice(text, afterPrompt(talk, context).choices)?.value;
  const found = values.find((value) => value === chosen);
  if (found) return found;
  const command = readDiagnosticCommand(text)?.kind;
  if (command === "skip") return offer === "useful" ? "enough" : "no";
  if (command === "stop" || command === "pause" || command === "finish") return "enough";
  if (command === "start" && offer !== "useful") return "yes";
  if (saysUnknown(answerWords(text))) return offer === "useful" ? "enough" : "no";
  // "Aide" asks for help: it agrees to nothing.
  if (command !== undefined) return undefined;
  const assent = readAssent(text);
  if (offer !== "useful") return assent;
  return assent && (assent === "yes" ? "good" : "bad");
}

const values: readonly Value[] = ["yes", "no", "good", "so-so", "bad", "enough"];

function settle(
  value: Value,
  talk: TalkOf<"after">,
  shown: ShownResult,
  context: TurnContext,
): Step | undefined {
  const { tell, now } = context;
  const { offer } = talk;
  const run = withSettled(offer, shown.run);
  if (value === "good" || value === "so-so" || value === "bad") {
    return leaving(
      [say(tell(`dr-after-${value}-thanks`))],
      [
        keeping(run, context),
        { kind: "diagnostic", act: { kind: "judge-diagnostic", opinion: value } },
      ],
    );
  }
  if (offer === "statistics") {
    const counted = { ...run, isCounted: value === "yes" };
    const said = say(tell(value === "yes" ? "dr-after-statistics-yes" : "dr-after-statistics-no"));
    return askNext([said], offer, withRun(counted, context), [keeping(counted, context)]);
  }
  if (value !== "yes") {
    return askNext([], offer, withRun(run, context), [keeping(run, context)]);
  }
  switch (offer) {
    case "full-path":
      return continueInFull(run, context);
    case "roadmap":
      return openRoadmap({ ...shown, run }, withRun(run, context));
    case "follow-up": {
      const followed = { ...run, followUp: acceptedFollowUp(run, now) };
      const said = say(tell("dr-after-follow-up-yes"));
      return askNext([said], offer, withRun(followed, context), [keeping(followed, context)]);
    }
    case "territory":
      return { replies: [afterPrompt(talk, context)] };
    case "useful":
      return undefined;
  }
}

/** The same run, once something proposed after its result was answered. */
function withSettled(offer: OfferAfter, run: DiagnosticRun): DiagnosticRun {
  const others = (run.settled ?? []).filter((one) => one !== offer);
  return { ...run, settled: [...others, offer] };
}

/** The full path, from the first question that the short one did not ask. */
function continueInFull(run: DiagnosticRun, context: TurnContext): Step {
  const { questionnaire } = context.diagnostic ?? {};
  const next =
    questionnaire &&
    visibleQuestions(questionnaire, "full", run.answers).find(({ id }) => !run.answers[id]);
  const full: DiagnosticRun = {
    ...run,
    path: "full",
    state: "asking",
    told: undefined,
    pending: next && { question: next.id, revision: 0, misread: 0 },
  };
  return goOn(full, context);
}

/** What there is near them: a workshop, else people. */
function near(territory: string, { run }: ShownResult, context: TurnContext): Step {
  const { tell } = context;
  const placed = { ...withSettled("territory", run), territory };
  const after = withRun(placed, context);
  const workshop = resultInView(after);
  const noted = tell("dr-after-territory-noted", { territory });
  const found =
    workshop?.telling.workshop === undefined
      ? `${tell("dr-after-no-workshop")}\n\n${people(context)}`
      : tell("dr-after-workshop", { workshop: workshop.telling.workshop });
  const step = askNext([say(`${noted}\n\n${found}`)], "territory", after, [
    keeping(placed, context),
  ]);
  const signUp = workshop?.signUp ?? [];
  return {
    ...step,
    replies: step.replies.map((reply) => ({ ...reply, choices: [...reply.choices, ...signUp] })),
  };
}

/** A few words that ask nothing are a name we do not know. */
function isName(text: string, context: TurnContext): boolean {
  if (text.includes("?") || text.trim().split(/\s+/u).length > 3) return false;
  if (findGlobalWord(text, context.knowledge.library)) return false;
  return !isForOthers(text, context) && !isClearQuestion(text, context);
}

function unread(talk: TalkOf<"after">, context: TurnContext): Step {
  const { choices } = afterPrompt(talk, context);
  return { replies: [say(context.tell("dr-after-territory-unread"), choices)] };
}
