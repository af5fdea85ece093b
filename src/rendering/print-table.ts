import type { ReportBlock } from "../ports/picture-maker.ts";
import { ink, LINE, shade, type Part, type Sheet } from "./sheet.ts";
import type { StyledLine } from "./styled-lines.ts";

type Table = Extract<ReportBlock, { kind: "table" }>;

const SIZE = 10;
const PADDING = 4;
const LINE_HEIGHT = SIZE * LINE;
/** Room to write in with a pen. */
const LEAST_ROW = 2 * PADDING + LINE_HEIGHT;

/** A cell that is placed across; its lines are placed down as its row is. */
interface Cell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly StyledLine[];
}

/**
 * Prints a table. A row that does not fit below goes to the next page whole, under the titles of the columns
 * again; only one that no page can hold is cut, between lines.
 */
export function printTable({ columns, rows }: Table, sheet: Sheet): void {
  const spans = spansOf(columns, sheet);
  const cellsOf = (texts: readonly string[]) =>
    spans.map((span, index): Cell => {
      const text = texts[index] ?? "";
      return { ...span, lines: sheet.lines(text, span.width - 2 * PADDING, SIZE) };
    });
  const titles = cellsOf(columns.map(({ title }) => `**${title}**`));
  const table = sheet.part("Table");
  const least = Math.min(...rows.map((row) => heightOf(cellsOf(row))), sheet.room);
  sheet.need(heightOf(titles) + least);
  printTitles(titles, sheet, table);
  for (const texts of rows) {
    const row = sheet.part("TR", table);
    const parts = spans.map(() => sheet.part("TD", row));
    printRow({ cells: cellsOf(texts), parts, titles }, sheet);
    row.end();
  }
  table.end();
  sheet.goDown(8);
}

function spansOf(columns: Table["columns"], sheet: Sheet) {
  let x = sheet.left;
  return columns.map(({ width: share }) => {
    const span = { x, width: share * sheet.width };
    x += span.width;
    return span;
  });
}

/** The titles; without a table, those that are said again at the top of a page. */
function printTitles(titles: readonly Cell[], sheet: Sheet, table?: Part): void {
  const height = heightOf(titles);
  const [first] = titles;
  if (!first) return;
  const width = titles.reduce((sum, cell) => sum + cell.width, 0);
  sheet.decorate((document) => {
    document.rect(first.x, sheet.y, width, height).fill(shade);
  });
  const row = table && sheet.part("TR", table);
  for (const cell of titles) {
    const write = () => {
      writeCell(cell.lines, cell, sheet);
    };
    if (row) sheet.draw(sheet.part("TH", row, { scope: "Column" }), "TH", write);
    else sheet.decorate(write);
  }
  row?.end();
  frame(titles, height, sheet);
  sheet.goDown(height);
}

/** A row on its way: what of it is not printed yet. */
interface RowOnWay {
  readonly cells: readonly Cell[];
  readonly parts: readonly Part[];
  readonly titles: readonly Cell[];
}

function printRow({ cells, parts, titles }: RowOnWay, sheet: Sheet): void {
  let rest = cells;
  let height = heightOf(rest);
  if (height > sheet.room) {
    sheet.startPage();
    printTitles(titles, sheet);
  }
  while (height > sheet.room) {
    const fitting = Math.max(1, Math.floor((sheet.room - 2 * PADDING) / LINE_HEIGHT));
    writeRow(
      rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fitting) })),
      parts,
      sheet,
    );
    rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(fitting) }));
    height = heightOf(rest);
    sheet.startPage();
    printTitles(titles, sheet);
  }
  writeRow(rest, parts, sheet);
}

function writeRow(cells: readonly Cell[], parts: readonly Part[], sheet: Sheet): void {
  const height = heightOf(cells);
  for (const [index, cell] of cells.entries()) {
    const part = parts[index];
    if (!part || cell.lines.length === 0) continue;
    sheet.draw(part, "TD", () => {
      writeCell(cell.lines, cell, sheet);
    });
  }
  frame(cells, height, sheet);
  sheet.goDown(height);
}

function writeCell(lines: readonly StyledLine[], { x }: Cell, sheet: Sheet): void {
  for (const [index, line] of lines.entries()) {
    sheet.write(line, { x: x + PADDING, y: sheet.y + PADDING + index * LINE_HEIGHT, size: SIZE });
  }
}

function frame(cells: readonly Cell[], height: number, sheet: Sheet): void {
  sheet.decorate((document) => {
    for (const { x, width } of cells) {
      document.rect(x, sheet.y, width, height).lineWidth(0.6).stroke(ink.rule);
    }
  });
}

function heightOf(cells: readonly Cell[]): number {
  const lines = Math.max(0, ...cells.map((cell) => cell.lines.length));
  return Math.max(LEAST_ROW, 2 * PADDING + lines * LINE_HEIGHT);
}
