import type { Language } from "../model/language.ts";
import { conceptsOf } from "./concepts.ts";
import { foldText } from "./fold-text.ts";
import { hashText } from "./hash-text.ts";
import type { RepairSpelling } from "./repair-spelling.ts";
import { soundKey } from "./sound-key.ts";
import { stemWord } from "./stem-word.ts";
import { tokenize } from "./tokenize.ts";

/** The hashes found in a sentence for one kind of feature, ascending, and how often each stands there. */
export interface BlockFeatures {
  readonly hashes: Uint32Array;
  readonly counts: Uint8Array;
}

/**
 * The kinds of features, each with the length its part of the vector has, and in how many sentences
 * a feature must stand to be kept. Chosen by cross-validation on the library; letters inside words
 * replace the reference's two blocks of letters at half the cost.
 */
export const blocks = [
  { name: "stems", weight: 0.8, kept: 1 },
  { name: "bigrams", weight: 1, kept: 2 },
  { name: "letters", weight: 1.4, kept: 1 },
  { name: "sounds", weight: 0.7, kept: 1 },
  { name: "concepts", weight: 0.45, kept: 1 },
] as const;

/**
 * The features of a text, one entry per block, in the order of `blocks`. Letters are taken as they
 * were typed, all else from the words as they are repaired.
 */
export function featuresOf(
  text: string,
  language: Language,
  repair: RepairSpelling = asTyped,
): BlockFeatures[] {
  const typed = tokenize(foldText(text), language);
  const words = typed.map((word) => repair(word, language));
  const stems = words.map((word) => stemWord(word, language));
  const bigrams = [...stems, "$"].map((stem, at) => `${at === 0 ? "^" : stems[at - 1]} ${stem}`);
  return [
    counted(stems.map(stemFeature)),
    counted(bigrams.map((bigram) => hashText(2, bigram))),
    counted(typed.flatMap(lettersOf)),
    counted(words.map((word) => hashText(4, soundKey(word)))),
    counted(words.flatMap(conceptsOf).map((concept) => hashText(5, concept))),
  ];
}

/** The hash of a stem as a feature. */
export function stemFeature(stem: string): number {
  return hashText(1, stem);
}

function asTyped(word: string): string {
  return word;
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
      hashes.push(hashText(3, marked, start, stop));
    }
  }
  return hashes;
}

function counted(list: readonly number[]): BlockFeatures {
  const sorted = Uint32Array.from(list).toSorted();
  const hashes = new Uint32Array(sorted.length);
  const counts = new Uint8Array(sorted.length);
  let last = -1;
  sorted.forEach((hash, at) => {
    if (at === 0 || hash !== sorted[at - 1]) {
      last += 1;
      hashes[last] = hash;
    }
    counts[last] = Math.min(255, (counts[last] ?? 0) + 1);
  });
  return { hashes: hashes.slice(0, last + 1), counts: counts.slice(0, last + 1) };
}
