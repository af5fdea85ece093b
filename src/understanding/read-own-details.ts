import { signUpWords } from "./sign-up-words.ts";

/** What somebody asks of a workshop they come to. */
export interface OwnDetailsRequest {
  /** The short number, when they say it. */
  readonly number: number | undefined;
}

/**
 * Reads a short question that somebody who signed up asks of their workshop: "c'est où ?", "et le lien ?",
 * "c'est à quelle heure ?", "where is it?", "the link for 12 please"; undefined for anything else.
 */
export function readOwnDetails(text: string): OwnDetailsRequest | undefined {
  const found = asked.exec(signUpWords(text));
  if (!found) return undefined;
  const number = found.groups?.["number"];
  return { number: number === undefined ? undefined : Number(number) };
}

const before =
  "(?:(?:et|ok|bonjour|bonsoir|salut|hello|hi|mais|alors|merci|and|so|please|pardon|sinon|au fait) )*";

const where =
  "(?:c est |ce sera |ca se passe )?(?:ou|ou ca|ou exactement|ou deja|a quelle adresse|quelle adresse|a quel endroit|dans quelle salle|a quelle heure|quand|quand deja)(?: c est| est ce| est ce que c est| ca se passe| se passe)?|where is it|where s it|where is that|when is it|at what time is it|what s the address|what is the address";

const link =
  "(?:c est quoi |quel est |ou est |ou trouver |donne[rz]? moi |envoie[rz]? moi |je n ai pas |j ai pas |j ai perdu |j ai besoin du |je cherche |je (?:veux|voudrais) |what is |what s |where is |where s |send me |give me |i need |i lost |i don t have )?(?:(?:le|la|l|mon|un|the|my|a) ?)?(?:lien|adresse|link|address)(?: (?:de connexion|de la visio|visio|pour se connecter|pour me connecter|de l atelier|de latelier|of the workshop|to join))?";

const after =
  "(?: (?:du|de l|pour l|pour le|de|pour|le|l|au|a l|for|of|to|workshop|atelier|numero|n|number|the))* ?(?<number>\\d{1,4})?(?: (?:svp|stp|s il vous plait|s il te plait|merci|please|thanks))?";

const asked = new RegExp(`^${before}(?:${where}|${link})${after}$`, "u");
