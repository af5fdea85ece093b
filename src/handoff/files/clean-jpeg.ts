import { bytesOfText, holdsAt, joined } from "./byte-text.ts";
import { MOST_PIXELS } from "./most-pixels.ts";
import { orientationAlone, orientationIn, type Orientation } from "./orientation.ts";

/** Markers. Source: ITU-T T.81, table B.1. */
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const RESTART_FIRST = 0xd0;
const RESTART_LAST = 0xd7;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
/** From here to here, what is decoded: tables, frames, scans. */
const CODED_FIRST = 0xc0;
const CODED_LAST = 0xdf;

const EXIF = "Exif\0\0";

/**
 * A JPEG without what tells where, when, by whom and with what it was made: what is shown stays byte for byte,
 * the colour profile and the orientation too. What comes after its end (a film, a second picture) goes.
 * @returns undefined when it is not made as a JPEG is
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const kept: Uint8Array[] = [];
  let orientation: Orientation = 1;
  let hasScan = false;
  let at = 2;
  for (;;) {
    // Any number of fill bytes may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return undefined;
    if (marker === END) {
      return hasScan
        ? joined([bytes.slice(0, 2), ...turned(orientation), ...kept, END_BYTES])
        : undefined;
    }
    const end = endOfSegment(bytes, at);
    if (end === undefined) return undefined;
    const segment = bytes.subarray(at, end);
    if (framesOf.has(marker) && pixelsOf(segment) > MOST_PIXELS) return undefined;
    if (marker === APP1 && orientation === 1 && holdsAt(segment, EXIF, 4)) {
      orientation = orientationIn(segment.subarray(4 + EXIF.length));
    }
    kept.push(...withoutMetadata(marker, segment));
    at = end;
    if (marker !== SCAN) continue;
    hasScan = true;
    const after = endOfScan(bytes, at);
    if (after === undefined) return undefined;
    kept.push(bytes.subarray(at, after));
    at = after;
  }
}

/** Markers of frames: those of tables stand between them. */
const framesOf: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);

function pixelsOf(frame: Uint8Array): number {
  const [, , , , , high = 0, low = 0, wide = 0, narrow = 0] = frame;
  return (high * 256 + low) * (wide * 256 + narrow);
}

const END_BYTES = Uint8Array.of(0xff, END);

function endOfSegment(bytes: Uint8Array, at: number): number | undefined {
  const high = bytes[at + 2];
  const low = bytes[at + 3];
  if (high === undefined || low === undefined) return undefined;
  const length = high * 256 + low;
  const end = at + 2 + length;
  return length >= 2 && end <= bytes.length ? end : undefined;
}

/** Where the compressed data of a scan ends: at a marker that is no restart. */
function endOfScan(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || next === 0 || next === 0xff) continue;
    if (next < RESTART_FIRST || next > RESTART_LAST) return at;
  }
  return undefined;
}

/** The segment as it may be kept; nothing of one that tells more than the picture. */
function withoutMetadata(marker: number, segment: Uint8Array): readonly Uint8Array[] {
  if (marker >= CODED_FIRST && marker <= CODED_LAST) return [segment];
  if (marker === APP0) return withoutThumbnail(segment);
  const isProfile = marker === APP2 && holdsAt(segment, "ICC_PROFILE\0", 4);
  // Without Adobe's, colours would be read otherwise.
  const isAdobe = marker === APP14 && holdsAt(segment, "Adobe", 4) && segment.length === 16;
  return isProfile || isAdobe ? [segment] : [];
}

/** The small copy in a JFIF header may show what was cut away. */
function withoutThumbnail(segment: Uint8Array): readonly Uint8Array[] {
  const plain = 18;
  if (!holdsAt(segment, "JFIF\0", 4) || segment.length < plain) return [];
  const header = segment.slice(0, plain);
  header.set([0, plain - 2], 2);
  header.set([0, 0], plain - 2);
  return [header];
}

function turned(orientation: Orientation): readonly Uint8Array[] {
  if (orientation === 1) return [];
  const told = joined([bytesOfText(EXIF), orientationAlone(orientation)]);
  return [Uint8Array.of(0xff, APP1, 0, told.length + 2), told];
}
