/** A file in an archive, as its list of contents tells. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes it would take unpacked. */
  readonly size: number;
}

const END_OF_LIST = 0x06054b50;
const LISTED = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * The list of contents of an archive; nothing is unpacked.
 * @returns undefined when there is none to be read, or it is of the kind for very large ones
 * Source: APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfList(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== LISTED) return undefined;
    const size = view.getUint32(at + 24, true);
    if (size === 0xffffffff) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const after = nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString("utf8");
    entries.push({ name, size });
    at += 46 + after;
  }
  return entries;
}

function endOfList(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_LIST) return at;
  }
  return undefined;
}
