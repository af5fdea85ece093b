import { languages, type PerLanguage } from "../../src/model/language.ts";
import type { Intent, Library } from "../../src/model/library.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { shuffled } from "./shuffled.ts";
import { createTrial, type Trial } from "./trial.ts";

const utterancesEach = 8;
const wordsOfSubject = 4;
const mostQuestions = 1000;

/**
 * A trial of as many intents as wanted, made of real words: each has a subject of a few words of the
 * library, said among words as frequent as they are in it.
 */
export function syntheticTrial(library: Library, count: number): Trial {
  const random = seededRandom(count);
  const [fr = [], en = []] = languages.map((language) =>
    library.intents.flatMap(({ utterances }) =>
      utterances[language].flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
    ),
  );
  const said: PerLanguage<readonly string[]> = { fr, en };
  const distinct = { fr: [...new Set(said.fr)], en: [...new Set(said.en)] };
  const draw = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  const several = (many: number, make: () => string) => Array.from({ length: many }, make);
  const subjectOf = (words: readonly string[]) => several(wordsOfSubject, () => draw(words));
  const sentence = (subject: readonly string[], words: readonly string[]) => {
    const about = several(2, () => draw(subject));
    const around = several(3 + Math.floor(random() * 5), () => draw(words));
    return shuffled([...about, ...around], random).join(" ");
  };
  const asked: { text: string; language: "fr" | "en"; intent: string }[] = [];
  const intents = Array.from({ length: count }, (_, number): Intent => {
    const id = `theme-${number % 12}.intent-${number}`;
    const [french = [], english = []] = languages.map((language) => {
      const subject = subjectOf(distinct[language]);
      if (asked.length < 2 * mostQuestions) {
        const text = sentence(subject, said[language]);
        asked.push({ text, language, intent: id });
      }
      return several(utterancesEach, () => sentence(subject, said[language]));
    });
    const utterances = { fr: french, en: english };
    return { id, theme: `theme-${number % 12}`, utterances, followUps: [], counterExamples: [] };
  });
  const synthetic = { ...library, hash: `synthetic-${count}`, intents, resources: [] };
  const size = { examples: utterancesEach, questions: mostQuestions };
  return createTrial(synthetic, asked, { size, seed: count });
}
