import { widthOfText } from "./letter-widths.ts";

/** The side of the square drawing, in its own unit. */
export const SIDE = 1000;
/** Kept free along its edges. */
export const EDGE = 18;
/** Sizes of letters: on a phone 360 pixels wide, 34 is 12 pixels. */
export const WORD_SIZE = 34;
export const FIGURE_SIZE = 42;

const FIGURE_LINE = 44;
const WORD_LINE = 38;
/** Between the end of an axis and its words. */
const GAP = 22;
/** A radar of three axes would be a giant. */
const LARGEST = 330;
/** Above and below the radar a name stands on one line, unless it would reach those beside it. */
const LONGEST_LINE = 260;
/** What stays of the points at the ends of axes, beside the words. */
const POINT = 14;

/** Where everything of a radar is. */
export interface RadarLayout {
  readonly center: { readonly x: number; readonly y: number };
  readonly radius: number;
  readonly axes: readonly PlacedAxis[];
}

/** An axis with its words: a figure, and one or two lines below it. */
export interface PlacedAxis {
  /** Radians, clockwise from the right. */
  readonly angle: number;
  readonly anchor: "start" | "middle" | "end";
  readonly x: number;
  readonly figureY: number;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
}

/**
 * Places the axes so that the radar is as large as its words allow: it is turned by whole axes until long names
 * come where there is room. The same names give the same place, whatever the values.
 * @param names of the axes, clockwise; three or more
 * @param bottom of what may be drawn on
 */
export function layOutRadar(names: readonly string[], bottom: number): RadarLayout {
  const turned = names.map((_, turn) => tryTurn(names, turn, bottom));
  const best = Math.max(...turned.map(({ radius }) => radius));
  const kept = turned.find(({ radius }) => radius > best - 1);
  if (!kept) throw new RangeError("a radar without an axis");
  return kept;
}

/** An axis whose words are not placed yet: how far they reach from the end of it. */
interface Reach {
  readonly angle: number;
  readonly lines: readonly string[];
  readonly anchor: PlacedAxis["anchor"];
  /** From the end of the axis to the point the words are anchored at, and to the top of their box. */
  readonly dx: number;
  readonly dy: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function tryTurn(names: readonly string[], turn: number, bottom: number): RadarLayout {
  const reaches = names.map((name, index) =>
    reachOf(name, -Math.PI / 2 + ((index - turn) * 2 * Math.PI) / names.length),
  );
  const across = reaches.map(({ angle, left, right }) => [Math.cos(angle), left, right] as const);
  const down = reaches.map(({ angle, top, bottom: low }) => [Math.sin(angle), top, low] as const);
  const radius = Math.floor(
    Math.min(LARGEST, largestWithin(across, SIDE - 2 * EDGE), largestWithin(down, bottom - EDGE)),
  );
  const center = {
    x: middleOf(across, radius, [EDGE, SIDE - EDGE]),
    y: middleOf(down, radius, [EDGE, bottom]),
  };
  return { center, radius, axes: reaches.map((reach) => placed(reach, center, radius)) };
}

function reachOf(name: string, angle: number): Reach {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const isUpright = Math.abs(cos) < 0.3;
  const lines =
    isUpright && widthOfText(name, WORD_SIZE) < LONGEST_LINE ? [name] : inTwoLines(name);
  const width = Math.max(...lines.map((line) => widthOfText(line, WORD_SIZE)), 75);
  const height = FIGURE_LINE + WORD_LINE * lines.length;
  const anchor = isUpright ? "middle" : cos > 0 ? "start" : "end";
  const dx = isUpright ? 0 : GAP * cos;
  const dy = sin * (height / 2 + GAP) - height / 2;
  const before = { start: 0, middle: width / 2, end: width }[anchor];
  return {
    angle,
    lines,
    anchor,
    dx,
    dy,
    left: Math.max(POINT, before - dx),
    right: Math.max(POINT, width - before + dx),
    top: Math.max(POINT, -dy),
    bottom: Math.max(POINT, height + dy),
  };
}

/** Cut at the space that leaves the shortest lines; one word stays whole. */
function inTwoLines(name: string): readonly string[] {
  const words = name.split(" ");
  const cuts = words.slice(1).map((_, at) => {
    const lines = [words.slice(0, at + 1).join(" "), words.slice(at + 1).join(" ")];
    return { lines, width: Math.max(...lines.map((line) => widthOfText(line, WORD_SIZE))) };
  });
  const shortest = cuts.toSorted((one, other) => one.width - other.width).at(0);
  return shortest?.lines ?? [name];
}

type Side = readonly [direction: number, before: number, after: number];

/** The largest radius with which every box stays within a span, wherever the middle is. */
function largestWithin(sides: readonly Side[], span: number): number {
  const radii = sides.flatMap(([direction, , after]) =>
    sides.flatMap(([other, before]) =>
      direction - other > 0.001 ? [(span - after - before) / (direction - other)] : [],
    ),
  );
  return Math.min(...radii);
}

/** As near to the middle of a span as the boxes allow. */
function middleOf(sides: readonly Side[], radius: number, [from, to]: readonly [number, number]) {
  const least = Math.max(...sides.map(([direction, before]) => from + before - radius * direction));
  const most = Math.min(...sides.map(([direction, , after]) => to - after - radius * direction));
  return Math.round(Math.min(most, Math.max(least, (from + to) / 2)));
}

function placed(reach: Reach, center: RadarLayout["center"], radius: number): PlacedAxis {
  const { angle, anchor, dx, dy, lines } = reach;
  const top = center.y + radius * Math.sin(angle) + dy;
  // The feet of letters are lower than the line they stand on.
  const figureY = top + FIGURE_LINE - 10;
  return {
    angle,
    anchor,
    x: center.x + radius * Math.cos(angle) + dx,
    figureY,
    lines: lines.map((text, index) => ({ text, y: figureY + WORD_LINE * (index + 1) })),
  };
}
