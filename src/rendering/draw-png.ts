import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { fontFiles } from "./font-files.ts";
import { keptOnceMade } from "./kept-once-made.ts";

/**
 * A PNG of a drawing; see `PictureMaker`. The same drawing gives the same bytes.
 * @throws when the text is not an SVG
 */
export async function drawPng(svg: string, width: number): Promise<Uint8Array> {
  const [fonts] = await Promise.all([fontFiles(), ready()]);
  const drawing = new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    font: {
      fontBuffers: [fonts.regular, fonts.bold],
      defaultFontFamily: "Atkinson Hyperlegible",
    },
  });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      // Its memory is out of sight of the garbage collector.
      image.free();
    }
  } finally {
    drawing.free();
  }
}

/** The library refuses to be initialised again. */
const ready = keptOnceMade(async () => {
  const file = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  await initWasm(await readFile(file));
});
