import { languages, type Language } from "../model/language.ts";
import type { Intent } from "../model/library.ts";
import { intentShape } from "./file-shapes.ts";
import type { Problems } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";

/** Below this the assistant does not learn an intent well: see content/LISEZMOI.md. */
export const leastUtterances: Readonly<Record<Language, number>> = { fr: 25, en: 12 };

/** An intent, and the lines its parts stand on. */
export interface IntentFile {
  readonly intent: Intent;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads `intents/<theme>/<name>.yaml`; undefined when its shape is wrong. */
export function readIntent(text: string, problems: Problems): IntentFile | undefined {
  const read = readYaml(text, intentShape, problems);
  if (!read) return undefined;
  const { value, lineOf } = read;
  if (value.young && languages.every((language) => value.utterances[language].length === 0)) {
    problems.add(lineOf(["utterances"]), "no utterance at all", "Write how people say it");
  }
  for (const language of value.young ? [] : languages) {
    const count = value.utterances[language].length;
    const least = leastUtterances[language];
    if (count < least) {
      problems.add(
        lineOf(["utterances", language]),
        `${count} utterances in ${language}, ${least} at least`,
        "Write more ways people really say it",
      );
    }
  }
  return {
    lineOf,
    intent: {
      id: value.id,
      theme: value.id.slice(0, value.id.indexOf(".")),
      utterances: value.utterances,
      followUps: value["follow-ups"].map(({ after, fr, en }) => ({ after, wordings: { fr, en } })),
      counterExamples: languages.flatMap((language) =>
        value["counter-examples"][language].map((example) => ({ language, ...example })),
      ),
    },
  };
}
