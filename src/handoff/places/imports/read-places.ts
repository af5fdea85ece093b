import type { Place } from "../../../model/directory.ts";
import { listIn, isRecord, type JsonRecord } from "../../../workshops/imports/json-values.ts";
import type { ImportProblem } from "../../../workshops/imports/import-reading.ts";
import { readBytes } from "../../../workshops/imports/read-bytes.ts";
import { splitTable } from "../../../workshops/imports/split-table.ts";
import { placeColumn, type PlaceColumn } from "./place-columns.ts";
import { type PlaceFault, readPlace } from "./read-place.ts";

/** A line of public data, read. */
export type PlaceLine = {
  /** In the file, from 1; of JSON, the rank of the place. */
  readonly line: number;
} & (
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "faulty"; readonly faults: readonly PlaceFault[] }
  /** The same id stands on an earlier line. */
  | { readonly kind: "twice"; readonly before: number }
);

/** What became of a file of public data. */
export type PlacesReading =
  | {
      readonly kind: "read";
      readonly lines: readonly PlaceLine[];
      /** Columns of which nothing is kept. */
      readonly ignored: readonly string[];
    }
  /** Too big, or no text: see the phrase of the problem. */
  | { readonly kind: "refused"; readonly problem: ImportProblem }
  | { readonly kind: "broken"; readonly line: number }
  /** No column `id` or `nom`: it is another kind of file. */
  | { readonly kind: "other-schema"; readonly columns: readonly string[] };

/** Reads places in the national schema, from a table (CSV) or a list (JSON). Never throws. */
export function readPlaces(bytes: Uint8Array): PlacesReading {
  const file = readBytes(bytes);
  if (file.kind === "refused") return file;
  const text = file.text.replace(/^\ufeff/u, "");
  return /^\s*[[{]/u.test(text) ? readList(text) : readTable(text);
}

function readTable(text: string): PlacesReading {
  const table = splitTable(text);
  if (table.kind === "broken") return table;
  const [header, ...rows] = table.rows;
  const columns = header?.cells ?? [];
  const ranks = new Map<PlaceColumn, number>();
  for (const [rank, cell] of columns.entries()) {
    const column = placeColumn(cell);
    if (column && !ranks.has(column)) ranks.set(column, rank);
  }
  return finish(
    columns,
    rows.map(({ line, cells }) => ({
      line,
      cell: (column: PlaceColumn) => {
        const rank = ranks.get(column);
        return rank === undefined ? "" : (cells[rank] ?? "");
      },
    })),
  );
}

function readList(text: string): PlacesReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "broken", line: 1 };
  }
  const list: readonly unknown[] = Array.isArray(json)
    ? json
    : listIn(isRecord(json) ? json : {}, "data");
  const records = list.filter(isRecord);
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return finish(
    columns,
    records.map((record, rank) => ({ line: rank + 1, cell: cellOf(record) })),
  );
}

function cellOf(record: JsonRecord): (column: PlaceColumn) => string {
  const said = new Map(
    Object.entries(record).map(([name, value]) => [placeColumn(name), sayValue(value)] as const),
  );
  return (column) => said.get(column) ?? "";
}

function sayValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(sayValue).join("|");
  return typeof value === "string" || typeof value === "number" || value === true
    ? String(value)
    : "";
}

function finish(
  columns: readonly string[],
  rows: readonly { readonly line: number; readonly cell: (column: PlaceColumn) => string }[],
): PlacesReading {
  const known = new Set(columns.map(placeColumn));
  if (!known.has("id") || !known.has("nom")) return { kind: "other-schema", columns };
  const seen = new Map<string, number>();
  const lines = rows.map(({ line, cell }): PlaceLine => {
    const read = readPlace(cell);
    if (read.kind === "faulty") return { line, ...read };
    const before = seen.get(read.place.id);
    if (before !== undefined) return { line, kind: "twice", before };
    seen.set(read.place.id, line);
    return { line, ...read };
  });
  const ignored = columns.filter((name) => name.trim() !== "" && !placeColumn(name));
  return { kind: "read", lines, ignored };
}
