import type { HandoffTalk } from "../../../model/handoff-talk.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import { readAskerNumber } from "../../../understanding/handoff/read-asker-number.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { themeName } from "./theme-name.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";
import { doWith } from "./do-with.ts";

type Which = Extract<HandoffTalk, { kind: "which" }>;

/** Asks which of several requests is meant. */
export function askWhich(
  among: readonly Request[],
  wants: Which["wants"],
  context: TurnContext,
): Step {
  const talk = { kind: "which", requests: among.map(({ id }) => id), wants } as const;
  return { mode: { kind: "handoff", talk }, replies: [whichDraft(among, context)] };
}

/** The question, with a choice for each. */
export function whichDraft(among: readonly Request[], context: TurnContext): ReplyDraft {
  return say(context.tell("ha-which"), whichChoices(among, context));
}

function whichChoices(among: readonly Request[], context: TurnContext) {
  const { tell } = context;
  return among.map((request): Choice => {
    const theme = themeName(request.theme, context);
    return { label: tell("ha-which-one", { number: numberOf(request), theme }), value: request.id };
  });
}

/** Those of a talk that are still known, in its order. */
export function whichOf({ requests }: Which, view: HandoffView): readonly Request[] {
  return requests.flatMap((id) => view.requests.find((one) => one.id === id) ?? []);
}

/** Reads which one is meant: by its label, its number or its place. */
export function replyToWhich(
  text: string,
  talk: Which,
  view: HandoffView,
  context: TurnContext,
): Step | undefined {
  const among = whichOf(talk, view);
  const [first] = among;
  if (!first) return undefined;
  const chosen = requestNamed(text, among, context);
  if (talk.wants === "relay") {
    if (!chosen) return undefined;
    const act = {
      kind: "settle-held",
      request: first.id,
      isForAdviser: true,
      to: chosen.id,
    } as const;
    return { mode: { kind: "idle" }, replies: [], effects: [{ kind: "handoff", act }] };
  }
  if (chosen) return doWith(chosen, talk.wants, "", context);
  if (readAssent(text) === "no")
    return { mode: { kind: "idle" }, replies: [say(context.tell("ha-kept"))] };
  return undefined;
}

function requestNamed(
  text: string,
  among: readonly Request[],
  context: TurnContext,
): Request | undefined {
  const number = readAskerNumber(text);
  const byNumber = among.find((request) => request.number === number);
  if (byNumber) return byNumber;
  const labels = whichChoices(among, context);
  const at = labels.findIndex(({ label }) => label === text.trim());
  if (at >= 0) return among[at];
  const place = number !== undefined && /^\s*\d+\s*$/u.test(text) ? number : 0;
  return among[place - 1];
}
