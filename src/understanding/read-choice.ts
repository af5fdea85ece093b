import type { Choice } from "../model/reply.ts";
import { foldText } from "./fold-text.ts";

/**
 * Which of the choices a short reply names: by its number ("2", "la 2", "2️⃣"), its place ("la
 * deuxième", "the last one"), its label, or words found in one label only. Undefined when it names
 * none, or several. A number followed by another word is not a choice ("10 salariés").
 */
export function readChoice(text: string, choices: readonly Choice[]): Choice | undefined {
  // A keycap emoji is a digit with marks after it.
  const words = wordsOf(foldText(text.replaceAll(/[\uFE0F\u20E3]/g, "")));
  if (words.length === 0 || choices.length === 0) return undefined;
  const said = words.filter((word) => !around.has(word));
  const exact = choices.filter(
    ({ label }) => wordsOf(foldText(label)).join(" ") === words.join(" "),
  );
  if (exact.length === 1) return exact[0];
  if (said.length === 1) {
    const place = placeOf(said[0] ?? "", choices.length);
    if (place !== undefined) return choices[place - 1];
  }
  return byWords(words, choices);
}

/** Words people put around a number or a place, in both languages. */
const around = new Set(
  "le la les l un une numero no n choix option reponse question la prends je veux celle celui ci the one number choice answer please svp stp merci s il vous te plait plutot i want pick".split(
    " ",
  ),
);

const places: readonly (readonly string[])[] = [
  ["premier", "premiere", "1er", "1ere", "first", "1st"],
  ["deuxieme", "second", "seconde", "2eme", "2e", "2nd"],
  ["troisieme", "third", "3eme", "3e", "3rd"],
  ["quatrieme", "fourth", "4eme", "4e", "4th"],
  ["cinquieme", "fifth", "5eme", "5e", "5th"],
  ["sixieme", "sixth", "6eme", "6e", "6th"],
];

const last = new Set(["dernier", "derniere", "last"]);

function placeOf(word: string, count: number): number | undefined {
  if (last.has(word)) return count;
  const place = /^\d{1,3}$/u.test(word)
    ? Number(word)
    : places.findIndex((names) => names.includes(word)) + 1;
  return place >= 1 && place <= count ? place : undefined;
}

/** Too common to tell one label from another. */
const common = new Set(
  "de du des le la les l d un une et a au aux en pour par sur que qu quoi est ce cette ces je vous nous on il elle of the to a an and in on for is it this that what how do i you we oui non yes no".split(
    " ",
  ),
);

function byWords(words: readonly string[], choices: readonly Choice[]): Choice | undefined {
  // A number says which, however short: "au 8" is not "(atelier 9)".
  const telling = words.filter(
    (word) => !common.has(word) && (word.length > 1 || /\p{N}/u.test(word)),
  );
  // A whole sentence is a new question, even when it shares words with a label.
  if (telling.length === 0 || words.length > 8) return undefined;
  const named = choices.filter(({ label }) => {
    const labelWords = new Set(wordsOf(foldText(label)));
    return telling.every((word) => labelWords.has(word));
  });
  return named.length === 1 ? named[0] : undefined;
}

function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
