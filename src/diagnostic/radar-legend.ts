import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { widthOfText } from "./letter-widths.ts";
import { EDGE, SIDE } from "./radar-layout.ts";
import { radarPalette } from "./radar-palette.ts";
import { svgText } from "./svg-text.ts";

/** What stands below a radar. */
export interface Legend {
  readonly questionnaire: Pick<Questionnaire, "levels">;
  readonly language: Language;
  readonly tell: Tell;
  readonly hasBefore: boolean;
  readonly hasHollow: boolean;
}

const SIZE = 30;
const LINE = 44;
const SWATCH = 30;
/** From the left of a sign to its words. */
const SIGN = 46;

/** How much room it takes at the bottom. */
export function legendHeight(legend: Legend): number {
  return Math.ceil(entriesOf(legend).length / 2) * LINE + 12;
}

/** The words of the levels, each with the tint of its ring, and of the signs that are used; two in a line. */
export function legendSvg(legend: Legend, top: number): readonly string[] {
  const { rings, words: color } = radarPalette;
  const entries = entriesOf(legend);
  const widths = [0, 1].map((column) =>
    Math.max(
      ...entries.flatMap(({ text }, index) =>
        index % 2 === column ? [SIGN + widthOfText(text, SIZE)] : [],
      ),
    ),
  );
  const [first = 0, second = 0] = widths;
  const between = Math.min(70, SIDE - 2 * EDGE - first - second);
  const left = (SIDE - first - between - second) / 2;
  const line = `<path d="M${EDGE} ${top} H${SIDE - EDGE}" stroke="${rings}" stroke-width="1"/>`;
  return [
    line,
    ...entries.flatMap(({ text, sign }, index) => {
      const x = index % 2 === 0 ? left : left + first + between;
      const y = top + 12 + LINE * (Math.floor(index / 2) + 1) - 13;
      return [sign(x, y), svgText(text, { x: x + SIGN, y, size: SIZE, color })];
    }),
  ];
}

/** One sign with its words; the sign is drawn from its left, on the line of the words. */
interface Entry {
  readonly text: string;
  readonly sign: (x: number, y: number) => string;
}

function entriesOf({ questionnaire, language, tell, hasBefore, hasHollow }: Legend): Entry[] {
  const { levels } = questionnaire;
  const { before, now, paper } = radarPalette;
  const entries: Entry[] = levels.map(({ from, name }, index) => {
    const to = (levels[index + 1]?.from ?? 101) - 1;
    const text = tell("dp-level-range", { from, to, level: name[language] });
    return { text, sign: swatch(index) };
  });
  if (hasBefore) {
    const sign = (x: number, y: number) =>
      `<path d="M${x + 3} ${y - 10} H${x + 34}" stroke="${before}" stroke-width="6" stroke-linecap="round" stroke-dasharray="1 13"/>`;
    entries.push({ text: tell("dp-last-time"), sign });
  }
  if (hasHollow) {
    const sign = (x: number, y: number) =>
      `<circle cx="${x + 15}" cy="${y - 10}" r="11" fill="${paper}" stroke="${now}" stroke-width="4"/>`;
    entries.push({ text: tell("dp-too-few-answers"), sign });
  }
  return entries;
}

function swatch(level: number): Entry["sign"] {
  const { bands, rings } = radarPalette;
  return (x, y) =>
    `<rect x="${x}" y="${y - 25}" width="${SWATCH}" height="${SWATCH}" rx="4" fill="${bands[level] ?? bands[0]}" stroke="${rings}" stroke-width="2"/>`;
}
