import { randomUUID } from "node:crypto";
import { ConsolePlatform } from "../adapters/console/console-platform.ts";
import type { Tell } from "../model/phrases.ts";
import type { Clock } from "../ports/clock.ts";
import type { TalkingPlace } from "./talking-place.ts";

/** Beyond this a line is hard to follow, however wide the terminal. */
const WIDEST = 100;

/** Whether a person sits in front of the terminal. */
export function isInteractive(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** A chat in this terminal. */
export function openTerminal(tell: Tell, clock: Clock): TalkingPlace {
  const console = new ConsolePlatform({
    input: process.stdin,
    output: process.stdout,
    isInteractive: isInteractive(),
    style: {
      // The convention of https://no-color.org, read by node itself.
      hasColours: isInteractive() && process.stdout.hasColors(),
      width: isInteractive() ? Math.min(process.stdout.columns, WIDEST) : 0,
    },
    welcome: `${tell("welcome")} ${tell("how-to-leave")}`,
    nextId: randomUUID,
    now: () => clock.now(),
  });
  return {
    platform: console,
    ended: console.ended,
    leave: () => void console.stop(),
    close: () => Promise.resolve(),
  };
}
