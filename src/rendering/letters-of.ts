/**
 * The code points a TrueType font has letters for.
 * @throws RangeError when it has no table of them in the form for Unicode's first plane
 * Source: OpenType specification, `cmap`, format 4
 */
export function lettersOf(font: Buffer): ReadonlySet<number> {
  const table = subtableOf(font);
  const twice = table.readUInt16BE(6);
  const letters = new Set<number>();
  for (let at = 0; at < twice; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + twice + at);
    const delta = table.readUInt16BE(16 + 2 * twice + at);
    const offsetAt = 16 + 3 * twice + at;
    const offset = table.readUInt16BE(offsetAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph =
        offset === 0 ? code : table.readUInt16BE(offsetAt + offset + 2 * (code - start));
      // Glyph 0 is the box drawn for a letter that is missing.
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) letters.add(code);
    }
  }
  return letters;
}

function subtableOf(font: Buffer): Buffer {
  const cmap = tableOf(font, "cmap");
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    if (subtable.readUInt16BE(0) === 4) return subtable;
  }
  throw new RangeError("a font without a table of letters in format 4");
}

function tableOf(font: Buffer, name: string): Buffer {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + 16 * index;
    if (font.toString("latin1", record, record + 4) === name) {
      return font.subarray(font.readUInt32BE(record + 8));
    }
  }
  throw new RangeError(`a font without its table ${name}`);
}
