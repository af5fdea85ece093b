import type { ReportBlock } from "../ports/picture-maker.ts";
import { printTable } from "./print-table.ts";
import { ink, LINE, type Part, type Sheet } from "./sheet.ts";
import type { StyledLine } from "./styled-lines.ts";

const BODY_SIZE = 10.5;
/** Pictures are no higher: words must have room beside them. */
const LARGEST_PICTURE = 300;
/** Lines of one item of a list that are not parted at the end of a page. */
const MOST_TOGETHER = 8;

/** Prints one block where the sheet is. */
export function printBlock(block: ReportBlock, sheet: Sheet): void {
  switch (block.kind) {
    case "heading":
      printHeading(block, sheet);
      return;
    case "text":
      printText(block.text, sheet);
      return;
    case "list":
      printList(block, sheet);
      return;
    case "picture":
      printPicture(block, sheet);
      return;
    case "table":
      printTable(block, sheet);
      return;
    case "page-break":
      sheet.startPage(block.isWide ?? false);
  }
}

/** The title of the report, at the top of its first page. */
export function printTitle(title: string, sheet: Sheet): void {
  printLines(
    {
      lines: sheet.lines(`**${title}**`, sheet.width, 23),
      type: "H1",
      size: 23,
      color: ink.heading,
    },
    sheet,
  );
  sheet.goDown(4);
}

type Heading = Extract<ReportBlock, { kind: "heading" }>;

function printHeading({ level, text }: Heading, sheet: Sheet): void {
  const size = level === 1 ? 15 : 12;
  sheet.leave(level === 1 ? 14 : 8);
  const lines = sheet.lines(`**${text}**`, sheet.width, size);
  // Never alone at the bottom of a page.
  sheet.need(lines.length * size * LINE + (level === 1 ? 75 : 50));
  const color = level === 1 ? ink.heading : ink.words;
  printLines({ lines, type: level === 1 ? "H2" : "H3", size, color }, sheet);
  sheet.goDown(level === 1 ? 4 : 1);
}

function printText(text: string, sheet: Sheet): void {
  const lines = sheet.lines(text, sheet.width, BODY_SIZE);
  printLines({ lines, type: "P", size: BODY_SIZE, color: ink.words }, sheet);
  sheet.goDown(5);
}

/** Lines of one part of what is read. */
interface Lines {
  readonly lines: readonly StyledLine[];
  readonly type: string;
  readonly size: number;
  readonly color: string;
}

function printLines({ lines, type, size, color }: Lines, sheet: Sheet): void {
  const part = sheet.part(type);
  writeLines({ lines, part, type, size, color, indent: 0 }, sheet);
  part.end();
}

function writeLines(
  { lines, part, type, size, color, indent }: Lines & { part: Part; indent: number },
  sheet: Sheet,
): void {
  for (const line of lines) {
    sheet.need(size * LINE);
    sheet.draw(part, type, () => {
      sheet.write(line, { x: sheet.left + indent, y: sheet.y, size, color });
    });
    sheet.goDown(size * LINE);
  }
}

type List = Extract<ReportBlock, { kind: "list" }>;

function printList({ items, isNumbered }: List, sheet: Sheet): void {
  const list = sheet.part("L");
  const indent = 18;
  for (const [index, item] of items.entries()) {
    const lines = sheet.lines(item, sheet.width - indent, BODY_SIZE);
    sheet.need(Math.min(lines.length, MOST_TOGETHER) * BODY_SIZE * LINE);
    const entry = sheet.part("LI", list);
    const label = sheet.part("Lbl", entry);
    const mark = [{ text: isNumbered ? `${index + 1}.` : "•", isBold: isNumbered }];
    sheet.draw(label, "Lbl", () => {
      sheet.write(mark, { x: sheet.left + 3, y: sheet.y, size: BODY_SIZE, color: ink.heading });
    });
    const body = sheet.part("LBody", entry);
    writeLines(
      { lines, part: body, type: "LBody", size: BODY_SIZE, color: ink.words, indent },
      sheet,
    );
    sheet.goDown(3);
  }
  list.end();
  sheet.goDown(3);
}

type Picture = Extract<ReportBlock, { kind: "picture" }>;

function printPicture({ png, alt }: Picture, sheet: Sheet): void {
  const side = Math.min(LARGEST_PICTURE, sheet.width);
  sheet.need(side);
  const x = sheet.left + (sheet.width - side) / 2;
  const box = [x, sheet.y, x + side, sheet.y + side];
  const part = sheet.part("Figure", sheet.root, { alt, bbox: box });
  sheet.draw(part, "Figure", (document) => {
    const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
    document.image(bytes, x, sheet.y, { fit: [side, side], align: "center" });
  });
  part.end();
  sheet.goDown(side + 6);
}
