import type { Intended } from "../../announcements/foresee.ts";
import { lines } from "../../announcements/words/announcing.ts";
import type { WorkshopDraft } from "../../model/workshop-draft.ts";
import type { Workshop, WallTime } from "../../model/workshop.ts";
import { instantOf, wallTimeAt } from "../../workshops/wall-time.ts";
import type { TurnContext } from "../turn-context.ts";
import { sayDate } from "./say-date.ts";
import { nextSendingTime } from "./sending-time.ts";

/**
 * Which of the moments a preview proposes some rooms would not get the message at, having one that day already,
 * and when they would. Source: WORKSHOPS.md 11.
 */
export function sayHeld(
  intended: Intended | undefined,
  { draft, workshop }: { readonly draft: WorkshopDraft; readonly workshop: Workshop },
  context: TurnContext,
): string {
  const { knowledge, now, tell } = context;
  if (intended?.kind !== "new") return "";
  const { timeZone } = workshop;
  const say = (wall: WallTime) => sayDate({ localStart: wall }, workshop, context);
  const proposed = draft.sendAt ?? nextSendingTime(workshop, now);
  const moments = [wallTimeAt(now, timeZone), ...(proposed === undefined ? [] : [proposed])];
  return lines(
    ...moments.map((wall, index) => {
      const at = index === 0 ? now : instantOf(wall, timeZone);
      const held = knowledge.reach?.({ ...intended, at }).held;
      if (!held) return "";
      const when = say(wallTimeAt(held.at, timeZone));
      const { count } = held;
      return index === 0
        ? tell("draft-held-now", { count, when })
        : tell("draft-held-later", { count, when, sent: say(wall) });
    }),
  );
}
