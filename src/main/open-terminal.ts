import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { ConsolePlatform } from "../adapters/console/console-platform.ts";
import { saveFile } from "../adapters/console/save-file.ts";
import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Clock } from "../ports/clock.ts";
import type { TalkingPlace } from "./talking-place.ts";

/** Beyond this a line is hard to follow, however wide the terminal. */
const WIDEST = 100;

/** Whether a person sits in front of the terminal. */
export function isInteractive(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** Below the data folder: what people are given there is theirs to open. */
const filesFolder = "passerelle-fichiers";

/** What a chat in this terminal needs. */
export interface TerminalParts {
  readonly tell: (language: Language) => Tell;
  /** The one it speaks first. */
  readonly language: Language;
  readonly dataFolder: string;
  readonly clock: Clock;
}

/** A chat in this terminal. */
export function openTerminal(parts: TerminalParts): TalkingPlace {
  const { language, dataFolder, clock } = parts;
  const tell = parts.tell(language);
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
    saveFile: (file, spoken = language) =>
      saveFile(file, { folder: join(dataFolder, filesFolder), tell: parts.tell(spoken) }),
  });
  return {
    platform: console,
    ended: console.ended,
    leave: () => void console.stop(),
    close: () => Promise.resolve(),
  };
}
