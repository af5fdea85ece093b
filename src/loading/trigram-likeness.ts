import { bareWords } from "../model/bare-words.ts";

/** The groups of three characters of a text by its bare words, its two ends counting as spaces. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const marked = ` ${bareWords(text)} `;
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at += 1) trigrams.add(marked.slice(at, at + 3));
  return trigrams;
}

/** How alike two sets of trigrams are, 0..1: what they share over what either has (Jaccard). */
export function trigramLikeness(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of some) if (others.has(trigram)) shared += 1;
  const either = some.size + others.size - shared;
  return either === 0 ? 0 : shared / either;
}

/** A text found by its place in a list, and how alike it is, 0..1. */
export interface Alike {
  readonly at: number;
  readonly likeness: number;
}

/**
 * Prepares the search, among many texts, of those at least so alike to a text, the most alike first.
 * Sets that are alike share one of their rarest members, so only these are looked up: Bayardo, Ma and
 * Srikant, "Scaling up all pairs similarity search", WWW 2007.
 * @param least above 0, at most 1
 */
export function createFindAlike(
  texts: readonly string[],
  least: number,
): (text: string) => readonly Alike[] {
  const rank = createRank(texts);
  const ranked = texts.map(rank);
  const holders = new Map<number, Holder[]>();
  for (const [at, set] of ranked.entries()) {
    for (const [place, one] of rarest(set, least).entries()) {
      const holder = { at, left: set.ranks.length - place, size: set.size };
      const known = holders.get(one);
      if (known) known.push(holder);
      else holders.set(one, [holder]);
    }
  }
  return (text) => {
    const own = rank(text);
    const near = new Set<number>();
    for (const [place, one] of rarest(own, least).entries()) {
      const ownLeft = own.ranks.length - place;
      for (const { at, left, size } of holders.get(one) ?? []) {
        // Were it the first they share, no more than what is left of each could be shared.
        if (Math.min(ownLeft, left) >= leastShared(least, own.size + size)) near.add(at);
      }
    }
    return Array.from(near, (at) => ({ at, likeness: likenessFrom(least, own, ranked[at]) }))
      .filter(({ likeness }) => likeness >= least)
      .toSorted((a, b) => b.likeness - a.likeness || a.at - b.at);
  };
}

/** A text that holds a trigram: its place in the list, its members from that one on, all its members. */
interface Holder {
  readonly at: number;
  readonly left: number;
  readonly size: number;
}

/** A set of trigrams as numbers, the rarest first; those no text holds are only counted. */
interface RankedSet {
  readonly ranks: readonly number[];
  readonly size: number;
}

/** Numbers the trigrams of texts from the rarest on, and prepares to write a text in these numbers. */
function createRank(texts: readonly string[]): (text: string) => RankedSet {
  const frequency = new Map<string, number>();
  for (const text of texts) {
    for (const one of trigramsOf(text)) frequency.set(one, (frequency.get(one) ?? 0) + 1);
  }
  const byRarity = [...frequency].toSorted(([, a], [, b]) => a - b);
  const ranks = new Map(byRarity.map(([trigram], rank) => [trigram, rank]));
  return (text) => {
    const trigrams = trigramsOf(text);
    const known = [...trigrams].flatMap((trigram) => ranks.get(trigram) ?? []);
    return { ranks: known.toSorted((a, b) => a - b), size: trigrams.size };
  };
}

// A hair less than each product: 0.6 times 35 is a little over 21 in floating point.
const hair = 1e-9;

/** As many of the rarest members as two sets must share one of to be alike enough. */
function rarest({ ranks, size }: RankedSet, least: number): readonly number[] {
  const unknown = size - ranks.length;
  const most = size - Math.ceil(least * size - hair) + 1;
  return ranks.slice(0, Math.max(0, most - unknown));
}

/** How many members two sets must share to be alike enough, from the sum of their sizes. */
function leastShared(least: number, both: number): number {
  return Math.ceil((least / (1 + least)) * both - hair);
}

/** How alike two sets are; 0 as soon as it cannot be `least`. */
function likenessFrom(least: number, some: RankedSet, other: RankedSet | undefined): number {
  if (other === undefined) return 0;
  const both = some.size + other.size;
  const needed = leastShared(least, both);
  let shared = 0;
  let [at, there] = [0, 0];
  for (;;) {
    const left = Math.min(some.ranks.length - at, other.ranks.length - there);
    if (shared + left < needed) return 0;
    if (left === 0) return shared / (both - shared);
    const difference = (some.ranks[at] ?? 0) - (other.ranks[there] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) there += 1;
  }
}
