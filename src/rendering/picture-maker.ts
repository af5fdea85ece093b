import type { PictureMaker } from "../ports/picture-maker.ts";

/** Makes pictures and reports; what that takes is loaded when the first one is wanted. */
export function createPictureMaker(): PictureMaker {
  return {
    async drawPng(svg, width) {
      const { drawPng } = await import("./draw-png.ts");
      return drawPng(svg, width);
    },
    async printPdf(report) {
      const { printPdf } = await import("./print-pdf.ts");
      return printPdf(report);
    },
  };
}
