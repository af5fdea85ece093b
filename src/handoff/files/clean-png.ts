import { crc32 } from "node:zlib";
import { bytesOfText, holdsAt, joined } from "./byte-text.ts";
import { MOST_PIXELS } from "./most-pixels.ts";
import { orientationAlone, orientationIn } from "./orientation.ts";

const SIGNATURE = "\u0089PNG\r\n\u001a\n";

/** The first chunk with its length and its checksum. */
const HEADER_LENGTH = 25;

/** What it takes to show it: critical chunks, colour, transparency, size on paper, animation. Source: PNG 3rd ed., 11. */
const shown: ReadonlySet<string> = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT".split(" "),
);

/**
 * A PNG without texts, dates, place and whatever follows its end; its orientation stays.
 * @returns undefined when it is not made as a PNG is
 */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  if (!holdsAt(bytes, SIGNATURE)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at === 8 && (name !== "IHDR" || end < 8 + HEADER_LENGTH)) return undefined;
    if (at === 8 && view.getUint32(16) * view.getUint32(20) > MOST_PIXELS) return undefined;
    if (shown.has(name)) kept.push(bytes.subarray(at, end));
    else if (name === "eXIf") kept.push(...turned(bytes.subarray(at + 8, end - 4)));
    // A capital says that it cannot be shown without: what we do not know is not passed on.
    else if (/^[A-Z]/.test(name)) return undefined;
    if (name === "IEND") return joined(kept);
    at = end;
  }
  return undefined;
}

function turned(tiff: Uint8Array): readonly Uint8Array[] {
  const orientation = orientationIn(tiff);
  return orientation === 1 ? [] : [pngChunk("eXIf", orientationAlone(orientation))];
}

/** A chunk with its length and its checksum. @param name four letters */
export function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const body = joined([bytesOfText(name), data]);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return chunk;
}
