import { languages, type Language } from "../../src/model/language.ts";
import type { Library } from "../../src/model/library.ts";
import { seededRandom } from "../support/seeded-random.ts";
import type { Question } from "./measures.ts";
import { shuffled } from "./shuffled.ts";
import { createTrial, type Size, type Trial } from "./trial.ts";

/** How many parts our library is cut in; each is asked once of an engine that learnt the others. */
export const foldCount = 5;

/** Trials of the first `folds` folds of our own library, in both languages; the same each time. */
export function libraryTrials(library: Library, folds: number, size: Size): Trial[] {
  return Array.from({ length: folds }, (_, fold) => libraryTrial(library, fold, size));
}

function libraryTrial(library: Library, fold: number, size: Size): Trial {
  const random = seededRandom(11);
  const asked: Question[] = [];
  const keep = (texts: readonly string[], language: Language, intent: string | undefined) => {
    const kept: string[] = [];
    for (const [at, text] of shuffled(texts, random).entries()) {
      if (at % foldCount === fold) asked.push({ text, language, intent });
      else kept.push(text);
    }
    return kept.slice(0, intent === undefined ? Infinity : size.examples);
  };
  const without = (texts: Library["outOfScope"], intent: string | undefined) => {
    const [fr = [], en = []] = languages.map((one) => keep(texts[one], one, intent));
    return { fr, en };
  };
  const intents = library.intents.map((intent) => ({
    ...intent,
    utterances: without(intent.utterances, intent.id),
  }));
  const outOfScope = without(library.outOfScope, undefined);
  const resources = size.examples === Infinity ? library.resources : [];
  const learnt = { ...library, hash: `${library.hash}-${fold}`, intents, outOfScope, resources };
  return createTrial(learnt, asked, { size, seed: fold });
}
