import { encode } from "fast-png";
import { bytesOfText, joined } from "../../src/handoff/files/byte-text.ts";
import { pngChunk } from "../../src/handoff/files/clean-png.ts";
import { riff, webpChunk } from "../../src/handoff/files/clean-webp.ts";
import { orientationAlone, type Orientation } from "../../src/handoff/files/orientation.ts";

/** A word that stands for a place and a device: it must be nowhere in what is passed on. */
export const PLACE = "GPS 47.2184N 1.5536W PhoneOfAmina";

/** Metadata as a phone writes them: which way up, then where. */
function exif(orientation: Orientation): Uint8Array {
  return joined([orientationAlone(orientation), bytesOfText(PLACE)]);
}

function jpegSegment(marker: number, ...data: readonly Uint8Array[]): Uint8Array {
  const body = joined(data);
  const length = body.length + 2;
  return joined([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body]);
}

/** The compressed data of a scan: an escaped 0xFF and a restart are no ends. */
export const scan = Uint8Array.of(0x11, 0xff, 0x00, 0x22, 0xff, 0xd0, 0x33);
export const profile = bytesOfText("ICC_PROFILE\0\u0001\u0001colours");

/** A photo as a phone takes it, with all it tells, and a film behind its end. */
export function phoneJpeg(orientation: Orientation): Uint8Array {
  const text = (words: string) => bytesOfText(words);
  return joined([
    Uint8Array.of(0xff, 0xd8),
    jpegSegment(0xe0, text("JFIF\0"), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 1, 1, 7, 7, 7)),
    jpegSegment(0xe1, text("Exif\0\0"), exif(orientation)),
    jpegSegment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${PLACE}`)),
    jpegSegment(0xe2, profile),
    jpegSegment(0xe2, text(`MPF\0${PLACE}`)),
    jpegSegment(0xed, text(`Photoshop 3.0\0${PLACE}`)),
    jpegSegment(0xfe, text(PLACE)),
    jpegSegment(0xdb, new Uint8Array(65)),
    jpegSegment(0xc0, Uint8Array.of(8, 0, 1, 0, 1, 1, 1, 0x11, 0)),
    jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    scan,
    jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    scan,
    Uint8Array.of(0xff, 0xd9),
    text(`ftypmp4 ${PLACE}`),
  ]);
}

/** Six coloured points. */
export const points = Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7, 1, 2, 3, 4, 5, 6]);

/** A PNG that tells a text, a date and a place, and goes on after its end. */
export function tellingPng(orientation: Orientation): Uint8Array {
  const plain = encode({ width: 3, height: 2, data: points, channels: 3 });
  const header = plain.subarray(0, 33);
  return joined([
    header,
    pngChunk("tEXt", bytesOfText(`Comment\0${PLACE}`)),
    pngChunk("iTXt", bytesOfText(`XML:com.adobe.xmp\0${PLACE}`)),
    pngChunk("eXIf", exif(orientation)),
    pngChunk("tIME", new Uint8Array(7)),
    plain.subarray(33),
    bytesOfText(PLACE),
  ]);
}

/** A WebP in its extended form, with metadata. */
export function tellingWebp(orientation: Orientation): Uint8Array {
  const flags = Uint8Array.of(0x0c | 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  return joined([
    riff([
      webpChunk("VP8X", flags),
      webpChunk("ICCP", profile),
      webpChunk("VP8L", Uint8Array.of(0x2f, 1, 2, 3, 4)),
      webpChunk("EXIF", exif(orientation)),
      webpChunk("XMP ", bytesOfText(PLACE)),
    ]),
    bytesOfText(PLACE),
  ]);
}

/** An archive of files that are not compressed. @param told what its list says of the size of the first, where it lies */
export function zipOf(files: Readonly<Record<string, string>>, told?: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = bytesOfText(text);
    const local = new Uint8Array(30);
    const entry = new Uint8Array(46);
    const size = told !== undefined && list.length === 0 ? told : data.length;
    const put = (bytes: Uint8Array, offset: number, value: number, isShort = false) => {
      const view = new DataView(bytes.buffer);
      if (isShort) view.setUint16(offset, value, true);
      else view.setUint32(offset, value, true);
    };
    put(local, 0, 0x04034b50);
    put(local, 4, 20, true);
    put(local, 18, data.length);
    put(local, 22, data.length);
    put(local, 26, name.length, true);
    put(entry, 0, 0x02014b50);
    put(entry, 20, data.length);
    put(entry, 24, size);
    put(entry, 28, name.length, true);
    put(entry, 42, at);
    const whole = joined([local, bytesOfText(name), data]);
    pieces.push(whole);
    list.push(joined([entry, bytesOfText(name)]));
    at += whole.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, list.length, true);
  view.setUint16(10, list.length, true);
  view.setUint32(12, joined(list).length, true);
  view.setUint32(16, at, true);
  return joined([...pieces, ...list, end]);
}

const types = (main: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const docm = "application/vnd.ms-word.document.macroEnabled.main+xml";

/** A text document, with what else it is to hold. */
export function wordDocument(
  more: Readonly<Record<string, string>> = {},
  told?: number,
): Uint8Array {
  const files = { "[Content_Types].xml": types(docx), "word/document.xml": "<w/>", ...more };
  return zipOf(files, told);
}

/** One that says itself that it holds programs. */
export function wordWithMacros(): Uint8Array {
  return zipOf({ "[Content_Types].xml": types(docm), "word/document.xml": "<w/>" });
}
