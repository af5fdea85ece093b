/** How large a picture is, pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The signature of the format, then the header's length and name, which always come first. */
const opening = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

/**
 * Reads how large a picture is from its header; undefined when it is no PNG.
 * Source: https://www.w3.org/TR/png-3/#11IHDR
 */
export function sizeOfPng(bytes: Uint8Array): PictureSize | undefined {
  const start = opening.length;
  const isPng = bytes.length >= start + 8 && opening.equals(bytes.subarray(0, start));
  if (!isPng) return undefined;
  const header = new DataView(bytes.buffer, bytes.byteOffset + start, 8);
  return { width: header.getUint32(0), height: header.getUint32(4) };
}
