import { foldText } from "./fold-text.ts";

/**
 * Whether a message says that something is not wanted ("je ne veux pas de site", "surtout pas
 * helloasso", "I don't want a website"). "Je n'arrive pas à…", "ça ne marche pas" and "sans payer"
 * are ordinary questions.
 */
export function refusesSomething(text: string): boolean {
  const said = ` ${foldText(text).replaceAll(/[^\p{L}\p{N}']+/gu, " ")} `;
  return refusals.some((refusal) => refusal.test(said));
}

// What is refused is a thing or something to do; "je ne veux pas perdre…" is a worry, not a refusal.
const thing =
  "(?:d'|de |du |des |le |la |les |l'|un |une |ce |cette |ces |ca |faire|utiliser|creer|ouvrir|installer|mettre|passer|prendre|acheter|avoir de |avoir d'|avoir un|helloasso|zoom|facebook|google)";

const refusals: readonly RegExp[] = [
  new RegExp(
    ` (?:(?:je|on|nous|j'|tu|vous) )?(?:n(?:e |')|j')?(?:veux|veut|veu|ve|voulons|souhaite|souhaitons|voudrais|voudrait|aimerais|cherche|cherchons|demande) (?:surtout )?(?:pas|plus|aucun|aucune|point)(?: du tout)? (?!de (?:me|m'|nous|perdre))${thing}`,
    "u",
  ),
  / (?:veux|veut|veu|voulons|souhaite|souhaitons|voudrais|cherche) aucune? /u,
  / surtout pas /u,
  / (?:pas question|hors de question|plus jamais|jamais de la vie) /u,
  / (?:pas besoin|aucun besoin) (?:de |d'|du )/u,
  / (?:ca|cela) ne (?:m|nous )'?interesse pas /u,
  / (?:pas|plus) (?:de |d')?\p{L}+(?: \p{L}+)? (?:svp|stp|merci|s'il (?:vous|te) plait) $/u,
  / (?:do not|don't|dont|does not|doesn't|did not|didn't|never) (?:want|need|wish|wanna|ask for|asked for) (?!to (?:lose|pay|miss|break|risk|waste|upset|offend|be ))/u,
  / (?:would not|wouldn't|would rather not|i'd rather not|rather not|no longer want|not interested in|anything but|absolutely no|please no|certainly not|definitely not) /u,
];
