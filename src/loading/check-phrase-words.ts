import type { FileOf } from "./read-library.ts";
import type { ReadYaml } from "./read-yaml.ts";

/** A file of phrases, for one language. */
export type PhrasesFile = FileOf<ReadYaml<Readonly<Record<string, string>>>>;

/** Adds a problem for each phrase whose `{words}`, filled in by the software, differ from the French ones. */
export function checkPhraseWords(french: PhrasesFile, other: PhrasesFile): void {
  for (const [key, phrase] of Object.entries(other.content.value)) {
    const here = wordsIn(phrase);
    const there = wordsIn(french.content.value[key] ?? "");
    if (here === there) continue;
    const place = `${french.problems.file}:${french.content.lineOf([key])}`;
    other.problems.add(
      other.content.lineOf([key]),
      `\`${key}\` holds ${here || "no word in braces"}, and ${there || "no word in braces"} at ${place}`,
      "Write the same words in braces in both",
    );
  }
}

/** The words in braces of a phrase, each once, in an order of their own. */
function wordsIn(phrase: string): string {
  return [...new Set(phrase.match(/\{[^{}]*\}?/g))].toSorted().join(", ");
}
