import { formatDay } from "../../../answers/format-day.ts";
import type { DiagnosticRun, FollowUp } from "../../../model/diagnostic-run.ts";
import { say } from "../../../model/reply.ts";
import type { FollowUpWish } from "../../../understanding/diagnostic/read-follow-up-wish.ts";
import { localDay } from "../../../workshops/workshop-time.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { followUpChoice } from "./follow-up-message.ts";
import { acceptedFollowUp, overFollowUp } from "./follow-up-times.ts";
import { followedRun } from "./followed-run.ts";

/** Wishes that are about being asked itself. */
export type AskingWish = Extract<FollowUpWish, "start" | "stop" | "which">;

/** Does what somebody wants about being asked how their steps go. */
export function followWish(wish: AskingWish, context: TurnContext): Step {
  const { tell, now } = context;
  const followed = followedRun(context);
  if (!followed)
    return { replies: [say(tell("df-no-result", { command: tell("dq-start-label") }))] };
  const { run } = followed;
  switch (wish) {
    case "start": {
      const followUp = acceptedFollowUp(run, now);
      const day = dayOf(followUp, context) ?? "";
      return keeping({ ...run, followUp }, context, tell("df-started", { day }));
    }
    case "stop":
      return {
        ...keeping({ ...run, followUp: overFollowUp }, context, tell("df-stopped")),
        mode: { kind: "idle" },
      };
    case "which": {
      const day = run.followUp && dayOf(run.followUp, context);
      return {
        replies: [
          day === undefined
            ? say(tell("df-not-planned"))
            : say(tell("df-planned", { day }), [followUpChoice("stop", tell)]),
        ],
      };
    }
  }
}

/** The day something is planned on, in words; undefined when nothing is. */
export function dayOf({ nextAt }: FollowUp, { knowledge, conversation }: TurnContext) {
  if (nextAt === undefined) return undefined;
  const day = localDay(new Date(nextAt), knowledge.settings.timeZone);
  return formatDay(day, conversation.language);
}

function keeping(run: DiagnosticRun, { now }: TurnContext, words: string): Step {
  const kept = { ...run, updatedAt: now.toISOString() };
  return {
    replies: [say(words)],
    effects: [{ kind: "diagnostic", act: { kind: "keep-run", run: kept } }],
  };
}
