import { revise } from "../../../../handoff/change-state.ts";
import type { HandoffEffect } from "../../../../model/handoff-effect.ts";
import { say } from "../../../../model/reply.ts";
import { numberOf, type Request } from "../../../../model/request.ts";
import { put } from "../../../../ports/store.ts";
import { nothingAbout, type AboutHandoff, type Acting } from "../../acting.ts";
import { toldAsker } from "./around.ts";

type Act<Kind extends HandoffEffect["kind"]> = Extract<HandoffEffect, { kind: Kind }>;

/** What they thought of the help: asked once; what was missing, only where it was not good. Source: HANDOFF.md, 10. */
export async function rateHelp(
  { request: id, score }: Act<"rate">,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, parts, book } = acting;
  const request = await book.get(id);
  if (!request) return nothingAbout;
  const { state, team, asker } = request;
  const at = who.now.toISOString();
  const asks = score === 3 ? undefined : ({ kind: "what-was-missing", at, score } as const);
  const after = revise(request, { asks }, who.now);
  const { helpFeedback } = parts.knowledge().documents;
  const adviser = "adviser" in state ? state.adviser : undefined;
  const feedback = { team, adviser, score, owner: asker?.person, at };
  const tell = parts.knowledge().tell(who.language);
  const number = numberOf(request);
  const draft =
    score === 3
      ? toldAsker("ha-thanks", request, acting)
      : say(
          [
            ...(score === 1 ? [tell("ha-sorry", { number })] : []),
            tell("ha-what-was-missing"),
          ].join("\n\n"),
          [{ label: tell("ha-nothing-to-add"), value: "no" }],
        );
  return {
    changes: [book.change(request, after), put(helpFeedback, feedbackId(request), feedback)],
    drafts: [draft],
  };
}

/** What was missing, in their words, masked. */
export async function commentHelp(
  { request: id, text }: Act<"comment">,
  { who, parts, book }: Acting,
): Promise<AboutHandoff> {
  const request = await book.get(id);
  if (!request) return nothingAbout;
  const { store, knowledge } = parts;
  const { helpFeedback } = knowledge().documents;
  const known = await store.get(helpFeedback, feedbackId(request));
  if (!known) return nothingAbout;
  const after = revise(request, { asks: undefined }, who.now);
  const feedback = { ...known, comment: text };
  return {
    changes: [book.change(request, after), put(helpFeedback, feedbackId(request), feedback)],
    drafts: [],
  };
}

/** One opinion for each time it was over. */
function feedbackId({ id, reopened }: Request): string {
  return `${id}.${reopened}`;
}
