import type { PhraseKey, Tell } from "../model/phrases.ts";
import type { WallTime } from "../model/workshop.ts";
import { whichOfTwo } from "./wall-time.ts";

/** Clocks only go back from summer to winter time, wherever they do. */
const which: Readonly<Record<"first" | "second", PhraseKey>> = {
  first: "hour-first-of-two",
  second: "hour-second-of-two",
};

/**
 * An hour in words, with which of two is meant where the clocks of its zone show it twice: "2 h 30 (heure
 * d'hiver)".
 * @param time what the clocks show, in words
 */
export function sayWhich(
  time: string,
  { wall, zone }: { readonly wall: WallTime; readonly zone: string },
  tell: Tell,
): string {
  const one = whichOfTwo(wall, zone);
  return one === undefined ? time : tell(which[one], { time });
}
