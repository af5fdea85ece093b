import { languages, type Language } from "../model/language.ts";
import type { Intent, Library } from "../model/library.ts";

/** A sentence to learn from. */
export interface TrainingExample {
  readonly text: string;
  readonly language: Language;
  /** Number of its intent in the library, or how many intents there are when it is out of scope. */
  readonly label: number;
  /** The fold that holds it out for calibration; -1 when it is always learnt from. */
  readonly fold: number;
}

/** How many parts the sentences are cut in; each is held out once. */
export const foldCount = 3;

/**
 * Every sentence that tells what people mean: utterances, out-of-scope sentences, counter-examples
 * (which belong to the intent they name), titles and sentences of the answers, whose words are
 * those of the subject. Only what people would write is held out.
 */
export function trainingExamples(library: Library): TrainingExample[] {
  const outside = library.intents.length;
  const numbers = new Map(library.intents.map(({ id }, number) => [id, number]));
  const labelOf = (id: string) => numbers.get(id) ?? outside;
  const examples: TrainingExample[] = [];
  for (const language of languages) {
    const said = (text: string, label: number, order: number) =>
      examples.push({ text, language, label, fold: order % foldCount });
    const told = (text: string, label: number) =>
      examples.push({ text, language, label, fold: -1 });
    for (const [label, intent] of library.intents.entries()) {
      for (const [order, text] of intent.utterances[language].entries()) said(text, label, order);
      for (const { text, intent: id } of counterExamples(intent, language)) told(text, labelOf(id));
    }
    for (const [order, text] of library.outOfScope[language].entries()) said(text, outside, order);
    for (const { id, title, text } of library.resources) {
      const label = numbers.get(id);
      if (label === undefined) continue;
      for (const sentence of [title[language], ...sentencesOf(text[language])])
        told(sentence, label);
    }
  }
  return examples;
}

function counterExamples(intent: Intent, language: Language) {
  return intent.counterExamples.filter((example) => example.language === language);
}

/** Shorter pieces of an answer ("1. Inscrivez-vous.") say nothing of its subject. */
const shortestSentence = 25;

function sentencesOf(markdown: string): string[] {
  return markdown
    .replaceAll(/\]\([^)]*\)/gu, "]")
    .split(/(?<=[.?!])\s+|\n+/u)
    .map((sentence) => sentence.replace(/^[\s\d.*-]+/u, "").trim())
    .filter((sentence) => sentence.length > shortestSentence);
}
