import type { IncomingMessage } from "../../../model/incoming-message.ts";
import { languages } from "../../../model/language.ts";
import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import type { Knowledge } from "../../knowledge.ts";
import { tellAsker, tellThread } from "../tell-people.ts";
import type { Found } from "./find-relayed.ts";
import type { RelayHands } from "./relay-hands.ts";
import { teamOf } from "./side-of.ts";

/** Whether somebody pressed « je préfère un texte » below a voice message. */
export function wantsText({ pressed }: IncomingMessage, { tell }: Knowledge): boolean {
  return languages.some((language) => tell(language)("hr-prefer-text") === pressed);
}

/** Who sent a voice message is asked for a text, once. */
export function preferText({ request, message }: Found, { parts }: RelayHands): readonly Change[] {
  const { library, tell } = parts.knowledge();
  const name = `prefer-text.${message.position}`;
  if (message.direction === "in") {
    const language = request.asker?.language ?? request.language;
    return tellAsker(request, { draft: say(tell(language)("hr-wants-text")), name }, parts);
  }
  const team = teamOf(request, library.directory);
  const draft = say(tell(team?.language ?? request.language)("hr-wants-text"));
  return team ? tellThread(request, team, { draft, name }, parts) : [];
}
