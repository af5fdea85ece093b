/** Makes files that take a library to make; the core says what is on them. */
export interface PictureMaker {
  /**
   * A PNG of a drawing.
   * @param svg with text in the family `Atkinson Hyperlegible`, weights 400 and 700
   * @param width pixels
   * @throws when it cannot be drawn: what it would have shown is said in words
   */
  drawPng(svg: string, width: number): Promise<Uint8Array>;
  /** A PDF, A4, tagged for screen readers. @throws as `drawPng` */
  printPdf(report: PrintedReport): Promise<Uint8Array>;
}

/** A report as it is printed: blocks from top to bottom. */
export interface PrintedReport {
  readonly title: string;
  /** BCP 47, as `fr`. */
  readonly language: string;
  /** The day it is made on, `YYYY-MM-DD`: the same report made again is the same file. */
  readonly madeOn: string;
  readonly blocks: readonly ReportBlock[];
  /** At the bottom of every page, before the page number. */
  readonly footer: string;
}

/** One part of a page. Texts are plain, `**bold**` aside. */
export type ReportBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly isNumbered: boolean }
  /** PNG. */
  | { readonly kind: "picture"; readonly png: Uint8Array; readonly alt: string }
  /** Widths are shares of the page, summing to 1; an empty cell leaves room to write in. */
  | {
      readonly kind: "table";
      readonly columns: readonly { readonly title: string; readonly width: number }[];
      readonly rows: readonly (readonly string[])[];
    }
  /** `isWide`: the pages from there on lie on their side, until the next break. */
  | { readonly kind: "page-break"; readonly isWide?: boolean };
