import type { Choice } from "./reply.ts";

/** Whether the text of a message lists its choices itself: they are then listed nowhere else. */
export function areListedInText(choices: readonly Choice[]): boolean {
  return choices.some(({ mark }) => mark !== undefined);
}

/** The number a choice has in the text; undefined for one that is named by a word, or not marked. */
export function numberOf({ mark = "" }: Choice): number | undefined {
  return /^\d{1,2}$/.test(mark) ? Number(mark) : undefined;
}

/** A choice by the place it has among those of its message. */
export interface PlacedChoice {
  readonly choice: Choice;
  /** From 0. */
  readonly index: number;
}

/** Marked choices as they are laid out: those with a number first, then the others, each in their order. */
export function laidOut(choices: readonly Choice[]): {
  readonly numbered: readonly PlacedChoice[];
  readonly named: readonly PlacedChoice[];
} {
  const placed = choices.map((choice, index) => ({ choice, index }));
  return {
    numbered: placed.filter(({ choice }) => numberOf(choice) !== undefined),
    named: placed.filter(({ choice }) => numberOf(choice) === undefined),
  };
}
