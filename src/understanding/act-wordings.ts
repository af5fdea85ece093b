import type { ActWords, CoordinationAct } from "./coordination-words.ts";

/**
 * Every act; where two begin alike, the longer wording comes first. Wordings are written as they are
 * compared: folded, without articles, without what is elided ("annuler envoi" for "annuler l'envoi").
 */
export const coordinationActs: readonly ActWords[] = [
  act(
    "undo",
    "nothing",
    `annuler ma derniere action, annule ma derniere action, annuler derniere action, annule derniere action,
    annuler mon dernier changement, annule mon dernier changement, revenir en arriere, defaire, undo,
    undo my last action, undo my last change, undo last action, cancel my last action`,
  ),
  act(
    "resume",
    "nothing",
    `reprendre, reprends, reprenons, reprendre mon atelier, reprendre mon brouillon, reprendre atelier,
    reprendre brouillon, reprendre ou on en etait, resume, resume my draft, resume draft, continue my draft`,
  ),
  act(
    "new",
    "words",
    `nouvel atelier, nouveau atelier, nouvelle atelier, nouvelle seance, creer nouvel atelier, creer nouveau atelier,
    creer atelier, cree nouvel atelier, cree atelier, creez atelier, creation atelier, ajouter nouvel atelier,
    ajouter atelier, ajoute nouvel atelier, ajoute atelier, annoncer nouvel atelier, annoncer atelier,
    annonce atelier, proposer nouvel atelier, new workshop, create new workshop, create workshop,
    add new workshop, add workshop, make new workshop`,
  ),
  act(
    "mine",
    "nothing",
    "mes ateliers, voir mes ateliers, my workshops, show my workshops, list my workshops",
  ),
  act(
    "unschedule",
    "workshop",
    `annuler envoi prevu, annuler envoi, annule envoi, annuler publication prevue, annuler publication,
    annule publication, cancel planned sending, cancel sending, cancel publication, unschedule`,
  ),
  act(
    "restore",
    "workshop",
    "retablir, retablis, restaurer, restaure, reactiver, reactive, restore, reinstate",
  ),
  act("approve", "workshop", "approuver, approuve, valider, valide, approve"),
  act("refuse", "workshop", "refuser, refuse, reject"),
  act(
    "edit",
    "workshop",
    `modifier, modifie, modification, corriger, corrige, correction, changer, change, changement,
    rectifier, edit, modify, update, correct`,
  ),
  act(
    "move",
    "workshop",
    `deplacer, deplace, deplacement, decaler, decale, repousser, repousse, avancer, avance, changer date,
    change date, push back, bring forward, move, reschedule, shift`,
  ),
  act("postpone", "workshop", "reporter, reporte, report, postpone, put off"),
  act("cancel", "workshop", "annuler, annule, annulons, annulation, cancel, call off"),
  act("duplicate", "workshop", "dupliquer, duplique, copier, copie, duplicate, copy"),
  act(
    "publish",
    "workshop",
    "publier, publie, publions, publication, envoyer, envoie, publish, send",
  ),
  act(
    "delete",
    "workshop",
    `supprimer, supprime, suppression, retirer, retire, effacer, archiver, archive, delete, remove`,
  ),
  act("import", "words", "importer, importe, import"),
  act(
    "programme",
    "nothing",
    "programme, voir programme, tout programme, program, show programme, show program",
  ),
  act(
    "check-up-figures",
    "nothing",
    `chiffres du diagnostic, chiffres des diagnostics, chiffres diagnostic, voir chiffres du diagnostic,
    statistiques du diagnostic, statistiques des diagnostics, resultats des diagnostics,
    ou en sont associations, ou en sont nos associations, check-up figures, check up figures, checkup figures,
    show check-up figures, check-up statistics,
    where do associations stand, where are associations,
    combien associations ont fait diagnostic, combien associations ont fait point numerique,
    combien de nos associations ont fait diagnostic, combien de nos associations ont fait point numerique,
    combien associations ont deja fait diagnostic, combien associations ont termine diagnostic,
    combien associations ont repondu au diagnostic, combien de diagnostics, combien de diagnostics ont ete faits,
    how many associations took check-up, how many associations have taken check-up,
    how many associations did check-up, how many associations have done check-up,
    how many associations completed check-up, how many associations have completed check-up,
    how many of our associations took check-up, how many associations took checkup, how many check-ups`,
  ),
  act(
    "request-figures",
    "nothing",
    `chiffres des demandes, chiffres demandes, voir chiffres des demandes, statistiques des demandes,
    ou en sont demandes, combien de demandes, combien de demandes ont ete faites,
    request figures, show request figures, figures of requests, requests figures, request statistics,
    how many requests, how are requests going`,
  ),
  act(
    "statistics",
    "words",
    "statistiques, voir statistiques, stats, statistics, show statistics, show stats",
  ),
  act(
    "subscriptions",
    "nothing",
    `abonnements, abonnements ici, quels abonnements ici, quels abonnements, quels sont abonnements ici,
    subscriptions, subscriptions here, which subscriptions here, what subscriptions here`,
  ),
  act(
    "unsubscribe",
    "nothing",
    `desabonner, desabonne, desabonnez, desabonner ce salon, desabonne ce salon, desabonnez ce salon,
    desabonner salon, se desabonner, me desabonner, desabonnement, unsubscribe, unsubscribe this room,
    unsubscribe me`,
  ),
  act(
    "subscribe",
    "words",
    `abonner ce salon, abonner salon, abonne ce salon, abonnez ce salon, abonne salon, abonne moi, abonnez moi,
    abonne nous, me abonner, abonner, abonne, abonnez, subscribe this room, subscribe room, subscribe me,
    subscribe us, subscribe`,
  ),
  act(
    "fewer",
    "nothing",
    `moins de messages, moins de message, moins messages, moins annonces, moins de annonces, fewer messages,
    less messages, fewer announcements, less announcements`,
  ),
  act(
    "silence",
    "words",
    `silence jusqu'au, silence jusqu'a, silence jusque, silence jusquau, silence jusqua, silence until,
    silence till, quiet until, quiet till, mute until, mute till, mute jusqu'au, mute jusqu'a, pause until,
    pause jusqu'au, pause jusqu'a, pas de message jusqu'au, pas de messages jusqu'au, no messages until`,
  ),
  act(
    "quiet",
    "words",
    "heures calmes, heure calme, heures de calme, heures silence, quiet hours, quiet hour",
  ),
  act("speak", "nothing", "fin du silence, fin silence, end of silence, end silence, unmute"),
  act(
    "schedule",
    "nothing",
    "programmation, voir programmation, prochains envois, schedule, next sendings",
  ),
  act("failures", "nothing", "echecs, voir echecs, envois echoues, failures, failed sendings"),
  act(
    "retry",
    "nothing",
    `reessayer echecs, reessayer tout, tout reessayer, relancer echecs, relancer envois echoues, retry failures,
    retry all, retry everything`,
  ),
  act("retry", "nothing", "reessayer, retry"),
  act("retry", "announcement", "reessayer, reessaye, relancer, relance, retry"),
  act(
    "proof",
    "announcement",
    "annonce, voir annonce, preuve annonce, announcement, show announcement, proof announcement",
  ),
];

function act(name: CoordinationAct, names: ActWords["names"], wordings: string): ActWords {
  const listed = wordings.split(",").map((wording) => wording.trim().replaceAll(/\s+/gu, " "));
  return { act: name, names, wordings: listed.map((wording) => wording.split(" ")) };
}
