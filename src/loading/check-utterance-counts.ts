import { languages, type Language } from "../model/language.ts";
import { leastUtterances } from "./read-intent.ts";
import type { Problem } from "./problem.ts";
import type { ReadFiles } from "./read-library.ts";

/** What every intent should have: see content/LISEZMOI.md. */
const WANTED_UTTERANCES: Readonly<Record<Language, number>> = { fr: 60, en: 25 };

/** Warns of intents that are asked for in too few ways; where it is a problem already, nothing. */
export function checkUtteranceCounts(intents: ReadFiles["intents"]): Problem[] {
  return intents.flatMap(({ problems: { file }, content: { intent, lineOf } }) =>
    languages.flatMap((language) => {
      const count = intent.utterances[language].length;
      const wanted = WANTED_UTTERANCES[language];
      if (count >= wanted || count < leastUtterances[language]) return [];
      return [
        {
          file,
          line: lineOf(["utterances", language]),
          message: `${count} utterances in ${language}, better ${wanted}`,
          remedy: "Tell more situations in which people need it",
        },
      ];
    }),
  );
}
