import { countWords } from "../model/count-words.ts";
import { plainLines } from "./plain-lines.ts";
import type { Problem } from "./problem.ts";
import type { ReadFiles } from "./read-library.ts";

/** Beyond this average, people who read with difficulty, or on a phone, lose the beginning. */
const MOST_WORDS = 18;

/** Warns of French answers whose sentences are long on average, at their longest. */
export function checkReadingLevel(resources: ReadFiles["resources"]): Problem[] {
  return resources.flatMap(({ problems: { file }, content }) => {
    const sentences = plainLines(content, "fr").flatMap(({ line, text }) =>
      sentencesOf(text).map((sentence) => ({ line, sentence, words: countWords(sentence) })),
    );
    const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
    const average = words / sentences.length;
    const [longest] = sentences.toSorted((a, b) => b.words - a.words);
    if (!longest || average <= MOST_WORDS) return [];
    const beginning = longest.sentence.split(" ").slice(0, 5).join(" ");
    return [
      {
        file,
        line: longest.line,
        message: `French sentences of ${average.toFixed(1)} words on average, better ${MOST_WORDS} at most; the longest (${longest.words}) is "${beginning}…"`,
        remedy: "Cut it in two, or leave out what does not help today",
      },
    ];
  });
}

function sentencesOf(line: string): string[] {
  return line
    .split(/(?<=[.!?…](?:\s?»)?)\s+(?=[\p{Lu}\p{N}«"“(])/u)
    .filter((sentence) => /\p{L}/u.test(sentence));
}
