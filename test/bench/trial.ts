import type { Library } from "../../src/model/library.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { makeTypos } from "./make-typos.ts";
import type { Question } from "./measures.ts";
import { shuffled } from "./shuffled.ts";

/** What one process does: learn a library, read lists of questions. */
export interface Trial {
  readonly library: Library;
  readonly questions: readonly Question[];
  /** The first of them with typing mistakes. */
  readonly withOneTypo: readonly Question[];
  readonly withTwoTypos: readonly Question[];
  readonly outside: readonly Question[];
}

/** How much of a set is used; without bounds, all of it. */
export interface Size {
  /** At most so many sentences an intent and language are learnt; when bounded, none of its answers. */
  readonly examples: number;
  /** At most so many questions are asked, and so many out of scope. */
  readonly questions: number;
}

/** Slow peers read some questions in 20 ms: of a trial, no more are asked with typing mistakes. */
const mostMistyped = 1000;

/** A trial with its questions in a seeded order, and their typing mistakes. */
export function createTrial(
  library: Library,
  asked: readonly Question[],
  { size, seed }: { readonly size: Size; readonly seed: number },
): Trial {
  const random = seededRandom(seed);
  const drawn = shuffled(asked, random);
  const questions = drawn.filter(({ intent }) => intent !== undefined).slice(0, size.questions);
  const mistyped = (count: number) =>
    questions
      .slice(0, mostMistyped)
      .map((one) => ({ ...one, text: makeTypos(one.text, count, random) }));
  return {
    library,
    questions,
    withOneTypo: mistyped(1),
    withTwoTypos: mistyped(2),
    outside: drawn.filter(({ intent }) => intent === undefined).slice(0, size.questions),
  };
}
