import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A piece of text where it is on its page, in points from the top left; the box is that of capitals and tails. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A page as a reader of PDF sees it. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  /** What a screen reader is given: roles, with the words that stand for pictures. */
  readonly roles: readonly { readonly role: string; readonly alt?: string | undefined }[];
}

/** Opens a PDF as a browser does. */
export async function readPdf(bytes: Uint8Array) {
  // It takes the bytes for itself.
  const opened = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
    .promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= opened.numPages; number += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await opened.getPage(number);
    // oxlint-disable-next-line no-await-in-loop
    const [content, tree] = await Promise.all([page.getTextContent(), page.getStructTree()]);
    const { width, height } = page.getViewport({ scale: 1 });
    const texts = content.items.flatMap((item) => ("str" in item ? placed(item, height) : []));
    pages.push({ width, height, texts, roles: rolesOf(tree) });
  }
  const { info } = await opened.getMetadata();
  await opened.destroy();
  return { pages, info: JSON.stringify(info) };
}

/** All its words, each page's after the one before, with single spaces. */
export function wordsOfPages(pages: readonly PdfPage[]): string {
  return pages
    .flatMap(({ texts }) => texts.map(({ text }) => text))
    .join(" ")
    .replaceAll(/\s+/gu, " ");
}

/** The pairs of texts of a page that are over one another. */
export function overlapsOf({ texts }: PdfPage): readonly string[] {
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return across > 0.5 && down > 0.5 ? [`${one.text} | ${other.text}`] : [];
    }),
  );
}

/** The texts that come nearer to an edge of the paper than a margin. @param margin in points */
export function outsideOf({ width, height, texts }: PdfPage, margin: number): readonly string[] {
  return texts
    .filter(
      ({ left, right, top, bottom }) =>
        left < margin - 0.5 ||
        right > width - margin + 0.5 ||
        top < margin - 0.5 ||
        // The line at the bottom stands in the margin.
        bottom > height - margin / 2,
    )
    .map(({ text }) => text);
}

function placed(
  item: { readonly str: string; readonly width: number; readonly transform: readonly unknown[] },
  height: number,
): readonly PlacedText[] {
  if (item.str.trim() === "") return [];
  const [, , , size, left, foot] = item.transform.map(Number);
  if (size === undefined || left === undefined || foot === undefined) return [];
  const line = height - foot;
  const box = { top: line - 0.7 * size, bottom: line + 0.22 * size };
  return [{ text: item.str, left, right: left + item.width, ...box }];
}

function rolesOf(node: unknown): { role: string; alt?: string | undefined }[] {
  if (typeof node !== "object" || node === null) return [];
  const children = "children" in node && Array.isArray(node.children) ? node.children : [];
  const below = children.flatMap(rolesOf);
  if (!("role" in node) || typeof node.role !== "string") return below;
  const alt = "alt" in node && typeof node.alt === "string" ? node.alt : undefined;
  return [{ role: node.role, alt }, ...below];
}
