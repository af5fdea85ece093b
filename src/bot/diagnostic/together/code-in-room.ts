import { say } from "../../../model/reply.ts";
import { readGroupWords } from "../../../understanding/diagnostic/read-group-words.ts";
import type { Step, TurnContext } from "../../turn-context.ts";

/** A code that was written where others read too: it is looked at in private alone, and nothing of it is said here. */
export function codeInRoom(text: string, { tell }: TurnContext): Step | undefined {
  const words = readGroupWords(text);
  return words?.kind === "join" ? { replies: [say(tell("dg-join-in-private"))] } : undefined;
}
