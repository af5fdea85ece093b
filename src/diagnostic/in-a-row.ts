import type { Tell } from "../model/phrases.ts";

/** Several things in one line, each of which may hold commas. */
export function inARow(things: readonly string[], tell: Tell): string {
  const [first = "", ...others] = things;
  return others.reduce((before, after) => tell("dp-in-a-row", { before, after }), first);
}
