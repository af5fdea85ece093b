import { say } from "../../../model/reply.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import {
  readResultWords,
  type ResultWords,
} from "../../../understanding/diagnostic/read-result-words.ts";
import { saysTheirs } from "../../../understanding/diagnostic/says-theirs.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { isNothingBegun } from "../is-nothing-begun.ts";
import { runAtHand } from "../run-at-hand.ts";
import { isResultLost } from "./shown-result.ts";

/** Somebody asks for their result, or for a file of it, and there is none: told what there is instead. */
export function withoutResult(words: ResultWords, context: TurnContext): Step | undefined {
  const { tell } = context;
  const isAsked = words.kind === "result" || (words.kind === "file" && words.file === "report");
  if (!isAsked || !isNothingBegun(context)) return undefined;
  if (isResultLost(context)) return { replies: [say(tell("dr-gone"))] };
  const told = runAtHand(context)
    ? `${tell("dq-no-result-yet")} ${tell("dq-waits")}`
    : tell("dr-none", { command: tell("dq-start-label").toLocaleLowerCase() });
  return { replies: [say(told)] };
}

/** Somebody asks for their result where others read too: it is given in private only. */
export function resultInRoom(text: string, { tell }: TurnContext): Step | undefined {
  const kind = readResultWords(text)?.kind;
  const isRoadmap = readDiagnosticCommand(text)?.kind === "roadmap";
  const isAsked = kind === "result" || kind === "file" || isRoadmap;
  if (!isAsked || !saysTheirs(text)) return undefined;
  return { replies: [say(tell("dr-in-private"))] };
}
