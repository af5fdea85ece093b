import type {
  TwoLanguages,
  Workshop,
  WorkshopPlace,
  WorkshopRegistration,
} from "../../model/workshop.ts";
import type { ImportDefaults, ImportedFields } from "./import-reading.ts";
import { isRecord, type JsonRecord, listIn, recordIn, textIn } from "./json-values.ts";
import { readPrice } from "./read-price.ts";
import { readRegistration } from "./read-registration.ts";

/** Words for the accessibility codes of OpenAgenda: hi, vi, pi, mi, ii. */
export interface AgendaWords {
  readonly accessibility: ReadonlyMap<string, string>;
}

/** All an event tells but its slots. */
export interface AgendaFields {
  readonly fields: Omit<ImportedFields, "localStart" | "localEnd" | "timeZone">;
  readonly themeWords: readonly string[];
}

/** Reads an event; parts of another shape than documented are left out. */
export function agendaFields(
  event: JsonRecord,
  defaults: ImportDefaults,
  words: AgendaWords,
): AgendaFields {
  const conditions = twoIn(event, "conditions");
  const price = conditions && readPrice(conditions.fr);
  const codes = Object.entries(recordIn(event, "accessibility")).filter(
    ([, value]) => value === true,
  );
  const fields: AgendaFields["fields"] = {
    title: twoIn(event, "title") ?? { fr: "" },
    summary: twoIn(event, "description"),
    description: withConditions(twoIn(event, "longDescription"), price ? undefined : conditions),
    status: statuses.get(event["status"]) ?? "scheduled",
    mode: modes.get(event["attendanceMode"] ?? 0),
    place: placeOf(recordIn(event, "location")),
    joinUrl: textIn(event, "onlineAccessLink"),
    price,
    registration: registrationOf(listIn(event, "registration")),
    accessibility: codes.map(([code]) => words.accessibility.get(code) ?? code),
    territories: defaults.territories,
    language: defaults.language,
  };
  return { fields, themeWords: keywordsOf(event) };
}

/** The documentation says 0 is the default, and lists 1 to 3. */
const modes: ReadonlyMap<unknown, Workshop["mode"]> = new Map([
  [0, "on-site"],
  [1, "on-site"],
  [2, "online"],
  [3, "both"],
]);

/** 5 is full, which is counted here. */
const statuses: ReadonlyMap<unknown, Workshop["status"]> = new Map([
  [1, "scheduled"],
  [2, "moved"],
  [3, "moved-online"],
  [4, "postponed"],
  [5, "scheduled"],
  [6, "cancelled"],
]);

function twoIn(event: JsonRecord, name: string): TwoLanguages | undefined {
  const plain = textIn(event, name);
  if (plain !== undefined) return { fr: plain };
  const [fr, en] = [textIn(recordIn(event, name), "fr"), textIn(recordIn(event, name), "en")];
  if (fr === undefined) return en === undefined ? undefined : { fr: en, en };
  return en === undefined ? { fr } : { fr, en };
}

/** Conditions that are no price are told with the rest. */
function withConditions(
  text: TwoLanguages | undefined,
  conditions: TwoLanguages | undefined,
): TwoLanguages | undefined {
  if (conditions === undefined || text === undefined) return text ?? conditions;
  const fr = `${text.fr}\n\n${conditions.fr}`;
  return text.en === undefined
    ? { fr }
    : { fr, en: `${text.en}\n\n${conditions.en ?? conditions.fr}` };
}

function placeOf(location: JsonRecord): WorkshopPlace | undefined {
  const name = textIn(location, "name") ?? textIn(location, "address");
  if (name === undefined) return undefined;
  return {
    name,
    address: textIn(location, "address"),
    postcode: textIn(location, "postalCode"),
    town: textIn(location, "city"),
    access: textIn(recordIn(location, "access"), "fr"),
  };
}

/** Written as plain texts, read as objects with a type and a value; a link before an address or a number. */
function registrationOf(entries: readonly unknown[]): WorkshopRegistration | undefined {
  const found = entries
    .map((entry) => (isRecord(entry) ? textIn(entry, "value") : entry))
    .filter((entry) => typeof entry === "string")
    .map(readRegistration);
  return (["link", "mail", "phone"] as const)
    .map((by) => found.find((one) => one?.by === by))
    .find((one) => one !== undefined);
}

function keywordsOf(event: JsonRecord): readonly string[] {
  const keywords = event["keywords"];
  const french = isRecord(keywords) ? keywords["fr"] : keywords;
  if (typeof french === "string") return french.split(/[,;]/u);
  return Array.isArray(french) ? french.filter((word) => typeof word === "string") : [];
}
