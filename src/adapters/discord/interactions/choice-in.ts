import type { SentReply } from "../discord-documents.ts";
import type { CustomId } from "../sending/custom-ids.ts";

/** What somebody chose. */
export interface Chosen {
  /** What it is, among the choices of its reply: see `Pressed.index`. */
  readonly index: number | string;
  /** What it says to the core: the choice's label, or the numbers of several, as "1 4". */
  readonly label: string;
}

/** Reads what a press chose; undefined when the reply has no such choice. @param values of a select */
export function choiceIn(
  pressed: CustomId,
  values: readonly unknown[],
  { choices }: Pick<SentReply, "choices">,
): Chosen | undefined {
  if (pressed.kind === "words") return undefined;
  if (pressed.kind === "choices") return several(values, choices);
  const index = pressed.index ?? indexIn(values[0]);
  const label = index === undefined ? undefined : choices[index];
  return index === undefined || label === undefined ? undefined : { index, label };
}

/** In the order of the text, whatever order they were picked in: the same choices are the same answer. */
function several(values: readonly unknown[], choices: readonly string[]): Chosen | undefined {
  const picked = values.map((value) => pattern.exec(String(value))?.groups);
  const isWhole = picked.every((one) => choices[Number(one?.["index"])] !== undefined);
  if (picked.length === 0 || !isWhole) return undefined;
  const numbers = picked.map((one) => Number(one?.["number"])).toSorted((a, b) => a - b);
  // Not what one choice by its position is named by.
  return { index: `n${numbers.join("-")}`, label: numbers.join(" ") };
}

/** See `severalValue`. */
const pattern = /^(?<index>\d{1,2})\.(?<number>\d{1,2})$/;

function indexIn(value: unknown): number | undefined {
  return typeof value === "string" && /^\d{1,2}$/.test(value) ? Number(value) : undefined;
}
