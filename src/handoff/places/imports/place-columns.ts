import { bareWords } from "../../../workshops/imports/clean-text.ts";

/**
 * Columns of the national schema of digital-mediation places that are read, with the names they had before.
 * Source: https://schema.data.gouv.fr/LaMednum/standard-mediation-num, versions 1 and later.
 */
const names = {
  id: [],
  nom: [],
  commune: [],
  code_postal: [],
  code_insee: ["insee"],
  adresse: [],
  complement_adresse: [],
  latitude: ["lat"],
  longitude: ["lon", "long", "lng"],
  typologie: ["typologies"],
  telephone: ["telephones"],
  courriels: ["courriel", "email", "emails"],
  site_web: ["site_internet"],
  horaires: ["horaires_ouverture"],
  presentation_resume: [],
  presentation_detail: [],
  source: [],
  itinerance: [],
  structure_parente: [],
  date_maj: ["date_modification"],
  services: [],
  publics_specifiquement_adresses: ["publics_accueillis", "publics"],
  prise_en_charge_specifique: [],
  frais_a_charge: ["conditions_acces"],
  dispositif_programmes_nationaux: ["labels_nationaux"],
  formations_labels: [],
  autres_formations_labels: ["labels_autres"],
  modalites_accompagnement: [],
  fiche_acces_libre: ["accessibilite"],
  prise_rdv: [],
} satisfies Readonly<Record<string, readonly string[]>>;

export type PlaceColumn = keyof typeof names;

/** The column a header names, whatever its capitals and accents; undefined for one we keep nothing of. */
export function placeColumn(header: string): PlaceColumn | undefined {
  return byName.get(bareWords(header));
}

function isColumn(name: string): name is PlaceColumn {
  return name in names;
}

const byName: ReadonlyMap<string, PlaceColumn> = new Map(
  Object.keys(names)
    .filter(isColumn)
    .flatMap((column) =>
      [column, ...names[column]].map((name) => [bareWords(name), column] as const),
    ),
);
