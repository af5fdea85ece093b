import { CsvError, parse } from "csv-parse/sync";

/** One line of a table. */
export interface TableRow {
  /** In the file, from 1: the last one, when a cell runs over several. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The lines of a table that hold something, or the one where its quotes go wrong. */
export type Table =
  | { readonly kind: "rows"; readonly rows: readonly TableRow[] }
  | { readonly kind: "broken"; readonly line: number };

/**
 * Cuts a table into cells, at the separator its first line has most of: semicolon, comma or tab. Formulas of
 * a spreadsheet are made harmless text.
 */
export function splitTable(text: string): Table {
  const told = /^\ufeff?sep=(.)\r?\n/iu.exec(text);
  const start = told?.[0].length ?? 0;
  const body = text.slice(start);
  const linesBefore = start > 0 ? 1 : 0;
  const rows: TableRow[] = [];
  try {
    parse(body, {
      bom: true,
      delimiter: told?.[1] ?? separatorOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (cells: unknown, { lines }) => {
        if (Array.isArray(cells))
          rows.push({ line: lines + linesBefore, cells: cells.map(cellOf) });
        // Kept here: nothing to gather a second time.
        return null;
      },
    });
  } catch (error) {
    const line =
      error instanceof CsvError && typeof error["lines"] === "number" ? error["lines"] : 1;
    return { kind: "broken", line: line + linesBefore };
  }
  return { kind: "rows", rows: rows.filter(({ cells }) => cells.some((cell) => cell !== "")) };
}

/** Of a cell; more than any text we keep. */
const MOST_CHARACTERS = 10_000;

const separators = [";", ",", "\t"];

function separatorOf(text: string): string {
  const first = text.split(/\r\n|\r|\n/u).find((line) => line.trim() !== "") ?? "";
  const bare = first.replaceAll(/"[^"]*"/gu, "");
  const counts = separators.map((separator) => bare.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ";";
}

/** A formula loses what makes it one; a telephone number and a dash in front of words are no formulas. */
function cellOf(cell: unknown): string {
  const text = String(cell).trim().slice(0, MOST_CHARACTERS);
  const asText = /^="([^"]*)"$/u.exec(text)?.[1];
  if (asText !== undefined) return cellOf(asText);
  if (/^[+-][\s\d.,()]*$/u.test(text) || /^-\s/u.test(text)) return text;
  return text.replace(/^[=@+\-|\s]+/u, "");
}
