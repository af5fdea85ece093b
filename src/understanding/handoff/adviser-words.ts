import { foldText } from "../fold-text.ts";
import { isOneSlipApart } from "../repair-spelling.ts";

/**
 * A message as commands of advisers are compared: folded, words one space apart without marks, the words of
 * commands repaired of one slip of the keyboard; numbers of requests as "a 127", days in figures kept.
 */
export function adviserWords(text: string): string {
  return foldText(text)
    .replaceAll(/(?<=\d)[/.-](?=\d)/gu, "§")
    .replaceAll(/[^\p{L}\p{N}§]+/gu, " ")
    .replaceAll(/\ba ?(?=\d)/gu, "a ")
    .trim()
    .split(" ")
    .map(repaired)
    .join(" ")
    .replaceAll("§", "-");
}

const known = new Set(
  `prends prendre accepte accepter rends rendre libere liberer relache transferer transfere transmettre attendre
  attends jusqu jusque resolu resolue regle reglee termine terminee cloturer rouvrir rouvre priorite prioritaire
  urgent urgente signaler signale bloquer debloquer signalements demandes demande absent absente indisponible
  disponible retour remplace remplacee surcharge surcharges surchargee surchargees deborde debordes montrer afficher
  cacher masquer chiffres statistiques modele modeles reponse fiche fiches proposer atelier repondre reponds envoyer
  corriger suspendre retablir commandes refuser conges vacances
  transfer release decline until resolved solved reopen priority report block unblock reports requests request away
  replaced overloaded figures statistics template templates suggest answer reply correct suspend reinstate commands
  notes merci notre lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday friday courrier prendra
  accept relacher refuse moderne modeste`
    .trim()
    .split(/\s+/u),
);

/** A shorter word is one slip away from too many others. */
const shortestRepaired = 5;

function repaired(word: string): string {
  if (word.length < shortestRepaired || known.has(word) || /\d/u.test(word)) return word;
  for (const one of known) {
    if (one.length >= shortestRepaired && one[0] === word[0] && isOneSlipApart(word, one)) {
      return one;
    }
  }
  return word;
}
