import { say } from "../../model/reply.ts";
import type { CoordinationAct } from "../../understanding/coordination-words.ts";
import type { CoordinationRequest } from "../../understanding/read-coordination.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { anybody, standingOf } from "./speaker.ts";

/** Longest label a button takes. */
const MOST_CHARACTERS = 80;

/**
 * Moves a dialogue that asks for what only some may know, as the joining link, out of a room that others read:
 * one line there, and the command to go on with in private. Undefined where it may go on.
 * @param command the words of the request, without what follows them
 */
export function moveToPrivate(
  { act, rest }: CoordinationRequest,
  command: string,
  { speaker = anybody, tell }: TurnContext,
): Step | undefined {
  if (speaker.isDirect || standingOf(speaker) !== "programme") return undefined;
  // What is said whole asks for nothing more.
  if (!asking.has(act) || (act === "edit" && rest !== "")) return undefined;
  const label = command.replaceAll(/\s+/gu, " ").trim().slice(0, MOST_CHARACTERS);
  return {
    replies: [say(tell("draft-elsewhere"))],
    apart: [say(tell("draft-here", { command: label }), [{ label, value: `say:${label}` }])],
  };
}

const asking: ReadonlySet<CoordinationAct> = new Set<CoordinationAct>(["new", "edit", "duplicate"]);
