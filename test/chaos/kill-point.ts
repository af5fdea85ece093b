import { join } from "node:path";
import { projectRoot } from "../support/project-root.ts";

/** Where a `simulate` ends itself: at one of the messages that say something in rooms. */
export interface KillPoint {
  /** How the rooms' names begin. */
  readonly room: string;
  /** What the messages that count say. */
  readonly saying: string;
  /** Which of them, from 1. */
  readonly place: number;
  /** Before it is shown; once it is, and before the process knows; or some ms later. */
  readonly when: "before" | "after" | { readonly ms: number };
}

const module = join(projectRoot, "test", "chaos", "kill-at-message.mjs");

/** Of a hundred kills, how many come some ms after a message rather than at it. */
const LATER_PERCENT = 20;

/** Longer than the disk takes between one message and the next. */
const LONGEST_MS = 4;

/** A point between the first and the last of some messages, unless it is some ms after one. */
export function drawKillPoint(
  messages: number,
  random: () => number,
): Pick<KillPoint, "place" | "when"> {
  const place = 1 + Math.floor(random() * (messages - 1));
  if (random() * 100 < LATER_PERCENT)
    return { place, when: { ms: Math.floor(random() * LONGEST_MS) } };
  return random() < 0.5 ? { place, when: "after" } : { place: place + 1, when: "before" };
}

/** The environment of a process that ends there. */
export function environmentOf(point: KillPoint): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${module}`, PASSERELLE_KILL_AT: JSON.stringify(point) };
}
