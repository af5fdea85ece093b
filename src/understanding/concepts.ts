/**
 * Ideas of our domain and the words that carry them, French and English together, so that a wording
 * never seen ("une souscription") meets the ones that were ("une cagnotte"). A star ends a prefix.
 * Measured: +1.5 to +2 points of three-choice accuracy on held-out wordings.
 */
const lists = `
members: adheren* membre* licencie* cotisant* societaire* gens parents inscrits familles member* people folks
board: bureau president* tresor* secretaire* dirigeant* elu elus conseil administrateur* board chair* treasurer secretary trustee* committee
volunteers: benevol* volontaire* volunteer* helper*
staff: salari* employ* embauch* patron stagiaire* alternant* staff worker* boss payroll
group: association* club* structure* federation* collectif* comite* amicale* chorale* fanfare* foyer* amap troupe charity charities choir* society band ngo
money: argent sous euro euros € fric thune* somme* montant* tresorerie money cash fund funds
cost: prix tarif* cout* coute* cher chere gratuit* payant* frais commission* facture* devis abonnement* budget* cost* price* fee fees charge* free expensive cheap* quote
gift: don dons donateur* donatrice* donner genereu* legs mecen* donat* donor* give giver* giving
collection: cagnotte* collecte* souscription* crowdfunding participatif* fundrais* campagne* campaign* appeal kitty
paying: helloasso ulule kisskissbankbank leetchi lydia cotizup zeste miimosa tipeee gofundme paypal stripe sumup okpal goteo kickstarter payer paiement* reglement* pay paying payment*
tax: fiscal* fisc impot* cerfa rescrit defiscal* deduct* deduire recu recus tax* receipt*
bank: virement* banque* bancaire* iban rib carte cb prelevement* bank* transfer* card
law: loi lois legal* oblig* declar* prefecture juridique* statut* autoris* droit droits interdit* reglementation law laws mandatory required statutes allowed liable
site: site sites page pages web vitrine blog* website* homepage
sitetool: wordpress wix spip yeswiki joomla drupal squarespace webnode jimdo weebly elementor cms theme plugin* extension*
domain: domaine* domain* url registrar whois dns gandi afnic
hosting: heberg* ovh o2switch serveur* server* ftp infomaniak ionos hosting host
image: photo* image* illustration* visuel* picture* cliche* trombinoscope
video: video* film* montage* tournage kdenlive youtube vimeo peertube streaming
call: visio* zoom jitsi teams meet skype webcam* bigbluebutton bbb webinaire* camera* micro micros videoconf* call calls
meeting: reunion* assemblee* seance* meeting* ordre compte-rendu
vote: vote* voter voix scrutin* quorum procuration* ballot* election* voting
remote: teletravail* distance distanciel maison domicile remote* telework* home
workshop: atelier* formation* stage* workshop* course* class classes training cours
when: quand date dates heure heures lundi mardi mercredi jeudi vendredi samedi dimanche when monday tuesday wednesday thursday friday saturday sunday time schedule horaire*
place: lieu salle* rue where venue room
enrol: inscri* reserv* participer sign register* book* enrol*
absent: annul* desist* empech* absent* cancel*
office: word excel libreoffice openoffice onlyoffice powerpoint tableur* docx odt bureautique spreadsheet* writer calc
shared: nextcloud drive dropbox cloud nuage onedrive dossier* kdrive folder* files fichier* partag* share* pad pads framapad etherpad
graphics: gimp inkscape scribus canva photoshop affiche* flyer* logo* retouch* poster* krita audacity tract* plaquette*
manage: paheko galette dolibarr garradin assoconnect comptabilite comptes accounting bookkeeping ledger
linux: linux ubuntu mint emmabuntus windows xp reconditionn* zorin refurbished
machine: ordinateur* pc portable* tablette* imprimante* laptop* computer* tablet* imac device*
licence: licence* license* creative commons gpl copyright auteur* cc
libre: libre* opensource framasoft chatons proprietaire* libriste* open degoogl*
giants: google microsoft apple facebook meta amazon gafam whatsapp outlook gmail
danger: securi* pirat* hack* virus vpn wifi vole volee password* secure* stolen antivirus malware ransom* rancon*
fraud: arnaque* hamecon* phishing faux escro* frauduleu* scam* fake suspect*
secret: mot-de-passe passe motdepasse coffre bitwarden keepass code codes 2fa identifiant* login* credential* acces access
privacy: donnees rgpd cnil confidential* personnelles data gdpr privacy private consent*
keep: sauvegarde* archiv* conserv* copie* backup* disque restore* perdu perdre lost
tired: fatigue* stress* burn* deconnect* surcharg* epuis* soir tired overload* evening
grants: subvention* fdva fondation* mecenat grant grants foundation* funding sponsor*
ticket: billet* entrees spectacle* ticket* concert* gala loto
dues: cotis* adhesion* dues membership* subscription*
reward: contrepartie* recompense* cadeau* reward* perk* gift gifts
search: referenc* moteur* seo rank* search* introuvable
stats: statistique* visite* visiteur* matomo analytics audience* traffic visitor* stats indicateur* mesur* measure* bilan evaluat* evalu*
access-for-all: accessib* handicap* aveugle* malvoyant* sourd* contraste* rgaa blind deaf disab* dyslexi* sous-titr*
eco: ecolog* carbone empreinte* sobri* co2 leger carbon footprint green
notice: cookie* mentions bandeau notice imprint
write: ecri* redig* article* texte* actualite* news write* wrote post posts publi* rediger
letter: newsletter* lettre infolettre* brevo mailchimp mailing* email* mail mails courriel* spam* inbox boite
social: facebook instagram tiktok linkedin mastodon reseaux follower* abonnes social
chat: whatsapp signal discord slack mattermost telegram matrix messagerie* discussion* chat sms texto*
calendar: agenda* calendrier* planning* framadate doodle calendar* poll sondage* rota
tasks: tache* trello kanban projet* task* todo board
ideas: idees brainstorm* postit tableau carte-mentale mindmap miro whiteboard ideas
survey: questionnaire* enquete* avis formulaire* consult* survey* form forms opinion*
papers: papier* paperasse scanner scan numeris* classeur* document* paper* pdf sign* signature*
state: prefecture greffe siret rna insee dila service-public compteasso officiel* mairie townhall council
roadmap: transition strategie* feuille* etape* priorit* numerique* digital roadmap plan steps
fear: peur* crain* reticen* oppos* refus* contre mefi* afraid scared fear* against reluctan* 
helper: conseiller* accompagn* aide aider mediat* adviser* advisor* help mentor*
learn: apprendre debut* bases souris clavier tutoriel* tuto tutos learn* beginner* basics tutorial*
old: retraite* aine* age agee seniors ancien* vieux vieille elderly seniors older old
network: connexion* debit fibre 4g 5g adsl reseau zone wifi internet broadband signal
ai: ia chatgpt gpt mistral copilot gemini claude ai artificiel* artificial prompt*
person: humain* personne quelqu* human* person somebody someone
robot: robot* bot chatbot machine programme* assistant*
broken: marche panne plante plantage bug* bloque* casse* broken error erreur crash* fail*
left: parti partie demission* decede* left gone former quitt* leaving
`;

const byWord = new Map<string, string[]>();
const byPrefix = new Map<string, string[]>();
for (const line of lists.trim().split("\n")) {
  const [concept = "", words = ""] = line.split(": ");
  for (const word of words.trim().split(" ")) {
    const isPrefix = word.endsWith("*");
    const index = isPrefix ? byPrefix : byWord;
    const key = isPrefix ? word.slice(0, -1) : word;
    index.set(key, [...(index.get(key) ?? []), concept]);
  }
}

/** The domain ideas that a folded word carries; most words carry none. */
export function conceptsOf(word: string): string[] {
  const found = [...(byWord.get(word) ?? [])];
  for (let length = 3; length <= Math.min(word.length, 12); length += 1) {
    const more = byPrefix.get(word.slice(0, length));
    if (more !== undefined) found.push(...more);
  }
  return found;
}
