import type { Language } from "../model/language.ts";
import { conceptsOf } from "./concepts.ts";
import { hashText } from "./hash-text.ts";
import { soundKey } from "./sound-key.ts";
import { stemWord } from "./stem-word.ts";

/** What tells the hashes of one kind of feature from those of another. */
export const seeds = { stems: 1, bigrams: 2, letters: 3, sounds: 4, concepts: 5 } as const;

/** What one word brings to the features of a sentence; all but the stem are hashes. */
export interface WordFeatures {
  /** The word it is read as. */
  readonly word: string;
  readonly stem: string;
  readonly stemHash: number;
  readonly letters: readonly number[];
  readonly sound: number;
  readonly concepts: readonly number[];
}

/** Reads a word of a folded text. */
export type ReadWord = (word: string, language: Language) => WordFeatures;

/** Reads a word as it is; `typed` is how it was written before it was repaired, if it was. */
export function readWord(word: string, language: Language, typed = word): WordFeatures {
  const stem = stemWord(word, language);
  return {
    word,
    stem,
    stemHash: hashText(seeds.stems, stem),
    letters: lettersOf(typed),
    sound: hashText(seeds.sounds, soundKey(word)),
    concepts: conceptsOf(word).map((concept) => hashText(seeds.concepts, concept)),
  };
}

/** Lengths of the letter n-grams, the word's two ends counting as letters. */
const shortest = 2;
const longest = 4;

function lettersOf(word: string): number[] {
  const marked = `_${word}_`;
  const hashes: number[] = [];
  for (let start = 0; start + shortest <= marked.length; start += 1) {
    const end = Math.min(start + longest, marked.length);
    for (let stop = start + shortest; stop <= end; stop += 1) {
      hashes.push(hashText(seeds.letters, marked, start, stop));
    }
  }
  return hashes;
}
