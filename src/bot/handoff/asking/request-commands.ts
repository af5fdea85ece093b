import { say } from "../../../model/reply.ts";
import { isOpen, type Request } from "../../../model/request.ts";
import type { AskerWords } from "../../../understanding/handoff/asker-wordings.ts";
import { foldText } from "../../../understanding/fold-text.ts";
import { readAskerWords } from "../../../understanding/handoff/read-asker-words.ts";
import { anybody } from "../../coordination/speaker.ts";
import type { Manner } from "../../diagnostic/talk-of.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";
import { doWith, type OnRequest } from "./do-with.ts";
import { invite } from "./invite-step.ts";
import { servedIn } from "./is-served.ts";
import { tellMyRequests } from "./my-requests.ts";
import { blockOf } from "./limits.ts";
import { lastAsked, openDraft, showDraft, waitingDraft } from "./open-draft.ts";
import { givenOf, openOf } from "./own-requests.ts";
import { askWhich } from "./which-talk.ts";

type OneWords = Saying<"withdraw"> | Saying<"add">;
type SettleWords = Saying<"settled">;
type NameWords = Saying<"tell-name">;
/** The words one of whose acts is this. */
type Saying<Act extends AskerWords["act"]> = AskerWords extends infer Words
  ? Words extends { readonly act: infer Acts }
    ? Act extends Acts
      ? Words
      : never
    : never
  : never;

/** Reads a whole message as a command about their requests to people; undefined when it is something else. */
export function commandStep(
  text: string,
  view: HandoffView,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  const { speaker = anybody } = context;
  const words = readAskerWords(text) ?? bareCancel(text, view, context);
  if (!words) return undefined;
  // What was given may be looked at; nothing new is begun where nobody can answer.
  const isNew = words.act === "invite" || words.act === "start";
  if (isNew && !servedIn(context)) return undefined;
  if (words.act === "invite") {
    // The button of a draft that was left, or given since: it means that draft, not what was asked after it.
    const isButton = manner !== "typed" && context.heard?.repliesTo === undefined;
    if (!isButton) return invite(view, context);
    return waitingDraft(view) && showDraft(view, context);
  }
  if (words.act === "start") return isCommandHere(context) ? start(text, view, context) : undefined;
  // What they asked, and where it is, is nobody else's.
  if (!speaker.isDirect) return isAboutRequests(words) ? inPrivate(context) : undefined;
  return follow(words, view, context);
}

/** « mes demandes », « effacer A-1 » where nobody can be reached and nothing was ever given: it is said so. */
export function withoutRequests(text: string, context: TurnContext): Step | undefined {
  const { speaker = anybody, tell, handoff } = context;
  const words = handoff && speaker.isDirect ? readAskerWords(text) : undefined;
  if (!words) return undefined;
  const isNumbered = "number" in words && words.number !== undefined;
  return words.act === "list" || isNumbered ? { replies: [say(tell("ha-none-yet"))] } : undefined;
}

function follow(
  words: Exclude<AskerWords, { act: "invite" } | { act: "start" }>,
  view: HandoffView,
  context: TurnContext,
): Step | undefined {
  switch (words.act) {
    case "list":
      return tellMyRequests(view, context);
    case "withdraw":
      return one(words, openOf(view), "withdraw", context);
    case "reopen":
      return (
        blockOf(view, context) ?? one(words, givenOf(view).filter(isReopened), "reopen", context)
      );
    case "erase":
      return one(
        words,
        givenOf(view).filter(({ state }) => state.kind !== "draft"),
        "erase",
        context,
      );
    case "add":
      return one(words, openOf(view), "add", context);
    case "settled":
    case "not-yet":
      return settle(words, view);
    case "tell-name":
    case "hide-name":
      return nameStep(words, view, context);
  }
}

/** The one request a command is about: by its number, or the only one it can be. */
function one(
  words: OneWords,
  among: readonly Request[],
  wants: OnRequest,
  context: TurnContext,
): Step {
  const { tell } = context;
  const said = words.act === "add" ? words.said : "";
  if (words.number !== undefined) {
    const found = among.find(({ number }) => number === words.number);
    if (!found) return { replies: [say(tell("ha-no-such", { number: `A-${words.number}` }))] };
    return doWith(found, wants, said, context);
  }
  const [only, ...others] = among;
  if (!only) return { replies: [say(tell("ha-none-for-that"))] };
  if (others.length === 0 || wants === "add") return doWith(only, wants, said, context);
  return askWhich(among, wants, context);
}

/** « c'est bon » and « pas encore » are of the request that asks, or the only one somebody holds. */
function settle(words: SettleWords, view: HandoffView): Step | undefined {
  const isSettled = words.act === "settled";
  const among = givenOf(view).filter(({ state, asks, number }) =>
    words.number === undefined
      ? asks?.kind === "settled" || (isSettled && ["active", "waiting-asker"].includes(state.kind))
      : number === words.number,
  );
  const asking = among.filter(({ asks }) => asks?.kind === "settled");
  const [found, ...others] = asking.length > 0 ? asking : among;
  if (!found || (others.length > 0 && asking.length === 0)) return undefined;
  if (!isSettled && found.state.kind !== "resolved") return undefined;
  const act = { kind: "answer-settled", request: found.id, isSettled } as const;
  return { replies: [], effects: [{ kind: "handoff", act }] };
}

function nameStep(words: NameWords, view: HandoffView, context: TurnContext): Step {
  const { tell } = context;
  const found = openOf(view).find(
    ({ number }) => words.number === undefined || number === words.number,
  );
  if (!found) return { replies: [say(tell("ha-none-for-that"))] };
  if (words.act === "hide-name") {
    const act = { kind: "give-name", request: found.id, name: undefined } as const;
    return { replies: [say(tell("ha-name-hidden"))], effects: [{ kind: "handoff", act }] };
  }
  return {
    mode: { kind: "handoff", talk: { kind: "name", request: found.id } },
    replies: [say(tell("ha-which-name"))],
  };
}

/** The whole words of a button or of a person: the draft that waits is shown, or a new one begun. */
function start(text: string, view: HandoffView, context: TurnContext): Step {
  const isButton = foldText(text) === foldText(context.tell("ha-start-label"));
  if (isButton && waitingDraft(view)) return showDraft(view, context);
  return openDraft(lastAsked(context), view, context);
}

/** « annuler » alone, when nothing else waits and one request is open. */
function bareCancel(
  text: string,
  view: HandoffView,
  { conversation }: TurnContext,
): AskerWords | undefined {
  if (conversation.mode.kind !== "idle" || openOf(view).length === 0) return undefined;
  const said = foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return /^(?:j |je veux )?(?:annule|annuler|cancel)$/u.test(said)
    ? { act: "withdraw" }
    : undefined;
}

/** Where a draft is written, what is typed is its words. */
function isCommandHere({ conversation: { mode } }: TurnContext): boolean {
  return mode.kind !== "drafting" && mode.kind !== "importing";
}

function isAboutRequests(words: AskerWords): boolean {
  return words.act === "list" || ("number" in words && words.number !== undefined);
}

function inPrivate({ tell }: TurnContext): Step {
  const label = tell("ha-mine-label");
  return {
    replies: [say(tell("ha-in-private"))],
    apart: [say(tell("ha-mine-here"), [{ label, value: `say:${label}` }])],
  };
}

/** Over, and not erased nor given up. */
function isReopened(request: Request): boolean {
  return (
    !isOpen(request) &&
    ["resolved", "closed", "referred", "unanswered"].includes(request.state.kind)
  );
}
