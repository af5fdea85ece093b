import { foldText } from "./fold-text.ts";
import { readAssent } from "./read-assent.ts";

/**
 * What a short reply says to something that is done for good once confirmed: yes ("ok publier", "vas-y",
 * "c'est bon publie"), no ("non", "surtout pas"), or to wait ("attends", "stop"); undefined for anything else.
 */
export function readConfirmation(text: string): "yes" | "no" | "wait" | undefined {
  const folded = foldText(text)
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, " ")
    .replaceAll(/ +/gu, " ")
    .trim();
  if (waits.test(folded)) return "wait";
  const assent = readAssent(text);
  if (assent !== undefined) return assent;
  const left = folded.replace(doing, " ").replaceAll(/ +/gu, " ").trim();
  if (left === folded || text.includes("?")) return undefined;
  if (left === "") return "yes";
  return readAssent(left);
}

const waits =
  /^(?:(?:non|no|ah|oh|euh|ok) )*(?:attend[sez]*|attendre|stop|halte|minute|une (?:minute|seconde)|un instant|wait|hold on|hang on|one moment|not yet|pas encore|pas maintenant|pas tout de suite|not now)(?: (?:stp|svp|un peu|please|a minute|une minute|un instant|que))*$/u;

/** The deed itself, said with or after the yes. */
const doing =
  /\b(?:publi(?:e|er|ez|ons|es)|envo(?:ie|yer|yez|yons)|enregistr(?:e|er|ez)|sauvegard(?:e|er|ez)|valid(?:e|er|ez)|confirm(?:e|er|ez|es)?|annul(?:e|er|ez|ons)|report(?:e|er|ez|ons)|deplac(?:e|er|ez)|import(?:e|er|ez)?|fais|faites|publish|send|save|cancel|postpone|move|do|go|continue[rz]?)(?: ?-?(?:le|la|les|l'atelier|latelier|l atelier|l'|it|that|this|ahead|the workshop|for it|maintenant|now))?$/u;
