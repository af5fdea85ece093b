import { languages, type Language } from "../model/language.ts";
import { outOfScope, type IntentId } from "../model/library.ts";
import type { IntentFile } from "./read-intent.ts";
import type { FileOf, ReadFiles } from "./read-library.ts";

/** A sentence of `intents/`, and where it stands. */
export interface PlacedSentence {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly language: Language;
  readonly kind: "utterance" | "follow-up" | "counter-example" | "out-of-scope";
  /** The intent it means, or `out-of-scope`. */
  readonly intent: IntentId;
}

/** Every sentence of the files, file after file, those that are out of scope last. */
export function listSentences({ intents, outOfScope: outside }: ReadFiles): PlacedSentence[] {
  return [...intents.flatMap(sentencesOf), ...(outside ? outsideOf(outside) : [])];
}

function sentencesOf({ problems: { file }, content }: FileOf<IntentFile>): PlacedSentence[] {
  const { intent, lineOf } = content;
  const { id } = intent;
  const utterances = languages.flatMap((language) =>
    intent.utterances[language].map((text, index): PlacedSentence => {
      const line = lineOf(["utterances", language, index]);
      return { file, line, text, language, kind: "utterance", intent: id };
    }),
  );
  const followUps = intent.followUps.flatMap(({ wordings }, group) =>
    languages.flatMap((language) =>
      wordings[language].map((text, index): PlacedSentence => {
        const line = lineOf(["follow-ups", group, language, index]);
        return { file, line, text, language, kind: "follow-up", intent: id };
      }),
    ),
  );
  const counterExamples = languages.flatMap((language) =>
    intent.counterExamples
      .filter((example) => example.language === language)
      .map(({ text, intent: meant }, index): PlacedSentence => {
        const line = lineOf(["counter-examples", language, index]);
        return { file, line, text, language, kind: "counter-example", intent: meant };
      }),
  );
  return [...utterances, ...followUps, ...counterExamples];
}

function outsideOf({
  problems: { file },
  content,
}: NonNullable<ReadFiles["outOfScope"]>): PlacedSentence[] {
  const { utterances } = content.value;
  return languages.flatMap((language) =>
    Object.entries(utterances[language]).flatMap(([kind, texts]) =>
      texts.map((text, index): PlacedSentence => {
        const line = content.lineOf(["utterances", language, kind, index]);
        return { file, line, text, language, kind: "out-of-scope", intent: outOfScope };
      }),
    ),
  );
}
