import { bareWords } from "./clean-text.ts";

/** What a column of a table tells. */
export type CsvColumn = keyof typeof headers;

/** The cells of a line by column; undefined where the table has no such column, empty where nothing is said. */
export type CellOf = (column: CsvColumn) => string | undefined;

/**
 * The headers known, in French and in English, as `headerWords` leaves them: those that tell most first, for
 * tables where several columns could be meant ("Jour" beside "Date").
 */
const headers = {
  title:
    "titre|titre fr|intitule|atelier|nom|evenement|libelle|designation|activite|objet|sujet|rencontre|formation|quoi|title|workshop|name|event|subject|what",
  titleEn: "titre en|titre anglais|title en|english title",
  summary:
    "resume|resume fr|chapo|accroche|description courte|en bref|en quelques mots|summary|short description",
  summaryEn: "resume en|resume anglais|summary en|english summary",
  description:
    "description|description fr|description longue|descriptif|presentation|contenu|programme|detail|details|commentaire|commentaires|remarque|remarques|observations|infos|informations|notes|long description",
  descriptionEn: "description en|description anglais|description anglaise|english description",
  themes:
    "theme|themes|thematique|thematiques|categorie|categories|domaine|domaines|rubrique|mots cles|etiquettes|category|topic|topics|tags",
  level: "niveau|level",
  date: "date|date debut|dates|date et heure|date heure|date et heure debut|date et horaire|date et horaires|date horaire|date horaires|jour et heure|jour et horaire|quand|debut le|jour|le|start date|date and time|when|day",
  start:
    "heure|heure debut|heures|horaire|horaires|horaire debut|creneau|creneau horaire|creneaux|plage horaire|quelle heure|debut|start time|start|time|hours",
  endDate: "date fin|fin le|end date",
  end: "heure fin|horaire fin|fin|end time|end",
  duration: "duree|duration|length",
  zone: "fuseau|fuseau horaire|zone|timezone|time zone",
  mode: "mode|format|modalite|modalites|presentiel ou distanciel|presentiel distanciel|presentiel ou visio|attendance",
  place: "lieu|nom lieu|lieu rendez vous|lieu rdv|salle|endroit|ou|place|venue|location|room|where",
  address: "adresse|adresse postale|adresse complete|adresse lieu|rue|address|street",
  postcode: "code postal|cp|postcode|postal code|zip|zip code",
  town: "ville|commune|localite|town|city",
  access: "acces|acces lieu|access",
  joinUrl:
    "lien|lien visio|visio|lien visioconference|lien connexion|lien zoom|lien bbb|lien jitsi|url|link|join link|meeting link",
  joinSecret: "lien prive|lien reserve|lien reserve inscrits|private link",
  phone: "telephone|tel|numero telephone|phone",
  host: "animateur|animatrice|animateurs|animateur trice|animation|anime par|intervenant|intervenante|intervenants|intervenant e|formateur|formatrice|avec qui|host|speaker|facilitator",
  partners: "partenaire|partenaires|partner|partners",
  contact:
    "contact|contacts|courriel|email|e mail|mail|adresse mail|adresse e mail|mail contact|email contact|personne contacter|renseignements|referent|referente|responsable",
  audience:
    "public|publics|pour qui|public vise|public cible|public concerne|destinataires|audience",
  prerequisites: "prerequis|pre requis|prerequisites",
  bring: "apporter|materiel|materiel apporter|prevoir|bring|to bring",
  territories: "territoire|territoires|departement|departements|territory|territories",
  capacity:
    "places|nombre places|nb places|nbre places|places disponibles|places max|nombre max|nombre participants|nombre max participants|nombre maximum participants|nb max participants|nb participants max|participants max|capacite|capacite max|capacite accueil|jauge|jauge max|effectif max|seats|capacity",
  price:
    "prix|tarif|tarifs|cout|montant|participation|participation financiere|participation demandee|price|cost|fee",
  registration:
    "inscription|inscriptions|lien inscription|lien vers inscription|modalites inscription|comment s inscrire|billetterie|lien billetterie|registration|sign up|signup",
  accessibility: "accessibilite|accessibility",
  language: "langue|language",
  id: "id|identifiant|uid|reference|ref|external id",
  status: "statut|etat|status",
} as const;

/** The columns of a header line. */
export interface CsvHeader {
  /** By their rank in a line, from 0. */
  readonly columns: ReadonlyMap<CsvColumn, number>;
  /** Headers that mean nothing to us, or less than another of the same column. */
  readonly ignored: readonly string[];
}

/** Knows the columns by their headers, in any order, with or without accents and capitals. */
export function readHeader(cells: readonly string[]): CsvHeader {
  const found = cells.map((cell) => columnByHeader.get(headerWords(cell)));
  const columns = new Map<CsvColumn, number>();
  for (const [rank, one] of found.entries()) {
    const before = one && found[columns.get(one.column) ?? rank];
    if (one && (!columns.has(one.column) || (before && one.order < before.order))) {
      columns.set(one.column, rank);
    }
  }
  const ranks = new Set(columns.values());
  const ignored = cells.filter((cell, rank) => cell.trim() !== "" && !ranks.has(rank));
  return { columns, ignored: ignored.map((cell) => cell.trim()) };
}

/** What a header is known by: "Date de l'atelier * (jj/mm/aaaa)" is `date`, "Nom de l'évènement" is `nom`. */
function headerWords(cell: string): string {
  const words = bareWords(cell.replaceAll(/\([^)]*\)/gu, " ")).split(" ");
  const telling = words.filter((word) => !small.has(word));
  const named = telling.filter((word) => !what.has(word));
  const kept = [named, telling, words].find(({ length }) => length > 0);
  return (kept ?? []).join(" ");
}

const small = new Set("a au aux d de des du l la le les notre nos un une of the your".split(" "));

/** What every column of such a table is about. */
const what = new Set(
  "activite activites animation atelier ateliers campagne evenement evenements event formation rencontre seance session workshop".split(
    " ",
  ),
);

const columnByHeader: ReadonlyMap<string, { readonly column: CsvColumn; readonly order: number }> =
  new Map(
    names().flatMap((column) =>
      headers[column].split("|").map((header, order) => [header, { column, order }] as const),
    ),
  );

function names(): readonly CsvColumn[] {
  const isColumn = (name: string): name is CsvColumn => name in headers;
  return Object.keys(headers).filter(isColumn);
}
