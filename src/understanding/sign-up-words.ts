import { foldText } from "./fold-text.ts";
import { isOneSlipApart } from "./repair-spelling.ts";

/**
 * A message as the readers of sign-ups compare it: folded, words one space apart without marks, days and
 * hours written in figures taken out, "+1" as "plus 1", the words of signing up repaired of one slip of the
 * keyboard.
 */
export function signUpWords(text: string): string {
  return foldText(text)
    .replaceAll(/\+ ?(?=\d)/gu, " plus ")
    .replaceAll(/\b\d{1,4}(?:[/:.-]\d{1,4})+\b|\b\d{1,2} ?h ?\d{2}\b/gu, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .map(repaired)
    .join(" ");
}

const known = new Set(
  `inscris inscrit inscrits inscrire inscription inscriptions inscrivez inscrivons minscris minscrire
  desinscris desinscrit desinscrire desinscription rappelle rappeler rappelez rappel rappels veille jamais
  toujours atelier ateliers latelier avant heure heures jours venir viens vient viendrai serons sera annule
  annuler annulez accepte accept participer participe place places personnes quatre trois pourrai peux plus deux
  remind reminder reminders before workshop workshops register registration unregister cancel coming signed
  three there their these seats still avent cours seront`
    .trim()
    .split(/\s+/u),
);

/** A shorter word is one slip away from too many others. */
const shortestRepaired = 5;

function repaired(word: string): string {
  if (word.length < shortestRepaired || known.has(word)) return word;
  for (const one of known) {
    if (one.length >= shortestRepaired && one[0] === word[0] && isOneSlipApart(word, one)) {
      return one;
    }
  }
  return word;
}
