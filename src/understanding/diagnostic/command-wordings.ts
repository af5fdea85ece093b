/** The commands of the diagnostic that are said in words alone. */
export type CommandKind =
  | "skip"
  | "why"
  | "help"
  | "where"
  | "pause"
  | "stop"
  | "restart"
  | "erase"
  | "human"
  | "back"
  | "keep"
  | "resume"
  | "start"
  | "finish"
  | "details"
  | "roadmap"
  | "report";

const wordings: Readonly<Record<CommandKind, string>> = {
  skip: `pass, passe, passer, passez, passons, je passe, jpasse, j passe, on passe, skip, skip it, skip this, skip this one, skip this question,
    passer la question, passer cette question, passe la question, passez cette question, sauter, sauter la question, sauter cette question, saute, ne pas repondre, pas repondre,
    ne pas y repondre, je ne veux pas repondre, je veux pas repondre, veux pas repondre, je prefere ne pas repondre, je prefere pas repondre, je ne souhaite pas repondre, je ne reponds pas, pas de reponse,
    sans reponse, sans opinion, rather not say, i d rather not say, i would rather not say, prefer not to say, i prefer not to say, prefer not to answer, i prefer not to answer, i d rather not answer,
    rather not answer, no answer, no comment, joker, i ll skip this one, i ll skip, i ll pass, passez a la suite, passons a la suite, j aime autant pas repondre, j aime autant ne pas repondre,
    j aime autant pas repondre a celle la, j aimerais autant ne pas repondre, je prefere passer`,
  keep: `suivant, suivante, la suivante, question suivante, la question suivante, passer a la suivante, passer a la question suivante, suite, la suite, next, next one, next question,
    the next one, garder, je garde, garde, garde ma reponse, garder ma reponse, je garde ma reponse, on garde, keep, keep it, keep my answer, ne change rien, rien a changer, laisser comme ca, laisse comme ca,
    je laisse comme ca, on laisse comme ca, continuer, continue, on continue, continuons, continuez, je continue, go on, carry on, keep going, i ll go on`,
  why: `pourquoi, pourquoi cette question, pourquoi la question, pourquoi me demandez vous ca, pourquoi vous me demandez ca, pourquoi vous demandez ca, pourquoi vous demandez cela, pourquoi demandez vous ca,
    pourquoi tu demandes ca, pourquoi tu me demandes ca, pourquoi ca, pk, pk cette question, pourkoi, pkoi, a quoi ca sert, a quoi ca vous sert, a quoi cela sert, a quoi sert cette question, ca sert a quoi, c est pour quoi faire, pour quoi faire, quel interet,
    quel rapport, why, why this question, why that question, why do you ask, why do you ask this, why do you ask that, why are you asking, why are you asking this, why are you asking that, why do you need to know, what for, what is it for, what s it for`,
  help: `aide, a l aide, aidez moi, aide moi, besoin d aide, j ai besoin d aide, help, help me, i need help, je ne comprends pas, je comprends pas, je comprend pas, jcomprends pas, j comprends pas, je n ai pas compris, j ai pas compris, jai pas compris, pas compris, comprends pas, rien compris, j ai rien compris,
    je ne comprends rien, je comprends rien, je ne comprends pas la question, je ne comprends pas bien, je ne comprends pas bien la question, je ne comprends pas tres bien la question, je n ai pas bien compris, je n ai pas bien compris la question, m expliquer, m expliquer la question, m aider, m en dire plus, je comprends pas la question, je n ai pas compris la question, j ai pas compris la question, je ne comprends pas cette question, je comprends rien a la question,
    c est pas clair, ce n est pas clair, pas clair, ca veut dire quoi, c est a dire, que voulez vous dire, qu est ce que ca veut dire, ca veut dire quoi exactement, vous voulez dire quoi, expliquez, expliquez moi, explique, un exemple, par exemple, exemple, plus simple, en plus simple, plus simplement,
    reformuler, reformulez, c est trop complique, trop complique, i do not understand, i don t understand, i dont understand, do not understand, i did not understand, not clear, unclear, what does it mean, what does that mean, what does this mean, what do you mean, meaning, explain, explain please,
    an example, for example, example, in simpler words, simpler`,
  where: `ou j en suis, ou en suis je, ou en est on, on en est ou, on en est a combien, j en suis ou, ou en sommes nous, il reste combien, il en reste combien, combien il reste, combien il en reste, combien reste t il, reste combien, il reste combien de questions, combien de questions, combien de questions restent, combien de questions il reste, combien de questions reste t il, combien de questions encore,
    combien il reste de questions, combien reste t il de questions, combien de questions en tout, il y a combien de questions, encore combien, encore combien de questions, il y en a encore combien, y en a encore combien, y en a encore beaucoup, il y en a encore beaucoup, il reste beaucoup de questions, encore beaucoup de questions, il reste combien de temps, combien de temps, combien de temps encore, combien de temps reste t il, ca dure combien de temps, c est encore long, c est long, est ce que c est long, est ce encore long, c est bientot fini, bientot fini, ca va etre long, c est long encore,
    progression, avancement, where am i, where are we, how many left, how many more, how many questions, how many questions left, how many more questions, how many questions are left, how much is left, how much left, how much longer, how long, how long left, how long is left, how long to go, how much to go, how many to go, how long is it, is it long, is it much longer, are we nearly done, are we there yet, progress`,
  pause: `au revoir, bye, bye bye, goodbye, good bye, a bientot, a la prochaine, see you, see you later, je dois y aller, pause, une pause, faire une pause, fais une pause, faites une pause, faire pause, on fait une pause, je fais une pause, plus tard, a plus tard, on verra plus tard, on verra ca plus tard, je verrai plus tard, je verrai ca plus tard, je ferai ca plus tard, on fera ca plus tard, on reprend plus tard, on reprend demain, je reprends plus tard, je reprends demain, je reprendrai plus tard, je reprendrai demain, reprendre plus tard, reprendre demain, on continue plus tard, on continue demain, continuer plus tard,
    continuer demain, je continue plus tard, je continue demain, je continuerai plus tard, je continuerai demain, je finirai plus tard, je finirai demain, finir plus tard, finir demain, demain, a demain, pas maintenant, je dois y aller, je dois partir, je dois filer, je reviens, je reviens plus tard, je reviens demain, je reviendrai, je reviendrai plus tard, je reviendrai demain, je reprendrai, je reprendrai ca plus tard, je suis pressee, je suis presse, je n ai plus le temps, j ai plus le temps, je n ai plus de temps, une autre fois, on verra demain, mettre en pause, mets en pause, mettez en pause, attendez, attends,
    later, not now, another time, take a break, have a break, a break, break, pause it, continue later, i ll continue later, i ll finish later, finish later, tomorrow, i have to go, i must go, i need to go, gotta go, back later, be right back, brb`,
  stop: `stop, stopper, stoppe, stoppez, arret, arreter, arrete, arretez, arretons, j arrete, jarrete, on arrete, on arrete la, j arrete la, arreter la, arretons la, tout arreter, on stoppe, je stoppe, je m arrete, je m arrete la, m arreter, m arreter la, quitter, quitte, je quitte, sortir, abandonner, j abandonne, abandon, laisse tomber, laissez tomber, je laisse tomber, on laisse tomber, ca suffit, stop la, arreter le questionnaire, arreter le diagnostic, arreter les questions,
    terminer la, annuler, annule, je ne veux plus continuer, je veux plus continuer, je ne veux pas continuer, quit, exit, cancel, give up, i give up, stop it, stop here, stop this, stop now, that s enough, i m done with this, i m done, im done, i am done, im done stop, i m done stop, ok stop, enough, leave, no more questions, plus de questions`,
  restart: `recommencer, recommence, recommencez, recommencons, je recommence, on recommence, tout recommencer, recommencer a zero, recommencer depuis le debut, recommencer du debut, recommencer au debut, reprendre du debut, reprendre depuis le debut, reprendre a zero, repartir de zero, repartir a zero, refaire, refaire le diagnostic, refaire le questionnaire, depuis le debut,
    restart, start over, start again, start from scratch, begin again, from the beginning, from the start, redo, do it again`,
  erase: `effacer, efface, effacez, effacer tout, tout effacer, efface tout, effacez tout, effacer mes reponses, efface mes reponses, effacez mes reponses, effacer toutes mes reponses, effacer mon diagnostic, efface mon diagnostic, effacez mon diagnostic, effacer le diagnostic, effacez le diagnostic, effacer mon point numerique, effacer mon resultat, effacer mes resultats, effacez mon resultat, effacer ma feuille de route, tout effacer sur le diagnostic, supprimer mon diagnostic, supprimez mon diagnostic, supprimer le diagnostic, supprimer mon resultat, supprimer, supprime, supprimez, supprimer tout, tout supprimer, supprime tout, supprimez tout, supprimer mes reponses, supprime mes reponses, supprimez mes reponses, oubliez tout,
    delete, delete all, delete everything, delete it all, delete my answers, delete all my answers, delete my check up, delete the check up, delete my result, delete my results, erase my check up, erase, erase all, erase everything, erase my answers, remove my answers, remove everything`,
  human: `parler a quelqu un, parler a qqn, parler a qqun, parler a une personne, parler a une vraie personne, parler a un humain, parler a un conseiller, parler a une conseillere, parler avec quelqu un, parler avec un humain, parler avec un conseiller, parler avec une personne, discuter avec quelqu un, un humain, un conseiller, une conseillere, un vrai conseiller, une vraie personne, un etre humain, contacter un conseiller, voir un conseiller, voir quelqu un, etre rappele, etre rappelee, rappelez moi, appelez moi, etre aide par quelqu un, etre aidee par quelqu un,
    talk to someone, talk to somebody, talk to a person, talk to a human, talk to a real person, speak to someone, speak to somebody, speak to a human, speak to a person, speak with someone, talk with someone, a human, human, a real person, an adviser, talk to an adviser, call me`,
  back: `retour, retour arriere, revenir, revenir en arriere, revenez en arriere, reviens en arriere, on revient en arriere, retour en arriere, retourner en arriere, en arriere, precedent, precedente, la precedente, question precedente, la question precedente, revenir a la precedente, revenir a la question precedente, revenir a la question d avant, la question d avant, question d avant, celle d avant, oups, oops, ouups, zut, mince, erreur, je me suis trompe, je me suis trompee, je m suis trompe, me suis trompe, me suis trompee, je me trompe, trompe, c est une erreur, une erreur, j ai fait une erreur, faute de frappe, mauvaise reponse, mal repondu, j ai mal repondu, j ai mal clique, mal clique, corriger, corrige, corriger ma reponse, modifier, modifier ma reponse, modifier la reponse, changer ma reponse, changer la reponse, changer de reponse, changer ma derniere reponse, corriger ma derniere reponse, rectifier, annuler ma reponse, annuler la reponse, je change d avis, j ai change d avis, change d avis,
    back, go back, previous, previous question, the previous question, the previous one, undo, my mistake, mistake, i made a mistake, wrong answer, i was wrong, i misclicked, change my answer, correct my answer, edit my answer, i changed my mind`,
  resume: `reprendre, reprends, reprenez, reprenons, on reprend, je reprends, on y retourne, reprendre le diagnostic, reprendre le questionnaire, reprendre le point, reprendre ou j en etais, poursuivre, on poursuit, poursuivons, resume, resume it, pick up where i left off, je suis de retour, me revoila, i m back`,
  start: `commencer, je commence, commence, commencez, commencons, on commence, on y va, allons y, c est parti, demarrer, demarre, demarrons, je demarre, y aller, start, begin, let s go, go, let s start, start it, let s begin, vas y, allez y`,
  finish: `termine, terminer, c est termine, fini, j ai fini, c est fini, finir, on a fini, j ai termine, finished, i m finished, finish, done, i m done, all done, we re done, that s it, the end, c est tout`,
  details: `le detail, detail, details, les details, plus de details, voir le detail, voir les details, en detail, detailler, the details, more details, show details, show the details, see the details, detail par detail`,
  roadmap: `feuille de route, ma feuille de route, la feuille de route, notre feuille de route, voir ma feuille de route, faire ma feuille de route, faire la feuille de route, roadmap, my roadmap, the roadmap, our roadmap, ou est ma feuille de route, ou trouver ma feuille de route, revoir ma feuille de route, retrouver ma feuille de route, montrez moi ma feuille de route, montre moi ma feuille de route, where is my roadmap, show me my roadmap, see my roadmap, see my roadmap again, plan d action, mon plan d action, le plan d action, notre plan d action, action plan, my action plan`,
  report: `resultat, mon resultat, le resultat, les resultats, mes resultats, voir mon resultat, voir le resultat, voir mes resultats, avoir le resultat, avoir mon resultat, me donner le resultat, me donner mon resultat, donner le resultat, donnez moi le resultat, donnez moi mon resultat, donne moi le resultat, montrez moi le resultat, montrez moi mon resultat, envoyez moi le resultat, give me the result, give me my result, show me the result, show me my result, show me the results,  result, my result, the result, results, my results, the results, see my result, see the result, rapport, le rapport, imprimer le rapport, imprimer mon rapport, print the report, print my report, mon rapport, notre rapport, un rapport, voir le rapport, recevoir le rapport, avoir le rapport, telecharger le rapport, le fichier, le pdf, pdf, en pdf, le compte rendu du diagnostic, bilan, le bilan, mon bilan, report, the report, my report, our report, the file, the pdf, download, download the report, send me the report, envoyez moi le rapport`,
};

/** Each wording, folded and in plain words, and what it asks for. */
export const commandWordings: ReadonlyMap<string, CommandKind> = new Map(
  kinds().flatMap((kind) =>
    wordings[kind].split(",").map((one) => [one.trim().replaceAll(/\s+/gu, " "), kind] as const),
  ),
);

function kinds(): readonly CommandKind[] {
  return [
    "skip",
    "keep",
    "why",
    "help",
    "where",
    "pause",
    "stop",
    "restart",
    "erase",
    "human",
    "back",
    "resume",
    "start",
    "finish",
    "details",
    "roadmap",
    "report",
  ];
}
