import { foldText } from "../fold-text.ts";

/** What somebody nobody answered wants, in a short reply: to wait, to look themselves, or to stop. */
export function readAskedWords(text: string): "wait" | "places" | "stop" | undefined {
  const said = foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (stop.test(said)) return "stop";
  if (places.test(said)) return "places";
  return wait.test(said) ? "wait" : undefined;
}

const polite = "(?: (?:svp|stp|merci|please|thanks|alors|encore|quand meme|un peu))*";
const wait = new RegExp(
  `^(?:(?:oui|ok|yes) )?(?:(?:je (?:veux bien|prefere|vais|peux)|j |i ll|i can|i will|let s) ?)?(?:attendre|attends|patiente|patienter|continue[rz]?|wait|keep waiting|keep looking)${polite}$`,
  "u",
);
const places = new RegExp(
  `^(?:(?:je (?:vais|prefere|veux)|i ll|i will) )?(?:chercher?|cherche|me debrouiller|contacter|appeler|look|look myself|search|contact|call)(?: (?:moi meme|de mon cote|seule?|quelqu un|un lieu|ailleurs|myself|on my own|somebody|elsewhere))?${polite}$`,
  "u",
);
const stop = new RegExp(
  `^(?:(?:je (?:veux|prefere|vais)|j |i want to|i d like to) ?)?(?:arrete[rz]?(?: tout)?|stop|annule[rz]?|abandonne[rz]?|laissez? tomber|cancel|give up|never ?mind)(?: (?:la|ma|cette|the|my) (?:demande|request))?${polite}$`,
  "u",
);
