import { draftFields, type DraftField } from "../model/workshop-draft.ts";
import { foldText } from "./fold-text.ts";

/** A field a text names, and what it says of it, as it was written. */
export interface LabelledField {
  readonly field: DraftField;
  readonly value: string;
}

/** What coordinators call each field, folded, in both languages. */
const names: Readonly<Record<DraftField, readonly string[]>> = {
  title: ["titre", "nom", "intitule", "title", "name"],
  when: [
    "date",
    "quand",
    "jour",
    "heure",
    "horaire",
    "horaires",
    "when",
    "day",
    "time",
    "date et heure",
  ],
  where: [
    "lieu",
    "ou",
    "adresse",
    "endroit",
    "salle",
    "place",
    "where",
    "location",
    "address",
    "venue",
  ],
  link: ["lien", "visio", "lien de connexion", "link", "url", "meeting link"],
  price: ["prix", "tarif", "cout", "price", "cost", "fee"],
  capacity: ["places", "nombre de places", "jauge", "seats", "capacity", "number of seats"],
  partners: ["partenaires", "partenaire", "avec", "partners", "partner", "with"],
  summary: ["resume", "description", "presentation", "en une phrase", "summary", "about"],
  audience: ["public", "pour qui", "niveau", "audience", "for whom", "level", "for"],
  bring: ["apporter", "a apporter", "materiel", "bring", "to bring", "what to bring"],
  accessibility: ["accessibilite", "acces", "accessibility", "access"],
  themes: ["themes", "theme", "sujet", "topics", "topic"],
  "english-title": ["titre en anglais", "titre anglais", "english title", "title in english"],
  "english-summary": [
    "resume en anglais",
    "resume anglais",
    "english summary",
    "summary in english",
  ],
  territories: [
    "territoires",
    "territoire",
    "departement",
    "departements",
    "territory",
    "territories",
    "area",
  ],
};

const articles =
  /^(?:(?:corriger|corrige|changer|change|modifier|modifie|mets|mettre|correct|edit|set) )?(?:le |la |les |l'|the |my )?/u;

/** Which field a short text names: "le lieu", "corriger la date", "seats". */
export function readFieldName(text: string): DraftField | undefined {
  const said = foldText(text)
    .replaceAll(/[.!?]+$/gu, "")
    .trim()
    .replace(articles, "");
  return draftFields.find((field) => names[field].includes(said));
}

/** Reads "Lieu : La Chesnaie"; undefined when no field is named before a colon. */
export function readLabelledField(text: string): LabelledField | undefined {
  const match = /^([^:：]{2,30})[:：](?!\/\/)\s*([\s\S]+)$/u.exec(text.trim());
  const [, label = "", value = ""] = match ?? [];
  const field =
    label === "" ? undefined : readFieldName(label.replaceAll(/^[\s*_•-]+|[\s*_]+$/gu, ""));
  const plain = value.replaceAll(/^[\s*_]+/gu, "").trim();
  return field === undefined || plain === "" ? undefined : { field, value: plain };
}

/** Whether a field is left as it is: "passer", "skip", "je ne sais pas". */
export function saysSkip(text: string): boolean {
  const said = foldText(text)
    .replaceAll(/[^\p{L}\p{N}' ]+/gu, "")
    .replaceAll(/ +/gu, " ")
    .replaceAll(
      /^(?:ben|bah|euh|bof|ah|oh|well|um) | (?:merci|svp|stp|please|thanks|desolee?)$/gu,
      "",
    )
    .trim();
  return skips.has(said);
}

const skips: ReadonlySet<string> = new Set(
  `passer, passe, passez, on passe, je passe, passons, suivant, suivante, sauter, saute, skip, skip it, skip this,
  next, pass, rien, rien de special, rien a apporter, rien du tout, aucun, aucune, aucuns, none, nothing, nobody,
  personne, sans, neant, non, nan, no, nope, pas de, pas du tout, aucune idee, pas d'idee, pas didee, aucun souci,
  no idea, je ne sais pas, je ne sais pas encore, je sais pas, jsais pas, j'sais pas, chais pas, sais pas, ne sais pas,
  on ne sait pas, on sait pas, on verra, plus tard, pas encore, i don't know, i dont know, i do not know,
  don't know, dont know, dunno, not sure, later, n/a, na, no thanks, non merci`
    .split(",")
    .map((words) => words.trim().replaceAll(/\s+/gu, " ")),
);

/** Reads "places 15", "prix 5 €": a field by its name alone, then what it is to be; undefined for anything else. */
export function readBareField(text: string): LabelledField | undefined {
  const words = text.trim().split(/\s+/u);
  for (const count of [3, 2, 1]) {
    const name = words.slice(0, count).join(" ");
    const value = words
      .slice(count)
      .join(" ")
      .replace(/^(?:[:=]|à|a|en|par|to|with|by|is|est)\s+/iu, "");
    const field = value === "" ? undefined : readFieldName(name);
    if (field !== undefined) return { field, value };
  }
  return undefined;
}
