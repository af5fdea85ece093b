import type { Language } from "../model/language.ts";

/** A month as a question names it. */
export interface NamedMonth {
  /** 1 to 12. */
  readonly month: number;
  /** Undefined when the question does not say it. */
  readonly year: number | undefined;
}

/** Names of the months, January first, without accents. */
export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  fr: "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(
    " ",
  ),
  en: "january february march april may june july august september october november december".split(
    " ",
  ),
};

/**
 * The months a question asks about; none when it asks about a longer time ("avant mars", "from March to
 * June") or about a month gone by.
 * @param words the question in lower case without accents nor punctuation
 */
export function readNamedMonths(words: string): readonly NamedMonth[] {
  const found = [...words.matchAll(namedMonth)].filter(
    ({ index, 0: named }) => !isTheVerbMay(named, words, index),
  );
  const isLonger =
    stretchOfMonths.test(words) ||
    found.some(({ index }) => boundBefore.test(words.slice(0, index)));
  if (isLonger) return [];
  const months = found.map(({ groups }) => {
    const name = groups?.["name"] ?? "";
    const year = groups?.["year"];
    return {
      month: Math.max(monthNames.fr.indexOf(name), monthNames.en.indexOf(name)) + 1,
      year: year === undefined ? undefined : Number(year),
    };
  });
  // "Le 3 mars ou le 10 mars" is one month.
  return months.filter(
    ({ month, year }, at) =>
      at === months.findIndex((other) => other.month === month && other.year === year),
  );
}

const anyName = [...monthNames.fr, ...monthNames.en].join("|");

const namedMonth = new RegExp(
  `\\b(?<name>${anyName})\\b(?: (?<year>20\\d\\d)\\b)?(?! (?:dernier|passe)\\b)`,
  "g",
);

const stretchOfMonths = new RegExp(
  `\\b(?:entre|between)\\b.*\\b(?:${anyName})\\b|\\b(?:${anyName})(?: 20\\d\\d)? (?:a|au|jusqu \\w+|to|until|till|through)(?: (?:le|la|mois|de|d|fin|debut|mi|the|end|of))* (?:${anyName})\\b`,
);

const boundBefore =
  /\b(?:avant|apres|depuis|jusqu (?:a|au|en)|d ici|a partir (?:de|du)|before|after|until|till|by|since|from|last)(?: (?:la|le|mois|d|de|du|fin|debut|mi|\d{1,2}|1er|the|end|of|early|late|mid))* $|\bdes(?: (?:le|la|fin|debut|mi|\d{1,2}|1er))* $/;

/** "We may come" names no month; "in May" and "the May workshops" do. */
function isTheVerbMay(named: string, words: string, index: number): boolean {
  if (named !== "may") return false;
  const before = words.slice(0, index);
  const after = words.slice(index + named.length);
  return !(monthBefore.test(before) || monthAfter.test(after));
}

const monthBefore = new RegExp(
  `\\b(?:in|of|for|during|this|next|early|mid|late|before|after|until|till|by|since|from|last|\\d{1,2}(?:st|nd|rd|th)?|(?:${anyName}) (?:and|or|to)) $`,
);

const monthAfter =
  /^ (?:s |\d{1,2}\b|(?:workshops?|programmes?|programs?|sessions?|events?|schedule|calendar|dates?)\b)/;
