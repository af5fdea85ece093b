import type { PhraseKey } from "../model/phrases.ts";

/** A message as far as it can be read. */
export type ReadText =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "unreadable";
      /** What to tell the person. */
      readonly phrase: PhraseKey;
      readonly values: Readonly<Record<string, number>>;
    };

/** Takes out what cannot be shown or read: control characters, lone surrogates, invisible marks. */
export function readText(raw: string, maxCharacters: number): ReadText {
  // A text twice as long in UTF-16 units is too long in characters too: no need to count them.
  const count = raw.length > 2 * maxCharacters ? raw.length : Array.from(raw).length;
  if (count > maxCharacters) {
    return { kind: "unreadable", phrase: "text-too-long", values: { count, max: maxCharacters } };
  }
  const text = raw
    .toWellFormed()
    // Zero-width joiners stay: they hold emoji together.
    .replaceAll(/(?!\u200D)\p{Cf}|\uFFFD/gu, "")
    .replaceAll(/(?![\t\n])\p{Cc}/gu, " ")
    .trim();
  if (text !== "") return { kind: "text", text };
  const phrase = raw.trim() === "" ? "text-empty" : "text-unreadable";
  return { kind: "unreadable", phrase, values: {} };
}
