import type { Language } from "../model/language.ts";
import { commandWords, politeWords } from "./command-words.ts";

/**
 * The language of a command, by its first word that is no politeness: two or three words are too few to guess
 * it from. Undefined for a word of both ("import", "stats"), and for one that is misspelt.
 */
export function languageOfCommand(command: string): Language | undefined {
  const [first = "", ...others] = commandWords(command)
    .map(({ folded }) => folded)
    .filter((word) => word !== "" && !politeWords.has(word));
  if (english.has(first)) return "en";
  if (french.has(first)) return "fr";
  // "Silence until", "pause jusqu'à".
  if (others.some((word) => word === "until" || word === "till")) return "en";
  return others.some((word) => word.startsWith("jusqu")) ? "fr" : undefined;
}

const english = listed(`
  new create add make my show list cancel call undo resume continue unschedule restore reinstate approve reject
  edit modify update correct move reschedule shift push bring postpone put duplicate copy publish send delete
  remove program statistics subscriptions which what unsubscribe subscribe fewer less mute unmute quiet end no
  schedule next failures failed retry attended attendees attendance came signups
  check-up checkup check where how announcement proof figures request requests`);

const french = listed(`
  nouvel nouveau nouvelle creer cree creez creation ajouter ajoute annoncer annonce proposer mes voir annuler
  annule annulons annulation defaire revenir reprendre reprends reprenons retablir retablis restaurer restaure
  reactiver approuver approuve valider valide refuser modifier modifie corriger corrige changer changement
  rectifier deplacer deplace deplacement decaler decale repousser repousse avancer reporter reporte dupliquer
  duplique copier publier publie publions envoyer envoie supprimer supprime suppression retirer effacer archiver
  importer tout statistiques abonnements quels desabonner desabonne desabonnez desabonnement abonner abonne
  abonnez avance copie importe me se moins pas heures heure fin programmation prochains echecs envois reessayer reessaye relancer relance
  presents presentes inscrits inscrites feuille liste chiffres combien resultats ou preuve`);

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}
