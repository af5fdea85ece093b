import type Pdf from "pdfkit";
import { styledLines, type Measure, type StyledLine } from "./styled-lines.ts";

/** Paper A4, in points (1/72 inch). */
export const MARGIN = 46;
/** Room below the margin's edge for the line at the bottom of every page. */
const FOOTER = 24;
/** From one line to the next, in sizes of the letters: this font is tall. */
export const LINE = 1.3;

/** Colours of the ink; every one at least 4.5:1 on the paper and on `shade`. */
export const ink = {
  words: "#1B1F24",
  heading: "#123F6D",
  quiet: "#4A5560",
  rule: "#7A8590",
} as const;
export const shade = "#EAF0F6";

type Document = InstanceType<typeof Pdf>;
export type Part = ReturnType<Document["struct"]>;

/** Where and how a line is drawn. */
export interface LineLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color?: string;
}

/** The paper that is written from top to bottom, page after page; what is read aloud goes in parts of `root`. */
export class Sheet {
  readonly root: Part;
  readonly #document: Document;
  #y = 0;

  constructor(document: Document) {
    this.#document = document;
    this.root = document.struct("Document");
    document.addStructure(this.root);
  }

  get left(): number {
    return MARGIN;
  }

  get width(): number {
    return this.#document.page.width - 2 * MARGIN;
  }

  /** Where the next thing is drawn. */
  get y(): number {
    return this.#y;
  }

  /** Room that is left on this page. */
  get room(): number {
    return this.#document.page.height - MARGIN - FOOTER - this.#y;
  }

  get isAtTop(): boolean {
    return this.#y === MARGIN;
  }

  /** @param isWide whether the page lies on its side; without it, as the page before */
  startPage(isWide = this.#isWide): void {
    this.#document.addPage({ size: "A4", layout: isWide ? "landscape" : "portrait", margin: 0 });
    this.#y = MARGIN;
  }

  /** Goes on to the next page when there is less room, unless nothing is on this one yet. */
  need(height: number): void {
    if (height > this.room && !this.isAtTop) this.startPage();
  }

  /** Leaves room; none at the top of a page. */
  leave(height: number): void {
    if (!this.isAtTop) this.#y += height;
  }

  goDown(height: number): void {
    this.#y += height;
  }

  /** A new part of what is read aloud. @param type as in ISO 32000-1, 14.8.4: `P`, `H1`, `TD`… */
  part(type: string, within: Part = this.root, options: object = {}): Part {
    const part = this.#document.struct(type, options);
    within.add(part);
    return part;
  }

  /** Draws what a part is made of; a part may be drawn in several goes, on several pages. */
  draw(part: Part, type: string, drawing: (document: Document) => void): void {
    const content = this.#document.markStructureContent(type);
    drawing(this.#document);
    this.#document.endMarkedContent();
    part.add(content);
  }

  /** Draws what is not read aloud. */
  decorate(drawing: (document: Document) => void): void {
    this.#document.markContent("Artifact", { type: "Layout" });
    drawing(this.#document);
    this.#document.endMarkedContent();
  }

  lines(text: string, width: number, size: number): readonly StyledLine[] {
    return styledLines(text, width, this.#measure(size));
  }

  write(line: StyledLine, { x, y, size, color = ink.words }: LineLook): void {
    const measure = this.#measure(size);
    let at = x;
    for (const piece of line) {
      this.#document
        .font(piece.isBold ? "bold" : "regular")
        .fontSize(size)
        .fillColor(color);
      this.#document.text(piece.text, at, y, { lineBreak: false });
      at += measure(piece);
    }
  }

  #measure(size: number): Measure {
    return ({ text, isBold }) =>
      this.#document
        .font(isBold ? "bold" : "regular")
        .fontSize(size)
        .widthOfString(text);
  }

  get #isWide(): boolean {
    return this.#document.page.width > this.#document.page.height;
  }
}
