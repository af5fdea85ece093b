/**
 * How wide a text is drawn in Atkinson Hyperlegible Regular, kerning aside, in the unit of the size: the
 * drawing is laid out before any font is loaded. Letters that are not in the table count as wide ones.
 * @param size of the letters
 * Source: the table `hmtx` of the font, in thousandths of its size
 */
export function widthOfText(text: string, size: number): number {
  // Accents take no room of their own.
  const letters = text.normalize("NFD").replaceAll(/\p{M}/gu, "");
  const thousandths = Array.from(letters, (letter) => widths.get(letter) ?? UNKNOWN);
  return (thousandths.reduce((sum, one) => sum + one, 0) * size) / 1000;
}

const UNKNOWN = 840;

const sameWidth: readonly (readonly [number, string])[] = [
  [160, "'"],
  [205, ",.:;"],
  [235, "’"],
  [239, "l"],
  [254, "j"],
  [278, "i"],
  [281, " !\u00A0"],
  [301, '()"'],
  [311, "f"],
  [324, "t"],
  [340, "r"],
  [377, "-/"],
  [402, "1"],
  [414, "I"],
  [441, "yv"],
  [461, "zx"],
  [480, "s–"],
  [500, "ck"],
  [520, "J7?"],
  [539, "aueL"],
  [552, "hnFo2"],
  [567, "Tg«»dbpE"],
  [583, "q35"],
  [607, "VYS69P+Z"],
  [627, "48RBXAK"],
  [656, "0wC"],
  [690, "DNHU"],
  [710, "…&G"],
  [753, "OQ"],
  [841, "MWm"],
  [927, "æœ%"],
  [1052, "ÆŒ"],
];

const widths: ReadonlyMap<string, number> = new Map(
  sameWidth.flatMap(([width, letters]) =>
    Array.from(letters, (letter) => [letter, width] as const),
  ),
);
