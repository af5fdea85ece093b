import { type CellOf, type CsvColumn, readHeader } from "./csv-columns.ts";
import { tableFields } from "./table-fields.ts";
import { tableTimes } from "./table-times.ts";
import { faulty, finishLine } from "./finish-line.ts";
import {
  type ImportDefaults,
  type ImportedLine,
  type ImportProblem,
  type ImportProblemKey,
  type ImportReading,
  problem,
} from "./import-reading.ts";
import { MOST_WORKSHOPS, readBytes } from "./read-bytes.ts";
import { splitTable, type TableRow } from "./split-table.ts";

/**
 * Workshops of a table (CSV, as spreadsheets save it), one a line: headers in French or English in any order,
 * a title and a day at least. Never throws.
 */
export function readCsv(bytes: Uint8Array, defaults: ImportDefaults): ImportReading {
  const file = readBytes(bytes);
  if (file.kind === "refused") return file;
  const table = splitTable(file.text);
  if (table.kind === "broken") return refused("import-table-broken", { line: table.line });
  const headers = table.rows.slice(0, MOST_ABOVE + 1).map(({ cells }) => readHeader(cells));
  const at = headers.findIndex(({ columns }) => isHeader(columns));
  const header = headers[at];
  if (!header)
    return refused("import-columns-missing", { found: list(table.rows[0]?.cells ?? []) });
  const { columns, ignored } = header;
  const rows = table.rows.slice(at + 1);
  if (rows.length > MOST_WORKSHOPS) {
    return refused("import-too-many-workshops", { most: MOST_WORKSHOPS });
  }
  const lines = rows.map((row) => readRow(row, columns, defaults));
  const notes =
    ignored.length > 0 ? [problem("import-columns-ignored", { columns: list(ignored) })] : [];
  return { kind: "read", lines, isWhole: true, notes };
}

/** Spreadsheets have a heading above their table, and a line or two of notes. */
const MOST_ABOVE = 4;

function isHeader(columns: ReadonlyMap<CsvColumn, number>): boolean {
  return columns.has("title") && (columns.has("date") || columns.has("start"));
}

function readRow(
  { line, cells }: TableRow,
  columns: ReadonlyMap<CsvColumn, number>,
  defaults: ImportDefaults,
): ImportedLine {
  const cellOf: CellOf = (column) => {
    const rank = columns.get(column);
    return rank === undefined ? undefined : (cells[rank] ?? "");
  };
  const externalId = cellOf("id") || undefined;
  const place = externalId === undefined ? { line } : { line, externalId };
  const times = tableTimes(cellOf, defaults);
  if (times.kind === "problem") return faulty(place, times.problem);
  const { fields, warnings, themeWords } = tableFields(cellOf, defaults);
  const all = { ...fields, ...times.fields };
  return finishLine(
    { place, fields: all, warnings: [...times.warnings, ...warnings], themeWords },
    defaults,
  );
}

function refused(key: ImportProblemKey, values: ImportProblem["values"]): ImportReading {
  return { kind: "refused", problem: problem(key, values) };
}

function list(cells: readonly string[]): string {
  return cells.slice(0, 20).join(", ").slice(0, 200);
}
