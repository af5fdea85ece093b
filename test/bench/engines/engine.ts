import type { Language } from "../../../src/model/language.ts";
import type { Library } from "../../../src/model/library.ts";

/** What an engine makes of a question. */
export interface Reading {
  /** At most three intents, the best first; out of scope is not one of them. */
  readonly ranked: readonly string[];
  /** The engine's own confidence that the first is right; on any scale, more is surer. */
  readonly confidence: number;
  /** What the engine itself holds for the question being in scope at all; on any scale. */
  readonly inScope: number;
}

/** Reads a question whose language is known. */
export type Read = (text: string, language: Language) => Promise<Reading> | Reading;

/** Learns all that a library teaches, and gives what reads questions with it. */
export type Engine = (library: Library) => Promise<Read> | Read;

/** The three best of what was scored, each with its score; the best first. */
export function bestOf<T extends { readonly score: number }>(scored: readonly T[]): readonly T[] {
  return scored.toSorted((a, b) => b.score - a.score).slice(0, 3);
}
