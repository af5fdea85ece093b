import { bytesOfText, holdsAt, joined } from "./byte-text.ts";
import { orientationAlone, orientationIn, type Orientation } from "./orientation.ts";

/** What it takes to show it. Source: RFC 9649, 2. */
const shown: ReadonlySet<string> = new Set([
  "VP8 ",
  "VP8L",
  "VP8X",
  "ALPH",
  "ANIM",
  "ANMF",
  "ICCP",
]);

/** Flags of the first byte of VP8X. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

/**
 * A WebP without what tells where, when and by whom it was made; its orientation stays.
 * @returns undefined when it is not made as a WebP is
 */
export function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  if (!holdsAt(bytes, "RIFF") || !holdsAt(bytes, "WEBP", 8)) return undefined;
  const size =
    8 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  // What comes after the size the file tells is no part of it.
  const chunks = size > bytes.length ? undefined : chunksOf(bytes.subarray(12, size));
  if (!chunks?.some(({ name }) => ["VP8 ", "VP8L", "ANMF"].includes(name))) return undefined;
  const orientation = orientationOf(chunks);
  const kept = chunks
    .filter(({ name }) => shown.has(name))
    .map((chunk) => webpChunk(chunk.name, keptData(chunk, orientation)));
  // Only the extended form has a place for it.
  const isExtended = chunks.some(({ name }) => name === "VP8X");
  const turned =
    isExtended && orientation !== 1 ? [webpChunk("EXIF", orientationAlone(orientation))] : [];
  return riff([...kept, ...turned]);
}

/** A chunk with its length, of an even number of bytes. @param name four letters */
export function webpChunk(name: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(8 + data.length + (data.length % 2));
  chunk.set(bytesOfText(name));
  new DataView(chunk.buffer).setUint32(4, data.length, true);
  chunk.set(data, 8);
  return chunk;
}

/** Chunks as a file. */
export function riff(chunks: readonly Uint8Array[]): Uint8Array {
  const body = joined([bytesOfText("WEBP"), ...chunks]);
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, body.length, true);
  return joined([bytesOfText("RIFF"), size, body]);
}

function keptData({ name, data }: Chunk, orientation: Orientation): Uint8Array {
  if (name === "VP8X") return flagged(data, orientation);
  if (name !== "ANMF") return data;
  // A picture of a film is made of chunks itself.
  const inside = chunksOf(data.subarray(FRAME_LENGTH)) ?? [];
  const kept = inside.filter((chunk) => shown.has(chunk.name));
  return joined([
    data.subarray(0, FRAME_LENGTH),
    ...kept.map((chunk) => webpChunk(chunk.name, chunk.data)),
  ]);
}

/** Place, size and duration of one picture of a film. Source: RFC 9649, 2.7.1.1 */
const FRAME_LENGTH = 16;

/** Chunks one after another; undefined where one is cut off. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true);
    if (at + 8 + size > bytes.length) return undefined;
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    chunks.push({ name, data: bytes.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size % 2);
  }
  return chunks;
}

function orientationOf(chunks: readonly Chunk[]): Orientation {
  const exif = chunks.find(({ name }) => name === "EXIF")?.data;
  if (!exif) return 1;
  // Some writers put the header of a JPEG before it.
  return orientationIn(holdsAt(exif, "Exif\0\0") ? exif.subarray(6) : exif);
}

function flagged(data: Uint8Array, orientation: Orientation): Uint8Array {
  const flags = data.slice();
  const others = (flags[0] ?? 0) & ~(HAS_EXIF | HAS_XMP);
  flags[0] = orientation === 1 ? others : others | HAS_EXIF;
  return flags;
}
