import { choiceBySign } from "../../../model/choice-by-sign.ts";
import { keycap } from "../../../model/choice-signs.ts";
import type { EventContent } from "../room-event.ts";
import type { SentReply } from "../matrix-documents.ts";
import type { OurMessage } from "./us.ts";

/** What somebody says by a reaction to a message of ours. */
export type SaidByReaction =
  | { readonly kind: "press"; readonly label: string }
  | { readonly kind: "text"; readonly text: string };

/** Choices under a message of ours that have no reactions to tap on yet. */
export interface Offer {
  readonly room: string;
  readonly event: string;
  /** Those to put there, in order. */
  readonly signs: readonly string[];
}

/** There is no keycap emoji for 10 and beyond that everybody has. */
const MOST_REACTIONS = 9;

/**
 * The reactions to put under a message with choices: their own where they have some, numbers first, else
 * 1️⃣ 2️⃣ 3️⃣…
 */
export function choiceReactions({
  choices,
  signs,
}: Pick<SentReply, "choices" | "signs">): readonly string[] {
  if (signs) return signs.filter((sign) => sign !== "");
  const many = Math.min(choices.length, MOST_REACTIONS);
  return Array.from({ length: many }, (_, at) => keycap(at + 1));
}

/** The content of an `m.reaction` to an event. */
export function reactionContent(event: string, key: string): EventContent {
  return { "m.relates_to": { rel_type: "m.annotation", event_id: event, key } };
}

/** The numbered list under a message, one choice a line; labels are of one line. */
export function choiceLines(labels: readonly string[], first = 1): string {
  return labels.map((label, index) => `${first + index}. ${label}`).join("\n");
}

/**
 * What a reaction to a message of ours says: a number presses that choice; 👍 and 👎 are words where
 * a choice shows them, unless its label has the number of what it is about. Anything else is not said to us.
 */
export function readReaction(
  key: string,
  { choices, signs }: OurMessage,
): SaidByReaction | undefined {
  const named = choiceBySign(key, choices, signs);
  if (!named) return undefined;
  const label = choices[named.position];
  const isOfTalk = label === undefined || !/\d/u.test(label);
  if (named.by === "judgement" && isOfTalk) return { kind: "text", text: named.sign };
  return label === undefined ? undefined : { kind: "press", label };
}

/** A label is one line, whatever it was made from. */
export function oneLine(label: string): string {
  return label.replaceAll(/\s+/g, " ").trim();
}
