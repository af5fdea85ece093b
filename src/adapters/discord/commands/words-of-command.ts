import type { Tell } from "../../../model/phrases.ts";
import type { Command } from "./commands.ts";

/** What came with a command. */
export interface CommandGiven {
  /** The value of its option. */
  readonly option?: string | undefined;
  /** The words of the message whose menu it was chosen in. */
  readonly message?: string | undefined;
}

/**
 * What somebody who gives a command says to the core, as if it were typed.
 * Undefined when the words are still to be asked: a question without one, a message without text.
 */
export function wordsOfCommand(
  { id, says }: Command,
  { option, message }: CommandGiven,
  tell: Tell,
): string | undefined {
  if (id === "ask") return filled(option);
  if (id === "menu-ask") return filled(message);
  if (id === "language" && option === "fr") return tell("said-french");
  if (id === "language" && option === "en") return tell("said-english");
  return says && tell(says);
}

function filled(words: string | undefined): string | undefined {
  return words === undefined || words.trim() === "" ? undefined : words;
}
