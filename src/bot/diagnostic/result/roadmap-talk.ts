import { tellAim } from "../../../diagnostic/tell-aim.ts";
import { titleOf } from "../../../diagnostic/tell-roadmap.ts";
import type { DiagnosticRun, RoadmapLine, StepState } from "../../../model/diagnostic-run.ts";
import { say } from "../../../model/reply.ts";
import { holdsSecret } from "../../../privacy/holds-secret.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { isFirstName, saysNobody } from "../../../understanding/diagnostic/read-somebody.ts";
import { readResultWords } from "../../../understanding/diagnostic/read-result-words.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { askNext, endKindly } from "./ask-next.ts";
import { keeping } from "../asking/go-on.ts";
import { isClearQuestion, isForOthers } from "../is-for-others.ts";
import { giving, linesFor, openRoadmap, showRoadmap } from "./open-roadmap.ts";
import { namesOtherDay, noteDelay, writeDay } from "./line-day.ts";
import { isStale } from "../asking/found-unfinished.ts";
import { askedAgain } from "../asking/passing-answer.ts";
import { resultInPassing } from "./result-talk.ts";
import { nextLines, roadmapPrompt, roadmapSaying } from "./roadmap-prompt.ts";
import { withRun } from "../run-at-hand.ts";
import { isResultLost, resultInView } from "./shown-result.ts";
import type { Manner, TalkOf } from "../talk-of.ts";
import { fillLine, goToNext } from "./fill-line.ts";

/** Reads a message as something about the roadmap that is drawn up; undefined when it is something else. */
export function replyInRoadmap(
  text: string,
  talk: TalkOf<"roadmap">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  const roadmap = context.diagnostic?.run?.roadmap;
  if (!roadmap || manner === "pressed-before") return undefined;
  const said = aboutLine(text, context);
  if (said) return said;
  const line = roadmap[talk.line];
  const chosen = readChoice(text, roadmapPrompt(talk, context).choices)?.value;
  const command = readDiagnosticCommand(text)?.kind;
  if (!line) {
    // In words, the roadmap is to be read; its table and the report are files that are asked for as such.
    const wanted = command === "roadmap" ? "where" : command === "report" ? undefined : command;
    return afterAll(chosen ?? wanted, context) ?? resultInPassing(text, context);
  }
  // Neither stored nor logged.
  if (holdsSecret(text)) {
    return { replies: [say(context.tell("dq-secret")), roadmapPrompt(talk, context)] };
  }
  if (manner === "typed" && isStale(context) && isBare(text, context)) {
    return { replies: [askedAgain(roadmapPrompt(talk, context), context.tell)] };
  }
  if (chosen === "skip" && namesOtherDay(text, line, talk, context)) {
    return writeDay(text, talk, context);
  }
  if (chosen !== undefined) return choose(chosen, line, talk, context);
  if (command === "skip" || command === "keep") return choose("skip", line, talk, context);
  if (command === "stop" || command === "pause" || command === "finish") {
    return showRoadmap(roadmap, context);
  }
  if (command === "back") return goBack(talk, context);
  if (command === "where") return { replies: [roadmapPrompt(talk, context)] };
  if (command !== undefined) return aside(text, line, talk, context);
  const isOfSomebody = talk.field === "who" || talk.field === "helper";
  if (isOfSomebody && isFirstName(text)) return fillLine(text, talk, context);
  const words = readResultWords(text)?.kind;
  if (words === "enough") return showRoadmap(roadmap, context);
  if (words !== undefined && words !== "thanks") return aside(text, line, talk, context);
  if (isForOthers(text, context) || text.trim().endsWith("?")) return undefined;
  const assent = readAssent(text);
  if (assent === "no" || words === "thanks" || saysNobody(text))
    return choose("skip", line, talk, context);
  if (assent === "yes") return choose(talk.field === "aim" ? "keep" : "skip", line, talk, context);
  if (isClearQuestion(text, context)) return undefined;
  return talk.field === "by" ? writeDay(text, talk, context) : fillLine(text, talk, context);
}

/** Reads a message, whatever is talked of, as a wish to see the roadmap or as news of one of its lines; in private only. */
export function roadmapStep(text: string, context: TurnContext, _manner: Manner): Step | undefined {
  const shown = resultInView(context);
  const isAsked = readDiagnosticCommand(text)?.kind === "roadmap";
  if (isAsked && isResultLost(context)) return { replies: [say(context.tell("dr-gone"))] };
  if (!shown) return undefined;
  if (isAsked) return openRoadmap(shown, context);
  const words = readResultWords(text);
  const isNews = words?.kind === "mark" || words?.kind === "state";
  // Numbers are those of workshops for who coordinates them.
  const isOfWorkshops = context.speaker?.roles.includes("coordinator") === true;
  if (!isNews || words.number === undefined || isOfWorkshops || !isFree(context)) return undefined;
  return shown.run.roadmap ? aboutLine(text, context) : resultInPassing(text, context);
}

/** Whether nothing waits that a number could be of. */
function isFree({ conversation: { mode } }: TurnContext): boolean {
  return mode.kind === "idle" || mode.kind === "answered" || mode.kind === "not-known";
}

/** Whether a message says nothing by itself: days later, it may not be of the line that was asked about. */
function isBare(text: string, context: TurnContext): boolean {
  if (readDiagnosticCommand(text) || readResultWords(text) || text.trim().endsWith("?"))
    return false;
  return !isForOthers(text, context) && !isClearQuestion(text, context);
}

/** Why a line is advised, or how to do it: told, then the line is asked about again. What leads elsewhere does. */
function aside(
  text: string,
  line: RoadmapLine,
  talk: TalkOf<"roadmap">,
  context: TurnContext,
): Step | undefined {
  const step = resultInPassing(text, context, line.recommendation);
  const told = readResultWords(text)?.kind ?? readDiagnosticCommand(text)?.kind;
  if (!step || (told !== "why" && told !== "how" && told !== "details")) return step;
  const again = askedAgain(roadmapPrompt(talk, context), context.tell);
  return { replies: [...step.replies.map((reply) => say(reply.text)), again] };
}

/** "Changer le 2", "le 2 est en cours": said of a line of the roadmap at any moment of it. */
function aboutLine(text: string, context: TurnContext): Step | undefined {
  const words = readResultWords(text);
  if (words?.kind === "change") return changeLine(words.number, context);
  if (words?.kind === "state") return note(words.number, words.state, context);
  if (words?.kind !== "mark" || words.number === undefined) return undefined;
  return note(words.number, words.mark === "not-for-us" ? "given-up" : "done", context);
}

function changeLine(number: number, context: TurnContext): Step {
  const line = number - 1;
  if (!context.diagnostic?.run?.roadmap?.[line]) return noLine(context);
  const talk = { kind: "roadmap", line, field: "who", isAlone: true } as const;
  return { mode: { kind: "diagnostic", talk }, replies: [roadmapPrompt(talk, context)] };
}

/** What is done or given up is not advised any more either. */
function note(number: number, state: StepState, context: TurnContext): Step {
  const { run } = context.diagnostic ?? {};
  const line = run?.roadmap?.[number - 1];
  if (!run?.roadmap || !line) return noLine(context);
  const changed = { ...line, state };
  const roadmap = run.roadmap.map((one) => (one === line ? changed : one));
  const mark = state === "done" ? "done" : state === "given-up" ? "not-for-us" : undefined;
  const after: DiagnosticRun = {
    ...run,
    roadmap,
    setAside: mark ? { ...run.setAside, [line.recommendation]: mark } : run.setAside,
  };
  const saying = roadmapSaying(context);
  const { tell } = context;
  const noted = tell("dr-roadmap-state-noted", {
    title: titleOf(line, saying),
    state: tell(`dr-state-${state}`),
  });
  const shown = showRoadmap(roadmap, withRun(after, context));
  return {
    ...shown,
    replies: shown.replies.map((reply) => ({ ...reply, text: `${noted}\n\n${reply.text}` })),
    effects: [keeping(after, context)],
  };
}

function noLine({ tell }: TurnContext): Step {
  return { replies: [say(tell("dr-roadmap-no-line"))] };
}

/** What may be done once the roadmap is there. */
function afterAll(chosen: string | undefined, context: TurnContext): Step | undefined {
  const { run } = context.diagnostic ?? {};
  if (!run?.roadmap) return undefined;
  switch (chosen) {
    case "report":
    case "roadmap":
    case "calendar":
      return { replies: [], effects: [giving(chosen, run)] };
    case "go-on":
      return askNext([], "roadmap", context);
    case "pause":
      return endKindly(context);
    case "back":
    case "where":
      return showRoadmap(run.roadmap, context);
    case "more": {
      const more = linesFor(nextLines(run.roadmap, context), "next", context);
      const after = { ...run, roadmap: [...run.roadmap, ...more] };
      const talk = { kind: "roadmap", line: run.roadmap.length, field: "who" } as const;
      return {
        mode: { kind: "diagnostic", talk },
        replies: [roadmapPrompt(talk, withRun(after, context))],
        effects: [keeping(after, context)],
      };
    }
    case undefined:
    default:
      return undefined;
  }
}

function choose(
  value: string,
  line: RoadmapLine,
  talk: TalkOf<"roadmap">,
  context: TurnContext,
): Step {
  const { tell, diagnostic } = context;
  switch (value) {
    case "finish":
      return showRoadmap(diagnostic?.run?.roadmap ?? [], context);
    case "keep": {
      const { questionnaire } = roadmapSaying(context);
      const advice = questionnaire.recommendations.find(({ id }) => id === line.recommendation);
      const aim = line.aim ?? (advice && tellAim(advice, tell));
      return goToNext({ aim }, talk, context, tell("dr-roadmap-noted"));
    }
    case "two-weeks":
    case "one-month":
    case "three-months":
      return noteDelay(value, talk, context);
    default:
      return goToNext({}, talk, context);
  }
}

/** To the field before; from the first of a line, to the last of the line before, where there is one. */
function goBack(talk: TalkOf<"roadmap">, context: TurnContext): Step {
  const before = { who: "who", helper: "who", by: "who", aim: "by" } as const;
  const isFirst = talk.field === "who" && talk.line > 0 && talk.isAlone !== true;
  const earlier = isFirst
    ? ({ ...talk, line: talk.line - 1, field: "aim" } as const)
    : { ...talk, field: before[talk.field] };
  return {
    mode: { kind: "diagnostic", talk: earlier },
    replies: [roadmapPrompt(earlier, context)],
  };
}
