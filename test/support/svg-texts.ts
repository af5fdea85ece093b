import { Resvg } from "@resvg/resvg-wasm";
import { drawPng } from "../../src/rendering/draw-png.ts";
import { fontFiles } from "../../src/rendering/font-files.ts";

/** A text of a drawing with the box its ink fills. */
export interface InkedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The texts of a drawing, measured with the real letters. */
export async function inkedTexts(svg: string): Promise<readonly InkedText[]> {
  await loaded;
  return [...svg.matchAll(/<text (?<look>[^>]*)>(?<text>[^<]*)<\/text>/gu)].map(({ groups }) => {
    const look = groups?.["look"] ?? "";
    const text = groups?.["text"] ?? "";
    const [x, y] = [numberOf(look, "x"), numberOf(look, "y")];
    const box = boxOf(look.replace(/ x="[^"]*"| y="[^"]*"|^x="[^"]*"/gu, ""), text);
    return {
      text,
      left: x + box.left,
      right: x + box.right,
      top: y + box.top,
      bottom: y + box.bottom,
    };
  });
}

/** The value of an attribute. */
export function numberOf(tag: string, name: string): number {
  const found = new RegExp(`(?:^| )${name}="(?<value>[^"]*)"`, "u").exec(tag);
  if (!found) throw new Error(`no ${name} in ${tag}`);
  return Number(found.groups?.["value"]);
}

/** The tool may be initialised by one only: the code itself does. */
const fonts = await fontFiles();
const loaded = drawPng('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', 1);

const known = new Map<string, Omit<InkedText, "text">>();

/** Measured once, around a place far from the edges. */
function boxOf(look: string, text: string): Omit<InkedText, "text"> {
  const key = `${look} ${text}`;
  const found = known.get(key);
  if (found) return found;
  const drawing = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000" font-family="Atkinson Hyperlegible"><text x="1000" y="1000" ${look}>${text}</text></svg>`,
    { font: { fontBuffers: [fonts.regular, fonts.bold] } },
  );
  const ink = drawing.getBBox();
  drawing.free();
  if (!ink) throw new Error(`no ink in ${text}`);
  const box = {
    left: ink.x - 1000,
    right: ink.x + ink.width - 1000,
    top: ink.y - 1000,
    bottom: ink.y + ink.height - 1000,
  };
  known.set(key, box);
  return box;
}
