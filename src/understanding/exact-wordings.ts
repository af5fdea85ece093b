import { languages } from "../model/language.ts";
import type { Library } from "../model/library.ts";
import { foldText } from "./fold-text.ts";
import { hashText } from "./hash-text.ts";

/** Sentences whose meaning an author has written down; a sentence's place is the same in both lists. */
export interface ExactWordings {
  /** Keys of the sentences, see `wordingKey`. */
  readonly keys: Float64Array;
  /** Number of the intent of each, or how many intents there are when it is out of scope. */
  readonly labels: Uint16Array;
}

/** Lists the sentences of a library; those that stand under two intents are left out. */
export function listExactWordings(library: Library): ExactWordings {
  const outside = library.intents.length;
  const numbers = new Map(library.intents.map(({ id }, number) => [id, number]));
  const labels = new Map<number, number | undefined>();
  const add = (text: string, label: number) => {
    const key = wordingKey(text);
    if (key === undefined) return;
    labels.set(key, labels.has(key) && labels.get(key) !== label ? undefined : label);
  };
  for (const [label, { utterances, counterExamples }] of library.intents.entries()) {
    for (const language of languages) for (const text of utterances[language]) add(text, label);
    for (const { text, intent } of counterExamples) add(text, numbers.get(intent) ?? outside);
  }
  for (const language of languages) {
    for (const text of library.outOfScope[language]) add(text, outside);
    for (const { id, title } of library.resources) {
      const label = numbers.get(id);
      if (label !== undefined) add(title[language], label);
    }
  }
  const known = [...labels].flatMap(([key, label]) =>
    label === undefined ? [] : [{ key, label }],
  );
  return {
    keys: Float64Array.from(known, ({ key }) => key),
    labels: Uint16Array.from(known, ({ label }) => label),
  };
}

/** Prepares the look-up of a text among them: the number it stands under, or undefined. */
export function createFindExact({
  keys,
  labels,
}: ExactWordings): (text: string) => number | undefined {
  const written = new Map(Array.from(keys, (key, at) => [key, labels[at] ?? 0]));
  return (text) => {
    const key = wordingKey(text);
    return key === undefined ? undefined : written.get(key);
  };
}

/** A 53-bit key of the words of a text, case, accents and punctuation aside ("a+" is no "a"); undefined without a word. */
export function wordingKey(text: string): number | undefined {
  const words = foldText(text).match(/[\p{L}\p{N}]+\+*|\p{Extended_Pictographic}/gu);
  if (words === null) return undefined;
  const bare = words.join(" ");
  return hashText(31, bare) * 2 ** 21 + (hashText(37, bare) >>> 11);
}
