import Pdf from "pdfkit";
import type { PrintedReport, ReportBlock } from "../ports/picture-maker.ts";
import { drawableText } from "./drawable-text.ts";
import { fontFiles } from "./font-files.ts";
import { lettersOf } from "./letters-of.ts";
import { printBlock, printTitle } from "./print-blocks.ts";
import { ink, MARGIN, Sheet } from "./sheet.ts";

const FOOTER_SIZE = 9;

/**
 * A report on A4, tagged for screen readers, with letters of its own; see `PictureMaker`. The same report gives the
 * same bytes. The title is the one heading of level 1 in it: those of the report are one lower.
 * Source: ISO 14289-1
 */
export async function printPdf(report: PrintedReport): Promise<Uint8Array> {
  const fonts = await fontFiles();
  const madeAt = new Date(`${report.madeOn}T12:00:00Z`);
  const document = new Pdf({
    autoFirstPage: false,
    // The number of pages is known at the end.
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: report.language,
    displayTitle: true,
    info: { Title: report.title, CreationDate: madeAt, ModDate: madeAt },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", resolve);
    document.on("error", reject);
  });
  document.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  const { title, blocks, footer } = drawable(report, lettersOf(fonts.regular));
  const sheet = new Sheet(document);
  sheet.startPage(false);
  printTitle(title, sheet);
  for (const block of blocks) printBlock(block, sheet);
  sheet.root.end();
  printFooters(footer, document, sheet);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

type Document = InstanceType<typeof Pdf>;

/** At the bottom of every page: not read aloud, since it would come in the middle of a sentence. */
function printFooters(footer: string, document: Document, sheet: Sheet): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(start + index);
    const y = document.page.height - MARGIN + 4;
    const number = `${index + 1} / ${count}`;
    sheet.decorate(() => {
      const look = { y, size: FOOTER_SIZE, color: ink.quiet };
      const [line = []] = sheet.lines(footer, sheet.width - 60, FOOTER_SIZE);
      sheet.write(line, { ...look, x: sheet.left });
      const width = document.font("regular").fontSize(FOOTER_SIZE).widthOfString(number);
      sheet.write([{ text: number, isBold: false }], {
        ...look,
        x: sheet.left + sheet.width - width,
      });
    });
  }
}

/** The report with letters the fonts have; both weights have the same. */
function drawable(report: PrintedReport, letters: ReadonlySet<number>): PrintedReport {
  const text = (words: string) => drawableText(words, (codePoint) => letters.has(codePoint));
  return {
    ...report,
    title: text(report.title),
    footer: text(report.footer),
    blocks: report.blocks.map((block) => drawableBlock(block, text)),
  };
}

function drawableBlock(block: ReportBlock, text: (words: string) => string): ReportBlock {
  switch (block.kind) {
    case "heading":
    case "text":
      return { ...block, text: text(block.text) };
    case "list":
      return { ...block, items: block.items.map(text) };
    case "table":
      return {
        ...block,
        columns: block.columns.map(({ title, width }) => ({ title: text(title), width })),
        rows: block.rows.map((cells) => cells.map(text)),
      };
    case "picture":
    case "page-break":
      return block;
  }
}
