import { foldText } from "../fold-text.ts";
import { stripCourtesy } from "../strip-courtesy.ts";

/** What a sentence says of how the diagnostic may be taken; `unsure`: it names several ways, or refuses one. */
export type OfferWords = "short" | "full" | "unkept" | "how-long" | "more" | "unsure";

/**
 * Reads a sentence that names a way to take the diagnostic ("le plus court, s'il vous plaît") or asks about it.
 * Agreement must be plain: a word as "court" counts where it speaks of the diagnostic, never in passing.
 */
export function readOfferWords(text: string): OfferWords | undefined {
  const said = ` ${foldText(stripCourtesy(text) || text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  if (said.split(" ").length > mostWords) return undefined;
  const isAsked = text.includes("?") && !wishes.test(said);
  if (lengths.test(said) && (isAsked || startsAsking.test(said))) return "how-long";
  const isUnkept = unkept.test(said);
  const isShort = shorts.test(said);
  const isFull = fulls.test(said);
  if (!isUnkept && !isShort && !isFull) return undefined;
  if (isAsked) return "more";
  if ((isShort && isFull) || (!isUnkept && refusals.test(said))) return "unsure";
  // Nothing is kept of the short path alone.
  if (isUnkept) return isFull ? "unsure" : "unkept";
  return isShort ? "short" : "full";
}

/** A longer message speaks of something else. */
const mostWords = 18;

/** Words that come before the name of a way. */
const before =
  "(?:le|la|plus|plutot|parcours|version|formule|diagnostic|questionnaire|test|bilan|en|on fait|je fais|je prends|the|do|option)";
const lone = (words: string) =>
  new RegExp(`^ (?:${words}) $| ${before} (?:${words}) |^ (?:${words}) (?:version|one|path) `, "u");

const short =
  "courte?|rapide|breve?|petite?|short|shorter|shortest|quick|12 questions|douze questions|5 minutes|cinq minutes";
const full =
  "complete?|entiere?|longue?|grande?|totale?|full|whole|longer|12 minutes|douze minutes";
const shorts = lone(short);
const fulls = lone(full);

const unkept =
  / (?:sans (?:rien |que vous )?(?:garder|conserver|enregistrer|gardiez|conserviez|enregistriez)|(?:gardez|conservez|enregistrez|garder|conserver|enregistrer) rien|rien (?:garder|conserver|enregistrer)|keep nothing|nothing kept|without keeping|(?:don t|do not) keep (?:anything|any|my)) /u;

const lengths =
  / (?:long|longue|longtemps|duree|dure|temps|minutes|how long|time|combien de questions|how many questions) /u;
const startsAsking = / (?:combien|est ce que|c est long|how long|how many|is it) /u;
const wishes =
  / (?:(?:je|on) (?:peux|peut|pourrais|pourrait|voudrais|veux)|puis je|possible de|can i|could i|can we|may i) /u;
const refusals = new RegExp(
  ` (?:pas|ni|sauf|not|neither|except) (?:(?:le|la|the|du|de|parcours|version) )*(?:${short}|${full}) `,
  "u",
);
