import type { Language } from "../model/language.ts";
import { createFindHash } from "./find-hash.ts";
import { hashText } from "./hash-text.ts";
import type { KnownWords } from "./known-words.ts";

/** Gives the known word that a misspelt one most likely is; the word itself when none is near. */
export type RepairSpelling = (word: string, language: Language) => string;

/** A shorter word is one slip away from too many others. */
const shortestRepaired = 4;
/** People seldom miss the first letter of a word. */
const forSameStart = 3;

/**
 * Prepares to repair one slip a word: a letter left out, put in, changed, or swapped with its
 * neighbour. Two words one slip apart share what is left of each without one letter, by which they are
 * found (symmetric deletions, Garbe 2012, https://github.com/wolfgarbe/SymSpell); of several, the
 * one people write most.
 */
export function createRepairSpelling({ words, counts }: KnownWords): RepairSpelling {
  const find = indexByDeletions(words);
  return (word, language) => {
    if (word.length < shortestRepaired || !/^\p{L}+$/u.test(word)) return word;
    let best = word;
    let most = 0;
    for (const key of deletionKeys(word)) {
      for (const at of find(key)) {
        const known = words[at] ?? "";
        const count = (counts[language][at] ?? 0) * (known[0] === word[0] ? forSameStart : 1);
        if (count > most && isOneSlipApart(word, known)) {
          most = count;
          best = known;
        }
      }
    }
    return best;
  };
}

/** Whether one slip of the keyboard turns one word into the other. */
export function isOneSlipApart(one: string, other: string): boolean {
  if (one.length > other.length) return isOneSlipApart(other, one);
  if (other.length - one.length > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  if (one.length < other.length) return one.slice(start) === other.slice(start + 1);
  if (one.slice(start + 1) === other.slice(start + 1)) return true;
  return (
    one[start] === other[start + 1] &&
    one[start + 1] === other[start] &&
    one.slice(start + 2) === other.slice(start + 2)
  );
}

const seed = 9;

/** The hashes of a word and of what is left of it without each letter. */
function deletionKeys(word: string): number[] {
  const keys = [hashText(seed, word)];
  for (let at = 0; at < word.length; at += 1) {
    keys.push(hashText(seed, word.slice(0, at) + word.slice(at + 1)));
  }
  return keys;
}

/** The numbers of the words that share a key. */
function indexByDeletions(words: readonly string[]): (key: number) => Uint32Array {
  // A key and a word's number in one figure, so that they are sorted together: 52 bits in all.
  const entries = Float64Array.from(
    words.flatMap((word, at) => deletionKeys(word).map((key) => key * mostWords + at)),
  ).toSorted();
  const keys = Uint32Array.from(entries, (entry) => Math.floor(entry / mostWords));
  const numbers = Uint32Array.from(entries, (entry) => entry % mostWords);
  const find = createFindHash(keys);
  return (key) => {
    const start = find(key);
    if (start === -1) return numbers.subarray(0, 0);
    let end = start + 1;
    while (keys[end] === key) end += 1;
    return numbers.subarray(start, end);
  };
}

const mostWords = 2 ** 20;
