import type { Language } from "../model/language.ts";
import { conceptsOf } from "./concepts.ts";
import type { FindHash } from "./find-hash.ts";
import { foldText } from "./fold-text.ts";
import { hashText } from "./hash-text.ts";
import { blocks, featuresOf } from "./sentence-features.ts";
import { soundKey } from "./sound-key.ts";
import { stemWord } from "./stem-word.ts";
import { tokenize } from "./tokenize.ts";
import { seeds, type ReadWord } from "./word-features.ts";

/** How a model reads the words of a text. */
interface Reading {
  readonly find: FindHash;
  readonly readWord: ReadWord;
}

/** A feature by its name, and the words of the text, as typed, that it comes from. */
export interface NamedFeature {
  readonly kind: string;
  readonly text: string;
  readonly words: Set<string>;
}

type Kind = keyof typeof seeds;

/**
 * The names of the learnt features of a text, in the order its vector holds them. The model keeps
 * hashes alone: they are made again as `featuresOf` makes them; a test says when it makes others.
 */
export function nameFeatures(
  text: string,
  language: Language,
  { find, readWord }: Reading,
): NamedFeature[] {
  const typed = tokenize(foldText(text), language);
  const names = namesOf(
    typed.map((word) => ({ typed: word, word: readWord(word, language).word })),
    language,
  );
  return featuresOf(text, language, readWord).flatMap(({ hashes }, block) => {
    const kind = blocks[block]?.name ?? "";
    const learnt = Array.from(hashes).filter((hash) => find(hash) !== -1);
    const unnamed = { kind, text: "?", words: new Set<string>() };
    return learnt.map((hash) => names.get(`${kind} ${hash}`) ?? unnamed);
  });
}

interface TypedWord {
  readonly typed: string;
  readonly word: string;
}

function namesOf(
  words: readonly TypedWord[],
  language: Language,
): ReadonlyMap<string, NamedFeature> {
  const names = new Map<string, NamedFeature>();
  const add = (kind: Kind, text: string, word: string) => {
    const key = `${kind} ${hashText(seeds[kind], text)}`;
    const known = names.get(key) ?? { kind, text, words: new Set() };
    names.set(key, known);
    known.words.add(word);
  };
  let before: { readonly typed: string; readonly stem: string } | undefined;
  for (const { typed, word } of words) {
    const stem = stemWord(word, language);
    const pair = `${before?.stem ?? "^"} ${stem}`;
    add("stems", stem, typed);
    add("bigrams", pair, typed);
    if (before) add("bigrams", pair, before.typed);
    for (const letters of lettersOf(typed)) add("letters", letters, typed);
    add("sounds", soundKey(word), typed);
    for (const concept of conceptsOf(word)) add("concepts", concept, typed);
    before = { typed, stem };
  }
  if (before) add("bigrams", `${before.stem} $`, before.typed);
  return names;
}

function lettersOf(word: string): string[] {
  const marked = `_${word}_`;
  const starts = Array.from({ length: marked.length - 1 }, (_, start) => start);
  return starts.flatMap((start) => [2, 3, 4].map((length) => marked.slice(start, start + length)));
}
