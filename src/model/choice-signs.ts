import { areListedInText, numberOf } from "./marked-choices.ts";
import type { Choice, ReplyDraft } from "./reply.ts";

/** There is no keycap emoji for 10 and beyond that everybody has. */
const mostKeycaps = 9;

const KEYCAP = "\uFE0F\u20E3";

/** The emoji of a number from 0 to 9, in its square. */
export function keycap(number: number): string {
  return `${number}${KEYCAP}`;
}

/**
 * The emojis that make the choices of a message, in their order, "" where there is none; undefined where the
 * position alone tells, as it does where we list the choices ourselves.
 */
export function signsOf({ choices }: Pick<ReplyDraft, "choices">): readonly string[] | undefined {
  if (!areListedInText(choices)) return undefined;
  return choices.map((choice) => {
    const number = numberOf(choice);
    if (number === undefined) return choice.sign ?? "";
    return number <= mostKeycaps ? keycap(number) : "";
  });
}

/**
 * Those of `signsOf` that are put under the message, to tap on. Where several choices are waited for, one number
 * would be half an answer: none is proposed.
 */
export function offeredSignsOf(
  reply: Pick<ReplyDraft, "choices" | "mostChosen">,
): readonly string[] | undefined {
  const signs = signsOf(reply);
  if (reply.mostChosen === undefined) return signs;
  return signs?.filter((_, at) => reply.choices.slice(at, at + 1).every(isNamed));
}

function isNamed(choice: Choice): boolean {
  return numberOf(choice) === undefined;
}
