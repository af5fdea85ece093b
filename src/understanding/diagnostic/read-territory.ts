import { territoryNames } from "../../model/territory-names.ts";
import { foldText } from "../fold-text.ts";

/**
 * The code of the département or overseas territory that a short text names, as in `Workshop.territories`: by
 * its number ("44", "le 2A", "974"), by its name ("Loire-Atlantique", "dans le Nord"), by both, or by a postcode
 * ("44300"). Undefined for anything else, and for a number and a name that are not of the same. Source: INSEE,
 * code officiel géographique.
 */
export function readTerritory(text: string): string | undefined {
  const said = plain(text);
  const numbered =
    /^(?<before>\p{L}[\p{L} ]*? )?(?<number>2 ?[ab]|\d[\d ]*)(?<after> \p{L}[\p{L} ]*)?$/u;
  const { before, number, after } = numbered.exec(said)?.groups ?? {};
  if (number === undefined) return named(said);
  const code = numberedAs(number.replaceAll(" ", ""));
  const name = before ?? after;
  return name === undefined || named(name) === code ? code : undefined;
}

/** @param number its digits alone, or "2a" */
function numberedAs(number: string): string | undefined {
  if (names.has(number.toUpperCase())) return number.toUpperCase();
  const short = /^0?(?<one>[1-9])$/u.exec(number)?.groups?.["one"];
  if (short !== undefined) return short.padStart(2, "0");
  if (!/^\d{5}$/u.test(number)) return undefined;
  // One number for both ends of Corsica, three digits overseas. Source: La Poste, codes postaux.
  if (number.startsWith("20")) return /^20[01]/u.test(number) ? "2A" : "2B";
  const code = number.slice(0, /^9[78]/u.test(number) ? 3 : 2);
  return names.has(code) ? code : undefined;
}

function named(words: string): string | undefined {
  const spelt = words.replaceAll(" ", "");
  for (const [one, spellings] of names) if (spellings.includes(spelt)) return one;
  return undefined;
}

function compact(name: string): string {
  return plain(name).replaceAll(" ", "");
}

function plain(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replaceAll(around, " ")
    .trim();
}

const around =
  /(?<=^| )(?:bonjour|oui|je suis|nous sommes|on est|j habite|on habite|i am|we are|i live|dans|en|in|departement|department|dep|dept|dpt|numero|number|code postal|postcode|c est|it is|le|la|les|l|the|merci|svp|please|thanks|thank you|d|du|de)(?= |$)/gu;

/** Other spellings, as `names` has them. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  "22": ["cotesarmors"],
  "35": ["ileetvilaine"],
  "90": ["belfort"],
  "93": ["seinestdenis"],
  "975": ["stpierreetmiquelon"],
  "977": ["stbarth", "stbarthelemy"],
  "978": ["stmartin"],
  "987": ["polynesie", "tahiti"],
};

/** Names as people type them, folded and without spaces or the little words above, by code. */
const names: ReadonlyMap<string, readonly string[]> = new Map(
  [...territoryNames].map(([code, name]) => [code, [compact(name), ...(otherwise[code] ?? [])]]),
);
