import type { Language, PerLanguage } from "../model/language.ts";
import { hashText } from "./hash-text.ts";
import type { TrainingExample } from "./training-examples.ts";

const buckets = 2 ** 14;

/**
 * Learns which words and groups of three letters are French (positive) or English (negative), by
 * naive Bayes, in sixteenths of a natural logarithm.
 */
export function learnLanguageEvidence(
  examples: readonly Pick<TrainingExample, "text" | "language">[],
): Int8Array {
  const counts = { fr: new Float64Array(buckets), en: new Float64Array(buckets) };
  for (const { text, language } of examples) {
    for (const word of wordsOf(text)) {
      for (const bucket of bucketsOf(word)) {
        counts[language][bucket] = (counts[language][bucket] ?? 0) + 1;
      }
    }
  }
  const french = counts.fr.reduce((sum, count) => sum + count, 1);
  const english = counts.en.reduce((sum, count) => sum + count, 1);
  // Smoothed by the same share on each side, so that what was hardly seen speaks for neither.
  const smoothing = 3 / (french + english);
  return Int8Array.from(counts.fr, (count, bucket) => {
    const shareInEnglish = (counts.en[bucket] ?? 0) / english;
    const likelier = Math.log((count / french + smoothing) / (shareInEnglish + smoothing));
    return Math.round(Math.max(-7.9, Math.min(7.9, likelier)) * 16);
  });
}

/** How much likelier (natural logarithm) the other language must be before a conversation changes. */
const clearly = { withItsSmallWords: 3, withoutThem: 10 };
/** A word this much likelier in one language tells it. */
const telling = 1;
/** One long foreign name must not decide. */
const mostOfOneWord = 4;

/**
 * The language of a message: that of the conversation, unless two of its words at least tell the
 * other one, small words of grammar among them ("ok", "zoom", "mailing list" change nothing), or the
 * whole tells it very clearly.
 */
export function guessLanguage(text: string, spoken: Language, evidence: Int8Array): Language {
  const other = spoken === "fr" ? "en" : "fr";
  const sign = other === "fr" ? 1 : -1;
  let sum = 0;
  let forOther = 0;
  let forSpoken = 0;
  let smallWords = 0;
  for (const word of new Set(wordsOf(text))) {
    const learnt = bucketsOf(word).reduce((total, bucket) => total + (evidence[bucket] ?? 0), 0);
    const weight = (sign * learnt) / 16;
    sum += Math.max(-mostOfOneWord, Math.min(mostOfOneWord, weight));
    if (weight > telling) forOther += 1;
    if (weight < -telling) forSpoken += 1;
    if (grammar[other].has(word)) smallWords += 1;
  }
  if (forOther <= Math.max(1, forSpoken)) return spoken;
  const needed = smallWords > 0 ? clearly.withItsSmallWords : clearly.withoutThem;
  return sum > needed ? other : spoken;
}

/** Small words that one language has and the other has not, with greetings and thanks. */
const grammar: PerLanguage<ReadonlySet<string>> = {
  fr: listed(`
    le la les du des une un aux ce cette ces mon ma mes notre nos votre vos leur leurs son sa ses je tu il elle nous vous
    ils elles qui que quoi dont où et ou mais donc est sont était suis êtes avez avons ont peut peux faut fait faire dans
    sur avec sans pour par chez vers entre pas plus très trop bien aussi comment combien pourquoi quand quel quelle quels
    quelles à au en y oui non merci bonjour bonsoir salut svp de d l j c qu n s m t ça cela avoir être`),
  en: listed(`
    the of to is are was were be been am and or but not what how why when where who which whose with without for from by
    at in into our your their his her its my we you they he she it i this that these those do does did can could should
    would will have has had there here please thanks thank hello yes no any some about get an if than then let make need
    want don't can't isn't doesn't i'm it's what's`),
};

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

// Accents are kept: they are evidence.
function wordsOf(text: string): string[] {
  const plain = text.slice(0, 2000).toLowerCase().normalize("NFC").replaceAll("’", "'");
  return plain.match(/[a-zà-öø-ÿœ]+(?:'(?:t|s|m|re|ve|ll|d)(?![a-z]))?/gu) ?? [];
}

function bucketsOf(word: string): number[] {
  const marked = `_${word.slice(0, 30)}_`;
  const found = [hashText(7, word) % buckets];
  for (let at = 0; at + 3 <= marked.length; at += 1) {
    found.push(hashText(8, marked, at, at + 3) % buckets);
  }
  return found;
}
