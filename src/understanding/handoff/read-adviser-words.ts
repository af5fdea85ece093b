import { adviserWords } from "./adviser-words.ts";
import { adviserWordings, type AdviserWords } from "./adviser-wordings.ts";

/**
 * Reads a whole message as a command of somebody who answers: "je prends", "transférer à Élise : elle connaît
 * le sujet", "away from 3 to 10 August". Undefined for anything else: in a thread, that is a word among
 * colleagues, so no part of a sentence ever is a command.
 */
export function readAdviserWords(text: string): AdviserWords | undefined {
  const note =
    /^\s*(?:🔒\s*)?(?:notes?(?:\s+internes?)?|internal\s+note)\s*[:,–-]?(?:\s+(?<said>\S.*))?$/isu.exec(
      text,
    );
  if (note) return withNote(note.groups?.["said"]);
  const { head, rest } = split(text);
  const words = adviserWords(head);
  for (const [pattern, make] of adviserWordings) {
    const match = pattern.exec(words);
    if (!match) continue;
    const { number, said } = match.groups ?? {};
    return make({
      ...(number !== undefined && { number: Number(number) }),
      ...(said !== undefined && said !== "" && { said }),
      ...(rest !== "" && { rest }),
    });
  }
  return undefined;
}

function withNote(said: string | undefined): AdviserWords {
  return said === undefined ? { act: "note" } : { act: "note", note: said.trim() };
}

/** What is before a colon, which an hour ("9:30") does not make, or a new line; and what is after. */
function split(text: string): { head: string; rest: string } {
  const match = /^(?<head>(?:[^:\n]|(?<=\d):(?=\d))*)[:\n](?<rest>[\s\S]*)$/u.exec(text.trim());
  const { head = text, rest = "" } = match?.groups ?? {};
  return { head, rest: rest.trim() };
}
