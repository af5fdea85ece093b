import { foldText } from "../fold-text.ts";
import { tokenize } from "../tokenize.ts";

/** A longer answer is a story: it is not taken for a choice. */
export const mostWordsRead = 40;

/**
 * An answer as it is compared: folded, keycap digits as digits, English contractions opened.
 * Punctuation stays.
 */
export function foldAnswer(text: string): string {
  // A keycap emoji is a digit with marks after it.
  return (
    foldText(text.replaceAll(/[\uFE0F\u20E3]/gu, " "))
      .replaceAll("🔟", "10")
      .replaceAll("can't", "can not")
      .replaceAll(/n't\b/gu, " not")
      .replaceAll(/\bi'm\b/gu, "i am")
      .replaceAll("tout neuf", "tout recent")
      // "An" alone is an English article.
      .replaceAll(/\b(par|l'|chaque|une fois) ?ans?\b/gu, "$1 annee")
      .replaceAll(/\b(tous les|\d|deux|trois|quatre|cinq|dix) ans\b/gu, "$1 annees")
      .replaceAll(about, " ")
      .trim()
  );
}

/** The words of an answer, elisions opened, abbreviations and spellings of phones written out. */
export function answerWords(text: string): readonly string[] {
  // The shared list reads "peu" as "peut", which no degree can do without.
  const folded = foldAnswer(text).replaceAll(/\bpeu\b/gu, "unpeu");
  const words = tokenize(folded, "fr");
  return words
    .flatMap((word) => phoneSpellings.get(word) ?? [word])
    .map((word, at, all) => counted(word, all[at + 1] ?? ""));
}

/** Words that say "roughly", which an answer always is. */
const about =
  /\b(?:a peu pres|a la louche|a vue de nez|grosso modo|bien sur|bien entendu|of course)\b/gu;

/** Figures are written as digits; "un" is one only where people are counted ("un salarié", "une personne"). */
function counted(word: string, next: string): string {
  if (word === "un" || word === "une" || word === "one") return people.test(next) ? "1" : word;
  return digits.get(word) ?? word;
}

const people = /^(?:salariee?|personne|employee?|person)$/u;

const digits: ReadonlyMap<string, string> = new Map(
  "deux two;trois three;quatre four;cinq five;six;sept seven;huit eight;neuf nine;dix ten"
    .split(";")
    .flatMap((names, at) => names.split(" ").map((name) => [name, String(at + 2)] as const)),
);

/** Spellings by ear that are sure in an answer, and would not be in a question. */
const phoneSpellings: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    unpeu: ["peu"],
    pa: ["pas"],
    ps: ["pas"],
    jms: ["jamais"],
    jamai: ["jamais"],
    foi: ["fois"],
    presk: ["presque"],
    jse: ["je", "sais"],
    jsai: ["je", "sais"],
    jsais: ["je", "sais"],
    che: ["je", "sais"],
    nsp: ["sais", "pas"],
    chai: ["je", "sais"],
    chepas: ["je", "sais", "pas"],
    chaispas: ["je", "sais", "pas"],
    jenesaispas: ["je", "sais", "pas"],
    jpas: ["je", "pas"],
    jpasse: ["je", "passe"],
    dun: ["de", "un"],
    qql: ["quelque", "un"],
    tro: ["trop"],
    depand: ["depend"],
    pratiquement: ["presque"],
    quasiment: ["presque"],
    quasi: ["presque"],
    virtually: ["almost"],
    practically: ["almost"],
    someone: ["somebody"],
    everybody: ["everyone"],
    courriel: ["mail"],
    courriels: ["mail"],
    email: ["mail"],
    emails: ["mail"],
    exel: ["excel"],
    plutto: ["plutot"],
    vrmt: ["vraiment"],
    rgd: ["rgpd"],
    ouais: ["oui"],
    ouaip: ["oui"],
    ouep: ["oui"],
    yep: ["yes"],
    yeah: ["yes"],
    nope: ["no"],
    nah: ["no"],
  }),
);
