import type { Language } from "../model/language.ts";
import type { IntentId } from "../model/library.ts";
import type { KeptQuestion } from "../model/kept-question.ts";
import { likenessOf, type WeighedWords } from "./weigh-words.ts";

/** A kept question and its id in the store. */
export interface KeptOne {
  readonly id: string;
  readonly document: KeptQuestion;
}

/** Questions that ask the same, or nearly. */
export interface QuestionCluster {
  /** Three letters people name it by: those of its oldest question, the same as long as that one is kept. */
  readonly code: string;
  /** The question that is most like the others. */
  readonly title: string;
  readonly language: Language;
  readonly questions: readonly KeptOne[];
  readonly unknown: number;
  readonly disliked: number;
  /** The intent whose answer was disliked most often, if any was. */
  readonly intent?: IntentId | undefined;
  /** When it was last asked, UTC (ISO 8601). */
  readonly lastAt: string;
}

/** From this likeness on, two questions are about the same. */
const ALIKE = 0.3;

/**
 * Puts unknown and disliked questions together by likeness, the most frequent first, then the latest asked.
 * The same questions give the same clusters in whichever order they come.
 */
export function clusterQuestions(
  kept: readonly KeptOne[],
  weigh: (text: string) => WeighedWords,
): readonly QuestionCluster[] {
  const ordered = kept.toSorted(
    (a, b) => a.document.at.localeCompare(b.document.at) || (a.id < b.id ? -1 : 1),
  );
  const words = ordered.map(({ document }) => weigh(document.question));
  const groups = linked(words);
  const codes = new Set<string>();
  return groups
    .map((members) => describe(members, ordered, words, codes))
    .toSorted(
      (a, b) =>
        b.questions.length - a.questions.length ||
        b.lastAt.localeCompare(a.lastAt) ||
        (a.code < b.code ? -1 : 1),
    );
}

/** The most frequent subjects nothing answers. Source: HANDOFF.md, 9.6 (ten). */
export function subjectsWithoutContent(
  clusters: readonly QuestionCluster[],
  most = 10,
): readonly QuestionCluster[] {
  return clusters.filter(({ unknown }) => unknown > 0).slice(0, most);
}

/** Places of the questions of each group: a question joins the group of the one before it that it is most like. */
function linked(words: readonly WeighedWords[]): number[][] {
  const groups: number[][] = [];
  const groupOf: number[] = [];
  const holders = new Map<string, number[]>();
  for (const [at, own] of words.entries()) {
    const near = new Set([...own.keys()].flatMap((word) => holders.get(word) ?? []));
    let best: { readonly at: number; readonly likeness: number } | undefined;
    for (const other of near) {
      const there = words[other];
      const likeness = there ? likenessOf(own, there) : 0;
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { at: other, likeness };
    }
    const group = best ? groupOf[best.at] : undefined;
    if (group === undefined) {
      groupOf[at] = groups.length;
      groups.push([at]);
    } else {
      groupOf[at] = group;
      groups[group]?.push(at);
    }
    for (const word of own.keys()) holders.set(word, [...(holders.get(word) ?? []), at]);
  }
  return groups;
}

function describe(
  members: readonly number[],
  ordered: readonly KeptOne[],
  words: readonly WeighedWords[],
  codes: Set<string>,
): QuestionCluster {
  const questions = members.flatMap((at) => ordered[at] ?? []);
  const central = mostCentral(members, words);
  const title = ordered[central]?.document;
  const disliked = questions.filter(({ document }) => document.because === "disliked");
  return {
    code: codeOf(questions[0]?.id ?? "", codes),
    title: title?.question ?? "",
    language: title?.language ?? "fr",
    questions,
    unknown: questions.length - disliked.length,
    disliked: disliked.length,
    intent: mostFrequent(disliked.flatMap(({ document }) => document.intent ?? [])),
    lastAt: questions.at(-1)?.document.at ?? "",
  };
}

function mostCentral(members: readonly number[], words: readonly WeighedWords[]): number {
  // Enough to tell: a group of thousands is no clearer for being compared whole.
  const looked = members.slice(0, 50);
  const closeness = looked.map((at) =>
    looked.reduce((sum, other) => {
      const [one, two] = [words[at], words[other]];
      return one && two ? sum + likenessOf(one, two) : sum;
    }, 0),
  );
  return looked[closeness.indexOf(Math.max(...closeness))] ?? 0;
}

function mostFrequent(names: readonly string[]): string | undefined {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}

// No vowel: the code makes no word. No letter that is mistaken for another.
const letters = "bcdfghjkmnpqrstvwxz";

function codeOf(id: string, taken: Set<string>): string {
  // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  for (let number = hash >>> 0; ; number += 1) {
    const code = [0, 1, 2]
      .map((place) => letters[Math.floor(number / letters.length ** place) % letters.length])
      .join("");
    // Full only beyond 6,859 clusters; then two may share one.
    if (!taken.has(code) || taken.size >= letters.length ** 3) {
      taken.add(code);
      return code;
    }
  }
}
