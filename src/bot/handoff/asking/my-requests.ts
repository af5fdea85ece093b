import { say } from "../../../model/reply.ts";
import type { PhraseKey } from "../../../model/phrases.ts";
import { numberOf, type Request, type RequestStateKind } from "../../../model/request.ts";
import { themeName } from "./theme-name.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";
import { sayExpected } from "./expected-words.ts";
import { givenOf } from "./own-requests.ts";

/** Shown at most. */
const MOST_TOLD = 10;

/** « mes demandes »: their numbers, where each one is, and when an answer may honestly be expected. */
export function tellMyRequests(view: HandoffView, context: TurnContext): Step {
  const { tell } = context;
  const given = givenOf(view).slice(0, MOST_TOLD);
  if (given.length === 0) {
    const label = tell("ha-start-label");
    return { replies: [say(tell("ha-none-yet"), [{ label, value: `say:${label}` }])] };
  }
  const lines = listLines(given, view, context);
  return { replies: [say([tell("ha-mine"), lines.join("\n"), tell("ha-mine-how")].join("\n\n"))] };
}

/** One line each: number, theme, state; of those nobody took yet, when an answer may come. */
export function listLines(
  requests: readonly Request[],
  view: HandoffView,
  context: TurnContext,
): readonly string[] {
  const { tell, conversation, knowledge } = context;
  return requests.map((request) => {
    const theme = themeName(request.theme, context);
    const state = tell(stateSaid[request.state.kind], { who: whoAnswers(request, view, context) });
    const line = tell("ha-mine-line", { number: numberOf(request), theme, state });
    const waits = request.state.kind === "queued" || request.state.kind === "offered";
    return waits
      ? `${line} ${sayExpected(request, { ...view, now: context.now }, { knowledge, language: conversation.language })}`
      : line;
  });
}

const stateSaid: Readonly<Record<RequestStateKind, PhraseKey>> = {
  draft: "ha-state-draft",
  queued: "ha-state-waiting",
  offered: "ha-state-waiting",
  claimed: "ha-state-taken",
  transferring: "ha-state-transferring",
  active: "ha-state-taken",
  "waiting-asker": "ha-state-yours",
  undeliverable: "ha-state-taken",
  resolved: "ha-state-resolved",
  closed: "ha-state-closed",
  unanswered: "ha-state-unanswered",
  referred: "ha-state-referred",
  withdrawn: "ha-state-withdrawn",
  merged: "ha-state-merged",
  spam: "ha-state-closed",
};

/** Who answers, as their asker may know them: a name if its owner shows it. */
export function whoAnswers(
  request: Request,
  { directory }: HandoffView,
  context: TurnContext,
): string {
  const { state, showsAdviser } = request;
  const id =
    "adviser" in state ? state.adviser : state.kind === "transferring" ? state.from : undefined;
  const adviser = directory.advisers.find((one) => one.id === id);
  if (!adviser) return context.tell("ha-somebody");
  return showsAdviser ? adviser.name : adviser.title[context.conversation.language];
}
