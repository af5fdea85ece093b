import { onWorkingWeek, dueAfter } from "../../../diagnostic/due-day.ts";
import type { RoadmapLine } from "../../../model/diagnostic-run.ts";
import { say } from "../../../model/reply.ts";
import { today } from "../../knowledge.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { goToNext } from "./fill-line.ts";
import { readDueDay } from "./read-due-day.ts";
import { roadmapPrompt, roadmapSaying } from "./roadmap-prompt.ts";
import type { TalkOf } from "../talk-of.ts";

const delays = {
  "two-weeks": { weeks: 2 },
  "one-month": { months: 1 },
  "three-months": { months: 3 },
} as const;

/** Writes the day a delay ends on into the line that is asked about. */
export function noteDelay(
  delay: keyof typeof delays,
  talk: TalkOf<"roadmap">,
  context: TurnContext,
): Step {
  const { knowledge, now } = context;
  return noteDay(dueAfter(today(knowledge, now), delays[delay]), undefined, talk, context);
}

/** Writes the day that was typed; asks again where it is none, or past. */
export function writeDay(text: string, talk: TalkOf<"roadmap">, context: TurnContext): Step {
  const { tell, knowledge, now } = context;
  const day = readDueDay(text, { now, zone: knowledge.settings.timeZone });
  if (day === undefined || day === "past") {
    const { choices } = roadmapPrompt(talk, context);
    const told = tell(day === "past" ? "dr-roadmap-day-past" : "dr-roadmap-day-unread");
    return { replies: [say(told, choices)] };
  }
  return noteDay(onWorkingWeek(day), day, talk, context);
}

/** @param asked the day they said; undefined for a delay, which is never one of rest */
function noteDay(
  by: string,
  asked: string | undefined,
  talk: TalkOf<"roadmap">,
  context: TurnContext,
): Step {
  const { tell } = context;
  const { sayDay } = roadmapSaying(context);
  const day = sayDay(by);
  const noted =
    asked === undefined || asked === by
      ? tell("dr-roadmap-day-noted", { day })
      : tell("dr-roadmap-day-moved", { asked: sayDay(asked), day });
  return goToNext({ by }, talk, context, noted);
}

/** "Jeudi" where a Thursday is proposed may be another one. */
export function namesOtherDay(
  text: string,
  { by }: RoadmapLine,
  { field }: TalkOf<"roadmap">,
  { now, knowledge }: TurnContext,
): boolean {
  if (field !== "by") return false;
  const day = readDueDay(text, { now, zone: knowledge.settings.timeZone });
  return day !== undefined && day !== "past" && day !== by;
}
