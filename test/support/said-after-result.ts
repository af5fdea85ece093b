import { ResultChat } from "./result-chat.ts";
import { sure } from "./small-library.ts";

const script = { "c'est quoi un drive ?": [sure("collaboration.documents")] };

/** Somebody whose diagnostic is finished, who said these things one after the other. */
export async function after(letter: string, ...said: readonly string[]): Promise<ResultChat> {
  const chat = await ResultChat.open(letter, { script });
  await chat.says("mon résultat");
  for (const words of said) {
    // One after the other.
    // oxlint-disable-next-line no-await-in-loop
    await chat.says(words);
  }
  return chat;
}

/** What is said until each offer of the short path waits. */
export const until = {
  "full-path": ["le détail"],
  territory: ["le détail", "non", "non"],
  "follow-up": ["le détail", "non", "non", "passer"],
  statistics: ["le détail", "non", "non", "passer", "non"],
};
