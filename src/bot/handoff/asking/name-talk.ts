import type { HandoffTalk } from "../../../model/handoff-talk.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import { readOwnName } from "../../../understanding/handoff/read-own-name.ts";
import { findGlobalWord } from "../../global-words.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { maskedWhole } from "./masked-draft.ts";

/** Reads the name they choose to give; a refusal gives none. */
export function replyToName(
  text: string,
  { request }: Extract<HandoffTalk, { kind: "name" }>,
  context: TurnContext,
): Step | undefined {
  const { tell, knowledge } = context;
  const word = findGlobalWord(text, knowledge.library)?.word;
  if (word === "cancel" || word === "back")
    return { mode: { kind: "idle" }, replies: [say(tell("ha-name-not-given"))] };
  if (word !== undefined) return undefined;
  const name = readOwnName(text);
  if (name === undefined) return { replies: [say(tell("ha-name-unread"))] };
  if (name === "no") return { mode: { kind: "idle" }, replies: [say(tell("ha-name-not-given"))] };
  return {
    mode: { kind: "idle" },
    replies: [say(tell("ha-name-given", { name: name.name }))],
    effects: [{ kind: "handoff", act: { kind: "give-name", request, name: name.name } }],
  };
}

/** « Que manquait-il ? (facultatif) » */
export function missingDraft({ tell }: TurnContext): ReplyDraft {
  return say(tell("ha-what-was-missing"), [{ label: tell("ha-nothing-to-add"), value: "no" }]);
}

/** Reads what was missing, masked; nothing need be said. */
export function replyToMissing(
  text: string,
  { request }: Extract<HandoffTalk, { kind: "missing" }>,
  context: TurnContext,
): Step | undefined {
  const { tell, knowledge } = context;
  const thanks = { mode: { kind: "idle" }, replies: [say(tell("ha-thanks"))] } as const;
  if (readChoice(text, missingDraft(context).choices)) return thanks;
  const word = findGlobalWord(text, knowledge.library)?.word;
  if (word !== undefined) return word === "cancel" ? thanks : undefined;
  const act = { kind: "comment", request, text: maskedWhole(text, tell) } as const;
  return { ...thanks, effects: [{ kind: "handoff", act }] };
}
