import { say } from "../../model/reply.ts";
import type { WorkshopDraft } from "../../model/workshop-draft.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { askOn } from "./fill-draft.ts";

/** So many drafts wait at most; the oldest goes first. */
const MOST_SUSPENDED = 3;

/** What is done while a draft is written: the draft waits for "resume", which is said the first time. */
export function suspending(step: Step, draft: WorkshopDraft, context: TurnContext): Step {
  if (step.mode === undefined || !holdsWords(draft) || goesOn(step, draft)) return step;
  const { suspended = [] } = context.conversation;
  const [first, ...others] = step.replies;
  const tells = context.tell("draft-suspended");
  const isTold = suspended.length > 0 || !first || first.text === tells;
  const text = isTold ? "" : `${first.text}\n\n${tells}`;
  return {
    ...step,
    replies: isTold ? step.replies : [{ ...first, text }, ...others],
    conversation: {
      ...step.conversation,
      // "Back" must not lead to what waits elsewhere.
      trail: [],
      suspended: [...suspended.filter((one) => !isSame(one, draft)), draft].slice(-MOST_SUSPENDED),
    },
  };
}

/** Goes on with the draft that is written, or with the last that was left. */
export function resume(context: TurnContext): Step {
  const { mode, suspended = [] } = context.conversation;
  if (mode.kind === "drafting") return askOn(mode.draft, context);
  const draft = suspended.at(-1);
  if (!draft) return { replies: [say(context.tell("draft-nothing-to-resume"))] };
  const step = askOn(draft, context, context.tell("draft-resumed"));
  return { ...step, conversation: { suspended: suspended.slice(0, -1) } };
}

/** The drafts that still wait when one is done. */
export function withoutDraft(
  done: WorkshopDraft,
  suspended: readonly WorkshopDraft[] | undefined,
): readonly WorkshopDraft[] | undefined {
  return suspended?.filter((one) => !isSame(one, done));
}

function isSame(one: WorkshopDraft, other: WorkshopDraft): boolean {
  return (
    one.act === other.act &&
    one.workshop === other.workshop &&
    one.words.title?.fr === other.words.title?.fr
  );
}

/** Whether the next draft holds what was said in this one. */
function goesOn({ mode }: Step, { workshop, words }: WorkshopDraft): boolean {
  if (mode?.kind !== "drafting" || workshop === undefined) return false;
  const next = new Set<string>(Object.keys(mode.draft.words));
  return mode.draft.workshop === workshop && Object.keys(words).every((name) => next.has(name));
}

/** Nobody misses a draft nothing was said of. */
function holdsWords({ words, reason }: WorkshopDraft): boolean {
  return Object.keys(words).length > 0 || reason !== undefined;
}
