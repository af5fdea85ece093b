import { DAY_MS } from "../../../model/durations.ts";
import { say } from "../../../model/reply.ts";
import { numberOf } from "../../../model/request.ts";
import { people } from "../../answer-intent.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";
import { allowedSince, isBlocked } from "../team/reports.ts";
import { listLines } from "./my-requests.ts";
import { givenOf, openOf } from "./own-requests.ts";

/** At once. Source: HANDOFF.md, 2. */
const MOST_OPEN = 3;
/** In thirty days, before a coordinator is talked to. */
const MOST_A_MONTH = 5;

/** What is said to somebody who was reported: they give nothing to people; undefined for anybody else. */
export function blockOf({ requests }: HandoffView, context: TurnContext): Step | undefined {
  if (!isBlocked(requests)) return undefined;
  return { replies: [say(`${context.tell("ha-limit-blocked")}\n\n${people(context)}`)] };
}

/** What is said when no further request can be opened; undefined while one can. */
export function limitOf(view: HandoffView, context: TurnContext): Step | undefined {
  const blocked = blockOf(view, context);
  if (blocked) return blocked;
  const { tell, now } = context;
  const open = openOf(view);
  if (open.length >= MOST_OPEN) {
    const lines = listLines(open, view, context);
    return {
      replies: [say(tell("ha-limit-open", { count: open.length, lines: lines.join("\n") }))],
    };
  }
  const since = Math.max(
    now.getTime() - 30 * DAY_MS,
    Date.parse(allowedSince(view.requests) ?? "") || 0,
  );
  const recent = givenOf(view).filter(({ openedAt }) => Date.parse(openedAt ?? "") > since);
  const [latest] = recent;
  if (!latest || recent.length < MOST_A_MONTH) return undefined;
  const told = tell("ha-limit-month", { count: MOST_A_MONTH, number: numberOf(latest) });
  return { replies: [say(`${told}\n\n${people(context)}`)] };
}
