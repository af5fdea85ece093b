import type { Language } from "../model/language.ts";
import { abbreviations } from "./abbreviations.ts";

/**
 * The words of a folded text: letters and digits of any script, emoji one by one, "c++" whole,
 * elisions and contractions opened ("l'asso" -> "le association"), common abbreviations written out.
 */
export function tokenize(folded: string, language: Language): string[] {
  const joined = folded
    .replace(/\be-?mails?\b/gu, "email")
    .replace(/aujourd' ?hui/gu, "aujourdhui")
    .replace(writtenApart, (name) => name.replaceAll(/[ -]/gu, ""));
  const opened = language === "fr" ? openElisions(joined) : openContractions(joined);
  const expansions = abbreviations[language];
  const words: string[] = [];
  for (const [word] of opened.matchAll(wordPattern)) {
    const expansion = expansions.get(word);
    if (expansion === undefined) words.push(word);
    else words.push(...expansion);
  }
  return words;
}

// Names that people write in several words.
const writtenApart =
  /\b(?:h?el+o asso|kiss ?kiss ?bank ?bank|word press|libre office|open office|only office|next cloud|big blue button|face book|you tube|drop box|what s app|go fund me|yes wiki|frama (?:pad|date|forms?|agenda|talk|vox|drive|space|site|carte|memo))\b/gu;

const wordPattern = /[\p{L}\p{N}]+(?:\+\+|#(?![\p{L}\p{N}]))?|\p{Extended_Pictographic}|[€%]/gu;

const elided: ReadonlyMap<string, string> = new Map([
  ["l", "le"],
  ["d", "de"],
  ["j", "je"],
  ["n", "ne"],
  ["s", "se"],
  ["m", "me"],
  ["t", "te"],
  ["c", "ce"],
  ["qu", "que"],
  ["jusqu", "jusque"],
  ["lorsqu", "lorsque"],
  ["puisqu", "puisque"],
  ["quoiqu", "quoique"],
  ["quelqu", "quelque"],
  ["presqu", "presque"],
]);

const elisionPattern =
  /(?<![\p{L}\p{N}])([cdjlmnst]|(?:jus|lors|puis|quoi|quel|pres)?qu) ?' ?(?=[\p{L}\p{N}])/gu;

function openElisions(folded: string): string {
  return folded.replace(elisionPattern, (_, start: string) => `${elided.get(start) ?? start} `);
}

function openContractions(folded: string): string {
  return folded
    .replace(/\bcan't\b/gu, "can not")
    .replace(/\bwon't\b/gu, "will not")
    .replace(/n't\b/gu, " not")
    .replace(/'(?:re|m)\b/gu, " be")
    .replace(/'ve\b/gu, " have")
    .replace(/'ll\b/gu, " will")
    .replace(/'d\b/gu, " would")
    .replace(/\b(what|where|who|how|when|that|there|here|it|he|she|let)'s\b/gu, "$1 is")
    .replace(/'s?\b/gu, " ");
}
