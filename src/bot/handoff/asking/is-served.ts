import { samplePlatform } from "../../../model/directory.ts";
import type { TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";

/** Whether some team can be reached at all; a sample directory serves its own platform alone. */
function isServed({ directory, platforms }: HandoffView, platform: string): boolean {
  if (directory.isSample && platform !== samplePlatform) return false;
  return directory.teams.some(({ room }) => platforms.includes(room.platform));
}

/** What is known of the requests of who speaks, where some team can be reached; undefined where none can. */
export function servedIn({ handoff, conversation }: TurnContext): HandoffView | undefined {
  return handoff && isServed(handoff, conversation.platform) ? handoff : undefined;
}

/**
 * The same where none can be reached any more, for those who gave requests before: they may still look at them,
 * stop them and erase them.
 */
export function heardIn(context: TurnContext): HandoffView | undefined {
  const { handoff } = context;
  const hasGiven = handoff?.requests.some(({ number }) => number > 0) === true;
  return servedIn(context) ?? (hasGiven ? handoff : undefined);
}
