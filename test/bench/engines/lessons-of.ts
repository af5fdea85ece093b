import type { Language } from "../../../src/model/language.ts";
import { outOfScope, type Library } from "../../../src/model/library.ts";
import { trainingExamples } from "../../../src/understanding/training-examples.ts";
import { seededRandom } from "../../support/seeded-random.ts";
import { shuffled } from "../shuffled.ts";

/** A sentence a peer learns from. */
export interface Lesson {
  readonly text: string;
  readonly language: Language;
  /** `out-of-scope` for what no intent answers. */
  readonly intent: string;
}

/** The very sentences our engine learns from, shuffled: some peers learn one by one, in order. */
export function lessonsOf(library: Library): Lesson[] {
  const lessons = trainingExamples(library).map(({ text, language, label }) => ({
    text,
    language,
    intent: library.intents[label]?.id ?? outOfScope,
  }));
  return shuffled(lessons, seededRandom(1));
}
