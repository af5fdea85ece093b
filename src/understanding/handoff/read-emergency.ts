import { foldText } from "../fold-text.ts";

/** What cannot wait for a person to read it; `distress`: somebody is in danger, or may be. */
export type Emergency = "distress" | "hacked" | "money" | "leak";

/**
 * Reads what a message tells that has just happened: an account that was broken into, money that was just sent
 * to a cheat, personal data that got out; or distress and danger, which comes before all. A question about how
 * to avoid it ("comment éviter d'être piraté ?") tells of nothing that happened. Source: HANDOFF.md, 2.
 */
export function readEmergency(text: string): Emergency | undefined {
  const said = ` ${foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  if (distress.some((pattern) => pattern.test(said)) && !isOfOthersWork.test(said))
    return "distress";
  if (isPrecaution.test(said)) return undefined;
  if (money.test(said)) return "money";
  if (leak.test(said)) return "leak";
  return hacked.test(said) ? "hacked" : undefined;
}

const distress: readonly RegExp[] = [
  / (?:me suicider|suicidaire|(?:idees?|pensees?) (?:noires?|suicidaires?)|envie (?:de|d en) (?:mourir|finir)|veux (?:mourir|en finir)|en finir avec la vie|me (?:tuer|foutre en l air|faire du mal)|plus envie de vivre|plus la force de vivre) /u,
  / (?:kill myself|suicidal|want to die|end my life|hurt myself|self harm|no reason to live|don t want to live|do not want to live) /u,
  / (?:va|veut|voulait|menace de|parle de|pense a|tente de|essaye de|essaie de) (?:se (?:suicider|tuer|faire du mal)|mourir) /u,
  / (?:wants?|threatens?|threatening|tried|going) to (?:kill (?:himself|herself|themselves)|die|commit suicide) /u,
  / (?:je suis|nous sommes|on est|elle est|il est|un enfant est|une? (?:jeune|mineure?) est|i am|i m|we are|she is|he is|a child is) (?:en |in )(?:danger|grave danger|detresse) /u,
  / (?:il|elle|mon (?:mari|conjoint|compagnon|pere|ex)|ma (?:mere|femme)|quelqu un|on|he|she|my (?:husband|partner|father|mother|ex)|somebody|someone) (?:me |m |nous |le |la |est en train de (?:me |le |la )?)?(?:frappe|bat|menace de mort|veut me tuer|viole|a (?:frappe|viole|menace de mort)|hits? me|beats? me|is (?:beating|hitting|threatening) me|threatens? (?:me|to kill me)) /u,
  / (?:enfant|mineure?|gamine?|eleve|child|minor|kid) (?:est |a ete |qui est |is |was |being )*(?:battue?|maltraitee?|violee?|agressee?|abusee?|frappee?|abused|beaten|raped|molested) /u,
  / (?:fait un malaise|ne respire plus|perdu connaissance|crise cardiaque|not breathing|heart attack|unconscious) /u,
];

/** What an association works on, or is named after, is no cry for help. */
const isOfOthersWork =
  / (?:prevention (?:du|de la|des)|lutte contre|aide aux victimes|notre association (?:aide|accompagne|lutte)|atelier|conference|colloque|logiciel|site|prevention of|fight against|our (?:charity|association) (?:helps|supports)|suicide prevention) /u;

const money =
  / (?:(?:je viens|on vient|nous venons) de (?:payer|virer|verser|envoyer|faire un virement|donner (?:mon|mes|le|les) (?:code|codes|numero|coordonnees) (?:de (?:ma |la )?carte|bancaires?|de cb))|(?:j ai|on a|nous avons|la tresoriere a|le tresorier a) (?:paye|vire|verse|envoye (?:de l |l |de )argent|fait (?:un|le) virement|donne (?:mon|le|mes|les|notre|nos) (?:code|codes|numero|numeros|coordonnees) (?:de (?:ma |la |notre )?(?:carte|cb)|bancaires?))(?: \S+){0,12} (?:arnaque|escroc|escroquerie|faux|fausse|frauduleux|frauduleuse|fraude|pirate|arnaqueur)|(?:arnaque|escroc|escroquerie|faux|fausse|fraude)(?: \S+){0,12} (?:j ai|on a|nous avons) (?:deja )?(?:paye|vire|verse|envoye|fait (?:un|le) virement)|(?:i|we) (?:have )?(?:just )(?:paid|sent|transferred|wired)(?: \S+){0,8}|(?:i|we)(?: have| ve)? (?:sent|transferred|paid|wired)(?: \S+){0,10} (?:scam|scammer|fraud|fake|fraudster)|(?:scam|fraud|fake)(?: \S+){0,10} (?:i|we)(?: have| ve)? (?:already )?(?:sent|transferred|paid|wired)) /u;

const leak =
  / (?:fuite (?:de|des) (?:donnees|fichiers?|adresses)|donnees (?:personnelles )?(?:ont )?(?:fuite|ete (?:volees|publiees|divulguees|diffusees))|violation de donnees|vol (?:de|des) donnees|(?:fichier|liste|base|tableau|donnees|adresses)(?: \S+){0,6} (?:a|ont) ete (?:envoyee?s?|diffusee?s?|publiee?s?|voles?|volees?|perdue?s?)(?: par erreur| a tout le monde| en ligne)?|(?:j ai|on a|nous avons) (?:envoye|diffuse|publie|mis en ligne|perdu|partage)(?: \S+){0,4} (?:fichier|liste|base|adresses|donnees|cle usb|ordinateur)(?: \S+){0,6} (?:par erreur|a tout le monde|en copie visible|en ligne|adherents|membres)|(?:en )?copie visible par erreur|data (?:leak|breach)|leak of (?:personal )?data|(?:data|list|file|addresses)(?: \S+){0,5} (?:was|were|has been|have been|got) (?:leaked|stolen|published|sent|lost)|(?:i|we) (?:have )?(?:accidentally |mistakenly )?(?:leaked|lost|published|sent)(?: \S+){0,5} (?:list|file|data|addresses)(?: \S+){0,5} (?:by mistake|to everyone|members|online)) /u;

const hacked =
  / (?:(?:compte|boite mail|messagerie|mail|site|page|facebook|instagram|ordinateur|serveur|profil|chaine|adresse|gmail|helloasso)(?: \S+){0,5} (?:pirate|piratee?s?|hacke|hackee?s?|vole|volee|detourne|usurpee?|compromise?)|(?:on|quelqu un) (?:m a|nous a|a) (?:pirate|hacke|vole)(?: \S+){0,4}|(?:je me suis|on s est|nous nous sommes|je suis|on est|nous sommes)(?: fait)? (?:pirater?|pirates?|piratee?s?|hacker?|hackee?s?)|(?:pirate|piratage) (?:de |du |notre |mon |a pris )(?: ?\S+){0,4}|(?:account|mailbox|e ?mail|email|site|website|page|computer|server|profile|facebook|instagram)(?: \S+){0,4} (?:hacked|hijacked|compromised|stolen|taken over|broken into)|(?:i|we) (?:have been|ve been|was|were|got|been) hacked|somebody hacked|someone hacked|rancongiciel|ransomware|fichiers? (?:bloques?|chiffres?|cryptes?) (?:par|avec|rancon)) /u;

/** To avoid it is no emergency. */
const isPrecaution =
  / (?:eviter|empecher|prevenir (?:le|les|un|une)|se proteger|proteger|ne pas (?:se faire|etre)|comment savoir si|que faire (?:si|en cas)|si (?:jamais )?(?:on|je|nous|notre|mon|un)|risque|avoid|prevent|protect|what (?:to do|should we do) if|what if|if (?:we|i|our|my|an)|in case) /u;
