import type { Language } from "../model/language.ts";
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

/** The words by their keys, in buckets: a bucket may hold a few words of other keys. */
function indexByDeletions(words: readonly string[]): (key: number) => Uint32Array {
  const keys = words.map(deletionKeys);
  const size = keys.reduce((sum, { length }) => sum + length, 0);
  const shift = 32 - Math.max(1, Math.ceil(Math.log2(size + 1)));
  const starts = new Uint32Array(2 ** (32 - shift) + 1);
  for (const key of keys.flat()) {
    const next = (key >>> shift) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at += 1)
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const held = new Uint32Array(size);
  const next = starts.slice();
  for (const [at, own] of keys.entries()) {
    for (const key of own) {
      const bucket = key >>> shift;
      held[next[bucket] ?? 0] = at;
      next[bucket] = (next[bucket] ?? 0) + 1;
    }
  }
  return (key) => held.subarray(starts[key >>> shift] ?? 0, starts[(key >>> shift) + 1] ?? 0);
}
