import { messageKey } from "../../../delivery/message-key.ts";
import { say } from "../../../model/reply.ts";
import type { Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import type { AdviserWords } from "../../../understanding/handoff/adviser-wordings.ts";
import { eventHash } from "../../handled-events.ts";
import { replyTo } from "../../seat-notices.ts";
import type { Desk } from "./desk.ts";
import { withoutPrefix } from "./addressed-words.ts";

/**
 * What somebody is told, kindly, who acts in the room of a team and is not in the directory as one of it; nothing
 * when they only talk. Nothing they say is kept, nor crosses.
 * @returns undefined when it was not for the desk
 */
export function strangerTold(
  { message, team, tell, parts }: Omit<Desk, "adviser">,
  {
    meant,
    words,
  }: { readonly meant?: Request | undefined; readonly words?: AdviserWords | undefined },
): readonly Change[] | undefined {
  const isAct =
    words !== undefined ||
    message.pressed !== undefined ||
    withoutPrefix(message.text) !== undefined;
  if (!isAct) return meant ? [] : undefined;
  // In the room itself, "help" may be said by anybody to the assistant.
  if (!meant && words?.act !== "take" && words?.act !== "my-load") return undefined;
  const key = messageKey("desk-stranger", eventHash(message));
  const draft = say(tell("hd-not-in-directory", { team: team.name }));
  const reply = { ...replyTo(message.address, draft, team.language, key), thread: message.thread };
  return parts.delivery.leave(undefined, [reply]);
}
