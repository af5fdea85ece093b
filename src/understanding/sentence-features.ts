import type { Language } from "../model/language.ts";
import { foldText } from "./fold-text.ts";
import { hashText } from "./hash-text.ts";
import { tokenize } from "./tokenize.ts";
import { readWord, seeds, type ReadWord } from "./word-features.ts";

/** The hashes found in a sentence for one kind of feature, ascending, and how often each stands there. */
export interface BlockFeatures {
  readonly hashes: Uint32Array;
  readonly counts: Uint8Array;
}

/**
 * The kinds of features, each with the length its part of the vector has, and in how many sentences
 * a feature must stand to be kept. Chosen by cross-validation on the library, the pairs on Banking77;
 * letters inside words replace the reference's two blocks of letters at half the cost.
 */
export const blocks = [
  { name: "stems", weight: 0.8, kept: 1 },
  { name: "bigrams", weight: 1.2, kept: 2 },
  { name: "letters", weight: 1.4, kept: 1 },
  { name: "sounds", weight: 0.7, kept: 1 },
  { name: "concepts", weight: 0.45, kept: 1 },
] as const;

/** The features of a text, one entry per block, in the order of `blocks`. */
export function featuresOf(
  text: string,
  language: Language,
  read: ReadWord = readWord,
): BlockFeatures[] {
  const words = tokenize(foldText(text), language).map((word) => read(word, language));
  const ends = [...words.map(({ stem }) => stem), "$"];
  return [
    counted(words.map(({ stemHash }) => stemHash)),
    counted(
      ends.map((stem, at) => hashText(seeds.bigrams, `${at === 0 ? "^" : ends[at - 1]} ${stem}`)),
    ),
    counted(words.flatMap(({ letters }) => letters)),
    counted(words.map(({ sound }) => sound)),
    counted(words.flatMap(({ concepts }) => concepts)),
  ];
}

function counted(list: readonly number[]): BlockFeatures {
  const hashes = Uint32Array.from(list).toSorted();
  const counts = new Uint8Array(hashes.length);
  let last = -1;
  // Each hash moves to its first place.
  for (const hash of hashes) {
    if (last === -1 || hash !== hashes[last]) {
      last += 1;
      hashes[last] = hash;
    }
    counts[last] = Math.min(255, (counts[last] ?? 0) + 1);
  }
  return { hashes: hashes.subarray(0, last + 1), counts: counts.subarray(0, last + 1) };
}
