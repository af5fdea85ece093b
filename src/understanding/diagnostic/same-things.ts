/**
 * What a word stands for where brands, nicknames and the two languages name one thing ("zoom", "teams" and
 * "visio"; "bazar" and "vrac"); undefined for every other word.
 */
export function thingNamed(word: string): string | undefined {
  return things.get(word);
}

/** Each line is one thing; its first word stands for it. Only words that mean one thing in these answers. */
const things: ReadonlyMap<string, string> = new Map(
  `ordinateur ordinateurs ordi pc laptop laptops computer computers mac bureautique
  drive drives dropbox onedrive nextcloud kdrive icloud cloud sharepoint gdrive owncloud kdrive
  visio visios visioconference visioconferences zoom teams skype jitsi webex hangouts bbb bigbluebutton facetime
  pad pads framapad etherpad cryptpad gdoc gdocs
  whatsapp messenger telegram slack discord signal viber
  sms texto textos
  mail mails mel mels emailing courriel courriels
  excel tableur tableurs calc spreadsheet spreadsheets
  facebook instagram tiktok linkedin twitter snapchat youtube pinterest
  chatgpt gpt copilot gemini mistral perplexity openai
  paheko garradin dolibarr assoconnect yapla galette ebp ciel odoo sage
  salarie salaries salariee salariees employe employes employee employees staff
  sauvegarde sauvegardes sauvegarder sauvegarde copie copies backup backups
  catastrophe cata catastrophique disaster desastre galere panade
  range ranges rangee rangees classe classes classee classees tidy organise organised organises
  bazar vrac fouillis foutoir bordel desordre messy mess souk fatras foutraque
  site sites website websites web
  telephone telephones smartphone smartphones mobile mobiles phone phones
  calendrier calendriers planning plannings agenda agendas calendar
  charte chartes policy reglement
  semaine semaines hebdo hebdomadaire hebdomadaires week weeks weekly
  mois mensuel mensuelle mensuels mensuelles month months monthly
  an ans annee annees annuel annuelle year years yearly
  fouiller fouille fouillant farfouiller farfouillant fouiner fouinant digging dig
  affiche affiches flyer flyers tract tracts poster posters visuel visuels
  classeur classeurs binder binders trieur
  carton cartons boites boite boxes box caisse caisses
  armoire armoires placard placards cupboard tiroir tiroirs etagere etageres grenier cave garage
  sondage sondages framadate doodle poll polls survey surveys questionnaire questionnaires formulaire formulaires framaform
  abandonne abandon abandoned delaisse
  gratuit gratuits gratuite gratuites gratos free
  courrier courriers poste lettre lettres postal letter letters
  livret livrets guide guides booklet handbook manuel kit
  cahier cahiers carnet carnets notebook registre
  noye noyes submerge submerges deborde debordes drowning overwhelmed
  helloasso paypal sumup lydia stripe leetchi
  bitwarden keepass keepassxc lastpass dashlane 1password vaultwarden
  gere gerer gerent occupe occuper occupent charge
  reflechi reflechir reflechit penche pencher
  phishing hameconnage arnaque arnaques scam scams escroquerie escroqueries`
    .split("\n")
    .flatMap((line) => {
      const [name = "", ...others] = line.trim().split(" ");
      return [name, ...others].map((word) => [word, name] as const);
    }),
);
