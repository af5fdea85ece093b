import { bareWords } from "../model/bare-words.ts";
import type { PlacedSentence } from "./placed-sentences.ts";
import type { Problem } from "./problem.ts";
import { createFindAlike } from "./trigram-likeness.ts";

/** From this likeness on, two sentences ask the same thing but for a word or a mistake. */
const ALIKE = 0.8;

/**
 * Warns of each sentence that is nearly one of another intent. Follow-ups are left out: their meaning
 * is what came before.
 */
export function checkNearDuplicates(sentences: readonly PlacedSentence[]): Problem[] {
  const said = sentences.filter(({ kind }) => kind !== "follow-up");
  const findAlike = createFindAlike(
    said.map(({ text }) => text),
    ALIKE,
  );
  return said.flatMap((sentence, place) => {
    // Each pair is told once, at its later sentence.
    const found = findAlike(sentence.text).find(({ at }) => {
      const other = said[at];
      return at < place && other !== undefined && meansAnother(sentence, other);
    });
    const other = found && said[found.at];
    if (!other) return [];
    const { file, line, text } = sentence;
    const where = `"${other.text}" of ${other.intent}, ${other.file}:${other.line}`;
    return [
      {
        file,
        line,
        message: `"${text}" is nearly ${where} (${found.likeness.toFixed(2)})`,
        remedy: "Keep the one a second person would label so, or tell the situations apart",
      },
    ];
  });
}

function meansAnother(sentence: PlacedSentence, other: PlacedSentence): boolean {
  return sentence.intent !== other.intent && !isProblemAlready(sentence, other);
}

/** The same utterance twice is no warning: `checkLinks` finds it. */
function isProblemAlready(sentence: PlacedSentence, other: PlacedSentence): boolean {
  return (
    sentence.kind === "utterance" &&
    other.kind === "utterance" &&
    sentence.language === other.language &&
    bareWords(sentence.text) === bareWords(other.text)
  );
}
