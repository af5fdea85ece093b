import type {
  TwoLanguages,
  Workshop,
  WorkshopPlace,
  WorkshopRegistration,
} from "../../model/workshop.ts";
import { bareWords } from "./clean-text.ts";
import type { CellOf, CsvColumn } from "./csv-columns.ts";
import {
  type ImportDefaults,
  type ImportedFields,
  type ImportProblem,
  problem,
} from "./import-reading.ts";
import { readPrice } from "./read-price.ts";
import { readRegistration } from "./read-registration.ts";
import { levelWords, modeWords, statusWords } from "./table-words.ts";

const byUs: WorkshopRegistration = { by: "bot" };

/** All a line of a table tells but its times. */
export interface TableFields {
  readonly fields: Omit<ImportedFields, "localStart" | "localEnd" | "timeZone">;
  readonly warnings: readonly ImportProblem[];
  readonly themeWords: readonly string[];
}

/** Reads every column but those of times; a cell that makes no sense is left out, with a warning. */
export function tableFields(cellOf: CellOf, defaults: ImportDefaults): TableFields {
  const warnings: ImportProblem[] = [];
  const read = <Value>(
    column: CsvColumn,
    reader: (cell: string) => Value | undefined,
  ): Value | undefined => {
    const cell = cellOf(column) ?? "";
    const value = cell === "" ? undefined : reader(cell);
    if (value === undefined && cell !== "") {
      warnings.push(problem("import-value-unread", { text: cell.slice(0, 60) }));
    }
    return value;
  };
  const themeWords = wordsOf(cellOf("themes") ?? "");
  const known = new Set(defaults.themes.flatMap(({ id, names }) => [id, ...names]).map(bareWords));
  for (const theme of themeWords.filter((word) => !known.has(bareWords(word)))) {
    warnings.push(problem("import-theme-unknown", { text: theme.slice(0, 60) }));
  }
  const language = bareWords(cellOf("language") ?? "");
  const territories = wordsOf(cellOf("territories") ?? "");
  const capacity = read("capacity", seats);
  // Seats that are counted are ours to give, unless the table sends people elsewhere.
  const ours = capacity !== undefined && cellOf("registration") === "" ? byUs : undefined;
  // Each named as its column.
  const told = {
    summary: read("summary", (cell) => inBoth(cell, cellOf("summaryEn"))),
    description: read("description", (cell) => inBoth(cell, cellOf("descriptionEn"))),
    level: read("level", (cell) => levelWords.get(bareWords(cell))),
    mode: read("mode", (cell) => modeWords.get(bareWords(cell))),
    joinUrl: read("joinUrl", same),
    joinSecret: read("joinSecret", same),
    phone: read("phone", same),
    host: read("host", same),
    partners: read("partners", wordsOf) ?? [],
    contact: read("contact", same),
    audience: read("audience", french),
    prerequisites: read("prerequisites", french),
    bring: read("bring", french),
    capacity,
    price: read("price", readPrice),
    registration: read("registration", readRegistration) ?? ours,
    accessibility: read("accessibility", wordsOf) ?? [],
  } satisfies { readonly [name in CsvColumn & keyof Workshop]?: Workshop[name] };
  const fields: TableFields["fields"] = {
    ...spokenOf(told, cellOf),
    ...placeField(cellOf),
    title: inBoth(cellOf("title") ?? "", cellOf("titleEn")),
    status: statusWords.get(bareWords(cellOf("status") ?? "")) ?? "scheduled",
    territories: territories.length > 0 ? territories : defaults.territories,
    language: languageWords.get(language) ?? defaults.language,
  };
  return { fields, warnings, themeWords };
}

/** Only what the table has a column for: an empty cell says there is none, no column says nothing. */
function spokenOf(
  told: Partial<ImportedFields>,
  cellOf: CellOf,
): Partial<Omit<ImportedFields, "title" | "status">> {
  const isColumn = (name: string): name is CsvColumn => name in told;
  return Object.fromEntries(
    Object.entries(told).filter(([name]) => isColumn(name) && cellOf(name) !== undefined),
  );
}

function same(cell: string): string {
  return cell;
}

function french(cell: string): TwoLanguages {
  return { fr: cell };
}

const languageWords: ReadonlyMap<string, string> = new Map([
  ...["fr", "francais", "french"].map((word) => [word, "fr"] as const),
  ...["en", "anglais", "english"].map((word) => [word, "en"] as const),
]);

function inBoth(fr: string, en: string | undefined): TwoLanguages {
  return en === undefined || en === "" ? { fr } : { fr, en };
}

function wordsOf(cell: string): readonly string[] {
  return cell
    .split(/[,;|/\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function seats(cell: string): number | undefined {
  const count = /^(\d{1,5})(?: places?| seats?)?$/iu.exec(cell)?.[1];
  return count === undefined ? undefined : Number(count);
}

function placeField(cellOf: CellOf): { readonly place?: WorkshopPlace | undefined } {
  const parts = (["place", "address", "postcode", "town", "access"] as const).map(cellOf);
  if (parts.every((part) => part === undefined)) return {};
  const [name, address, postcode, town, access] = parts.map((part) => part || undefined);
  const itsName = name ?? address ?? town;
  return {
    place: itsName === undefined ? undefined : { name: itsName, address, postcode, town, access },
  };
}
