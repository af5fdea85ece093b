import { foldText } from "../fold-text.ts";

/**
 * The code of the département or overseas territory that a short text names, as in `Workshop.territories`: by
 * its number ("44", "le 2A", "974"), by its name ("Loire-Atlantique", "dans le Nord"), by both, or by a postcode
 * ("44300"). Undefined for anything else, and for a number and a name that are not of the same. Source: INSEE,
 * code officiel géographique.
 */
export function readTerritory(text: string): string | undefined {
  const said = foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replaceAll(around, " ")
    .trim();
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
  const plain = words.replaceAll(" ", "");
  for (const [one, spelt] of names) if (spelt.includes(plain)) return one;
  return undefined;
}

const around =
  /(?<=^| )(?:bonjour|oui|je suis|nous sommes|on est|j habite|on habite|i am|we are|i live|dans|en|in|departement|department|dep|dept|dpt|numero|number|code postal|postcode|c est|it is|le|la|les|l|the|merci|svp|please|thanks|thank you|d|du|de)(?= |$)/gu;

/** Names as people type them, folded and without spaces or the little words above, by code. */
const names: ReadonlyMap<string, readonly string[]> = new Map(
  `01 ain|02 aisne|03 allier|04 alpeshauteprovence|05 hautesalpes|06 alpesmaritimes|07 ardeche|08 ardennes
  09 ariege|10 aube|11 aude|12 aveyron|13 bouchesrhone|14 calvados|15 cantal|16 charente|17 charentemaritime
  18 cher|19 correze|2A corsesud|2B hautecorse|21 coteor|22 cotesarmor,cotesarmors|23 creuse|24 dordogne
  25 doubs|26 drome|27 eure|28 eureetloir|29 finistere|30 gard|31 hautegaronne|32 gers|33 gironde|34 herault
  35 illeetvilaine,ileetvilaine|36 indre|37 indreetloire|38 isere|39 jura|40 landes|41 loiretcher|42 loire|43 hauteloire
  44 loireatlantique|45 loiret|46 lot|47 lotetgaronne|48 lozere|49 maineetloire|50 manche|51 marne
  52 hautemarne|53 mayenne|54 meurtheetmoselle|55 meuse|56 morbihan|57 moselle|58 nievre|59 nord|60 oise
  61 orne|62 pascalais|63 puydome|64 pyreneesatlantiques|65 hautespyrenees|66 pyreneesorientales|67 basrhin
  68 hautrhin|69 rhone|70 hautesaone|71 saoneetloire|72 sarthe|73 savoie|74 hautesavoie|75 paris
  76 seinemaritime|77 seineetmarne|78 yvelines|79 deuxsevres|80 somme|81 tarn|82 tarnetgaronne|83 var
  84 vaucluse|85 vendee|86 vienne|87 hautevienne|88 vosges|89 yonne|90 territoirebelfort,belfort|91 essonne
  92 hautsseine|93 seinesaintdenis,seinestdenis|94 valmarne|95 valoise|971 guadeloupe|972 martinique
  973 guyane|974 reunion|975 saintpierreetmiquelon,stpierreetmiquelon|976 mayotte|977 saintbarthelemy,stbarth|978 saintmartin
  986 walliset futuna|987 polynesiefrancaise,polynesie,tahiti|988 nouvellecaledonie`
    .split(/[|\n]/u)
    .map((entry) => {
      const [code = "", ...spelt] = entry.trim().split(" ");
      return [code, spelt.join("").split(",")] as const;
    }),
);
