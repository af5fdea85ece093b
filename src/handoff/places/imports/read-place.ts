import type { Network, Place } from "../../../model/directory.ts";
import { territoryOfPostcode } from "../../../model/territories.ts";
import { cleanLine } from "../../../workshops/imports/clean-text.ts";
import { readDay } from "../../../workshops/imports/read-day.ts";
import type { PlaceColumn } from "./place-columns.ts";
import { readPhone } from "./read-phone.ts";

/** What a line says in a column; empty where it says nothing. A list is parted by `|`. */
export type PlaceCell = (column: PlaceColumn) => string;

/** Why a line is no place. */
export interface PlaceFault {
  readonly column: PlaceColumn;
  /** What it says there; empty when it is missing. */
  readonly text: string;
}

/** A line of public data as a place, or everything that keeps it from being one. */
export type PlaceReading =
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "faulty"; readonly faults: readonly PlaceFault[] };

/** Reads a line of the national schema. What is ours (network, themes, help for associations) is a first guess. */
export function readPlace(cell: PlaceCell): PlaceReading {
  const line = (column: PlaceColumn) => cleanLine(cell(column));
  const isItinerant = /itin[eé]rant/i.test(cell("itinerance")) || line("itinerance") === "true";
  const postcode = line("code_postal").padStart(5, "0");
  const updated = dayIn(line("date_maj"));
  const needed: readonly PlaceColumn[] = isItinerant
    ? ["id", "nom", "commune"]
    : ["id", "nom", "commune", "adresse"];
  const faults = needed
    .filter((column) => line(column) === "")
    .map((column): PlaceFault => ({ column, text: "" }));
  if (!territoryOfPostcode(postcode)) {
    faults.push({ column: "code_postal", text: line("code_postal") });
  }
  if (updated === undefined || faults.length > 0) {
    const undated: PlaceFault = { column: "date_maj", text: line("date_maj") };
    return { kind: "faulty", faults: updated === undefined ? [...faults, undated] : faults };
  }
  const address = [line("adresse"), line("complement_adresse")].filter((part) => part !== "");
  const typologies = listIn(cell("typologie"));
  const labels = [
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
  ] as const;
  const network = networksOf(
    typologies,
    labels.flatMap((column) => listIn(cell(column))),
  );
  const ways = listIn(cell("modalites_accompagnement"));
  const place: Place = {
    id: line("id"),
    name: line("nom"),
    town: line("commune"),
    postcode,
    inseeCode: line("code_insee")
      .padStart(5, "0")
      .match(/^[\dAB]{5}$/)?.[0],
    address: address.join(", "),
    ...pointIn(line("latitude"), line("longitude")),
    phones: listIn(cell("telephone")).map(readPhone),
    emails: listIn(cell("courriels")).filter((email) => /^[^\s@]+@[^\s@]+$/.test(email)),
    sites: listIn(cell("site_web")).flatMap((site) => linkIn(site) ?? []),
    updated,
    booking: linkIn(line("prise_rdv")),
    summary: summaryOf(line("presentation_resume") || line("presentation_detail")),
    typologies,
    isItinerant,
    services: listIn(cell("services")),
    audiences: listIn(cell("publics_specifiquement_adresses")),
    ways,
    costs: listIn(cell("frais_a_charge")),
    languages: listIn(cell("prise_en_charge_specifique")).flatMap(languageIn),
    accessibility: line("fiche_acces_libre") || undefined,
    openingHours: line("horaires") || undefined,
    parent: line("structure_parente") || undefined,
    source: line("source") || undefined,
    network,
    themes: [],
    helpsAssociations: network.includes("pana"),
    helpsRemotely: ways.some((way) => /distance/i.test(way)),
  };
  return { kind: "place", place };
}

/** `|` parts a list, and `;` in the oldest files; a comma may stand inside a value. */
function listIn(cell: string): readonly string[] {
  const parts = cell.split(cell.includes("|") ? "|" : ";").map(cleanLine);
  return [...new Set(parts.filter((part) => part !== ""))];
}

function dayIn(text: string): string | undefined {
  const moment = /^\d{4}-\d{2}-\d{2}(?=T)/.exec(text)?.[0];
  const read = readDay(moment ?? text);
  return read.kind === "day" ? read.day : undefined;
}

function pointIn(
  latitudeText: string,
  longitudeText: string,
): Pick<Place, "latitude" | "longitude"> {
  const [latitude, longitude] = [latitudeText, longitudeText].map((text) =>
    /^[+-]?\d{1,3}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined,
  );
  if (latitude === undefined || longitude === undefined) return {};
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : {};
}

function linkIn(text: string): string | undefined {
  const address = /^www\./i.test(text) ? `https://${text}` : text;
  return /^https?:\/\/[^\s<>]+$/i.test(address) ? address : undefined;
}

/** Longer than that is not read on a telephone. */
const MOST_SUMMARY = 280;

function summaryOf(text: string): string | undefined {
  if (text === "") return undefined;
  return text.length > MOST_SUMMARY ? `${text.slice(0, MOST_SUMMARY - 1)}…` : text;
}

/** "Langues étrangères (anglais)" is `anglais`. */
function languageIn(care: string): readonly string[] {
  const language = /^langues? étrangères? \((?<language>[^()]+)\)$/i.exec(care)?.groups?.[
    "language"
  ];
  return language === undefined ? [] : [language];
}

function networksOf(typologies: readonly string[], labels: readonly string[]): readonly Network[] {
  const isPana = labels.some((label) => /\bpana\b|num[eé]rique associatif/i.test(label));
  return [
    ...(typologies.includes("EPN") ? ["epn" as const] : []),
    ...(isPana ? ["pana" as const] : []),
  ];
}
