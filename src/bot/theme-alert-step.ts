import { say } from "../model/reply.ts";
import { readThemeAlert } from "../understanding/read-theme-alert.ts";
import { themeOf } from "../workshops/read-workshop-request.ts";
import { foldTitle } from "../workshops/fold-title.ts";
import type { Step, TurnContext } from "./turn-context.ts";

/** Subscribes somebody, in private, to the workshops to come on a theme; undefined for other words. */
export function themeAlertStep(text: string, context: TurnContext): Step | undefined {
  const subject = readThemeAlert(text);
  if (subject === undefined) return undefined;
  const { knowledge, tell, speaker } = context;
  const theme = themeOf(foldTitle(subject), knowledge.library.themes);
  if (theme === undefined) return undefined;
  // In a room it would be the room that is told.
  if (speaker?.isDirect === false) return { replies: [say(tell("theme-alert-private"))] };
  return { replies: [], effects: [{ kind: "subscribe", change: { kind: "also", theme } }] };
}
