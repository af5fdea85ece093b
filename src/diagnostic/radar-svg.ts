import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { legendHeight, legendSvg } from "./radar-legend.ts";
import {
  EDGE,
  FIGURE_SIZE,
  layOutRadar,
  SIDE,
  WORD_SIZE,
  type PlacedAxis,
  type RadarLayout,
} from "./radar-layout.ts";
import { insideOpacity, radarPalette } from "./radar-palette.ts";
import type { Scores } from "./score.ts";
import { svgText } from "./svg-text.ts";

/** What a radar shows. */
export interface RadarDrawing {
  readonly questionnaire: Pick<Questionnaire, "dimensions" | "levels">;
  readonly scores: Pick<Scores, "dimensions">;
  /** Those of the run before, drawn as a dotted line. */
  readonly previous?: Pick<Scores, "dimensions"> | undefined;
  readonly language: Language;
  readonly tell: Tell;
}

/**
 * The radar as the text of an SVG of 1000 × 1000, for a phone and for paper, in grey too. What does not concern
 * them has no axis; what has too few answers has a hollow point at the end of its axis.
 * @throws RangeError with fewer than three axes: the caller shows words alone
 */
export function radarSvg(drawing: RadarDrawing): string {
  const { language } = drawing;
  const axes = axesOf(drawing);
  if (axes.length < 3) throw new RangeError(`a radar of ${axes.length} axes`);
  const hasBefore = axes.some(({ before }) => before !== undefined);
  const hasHollow = axes.some(({ score }) => score === undefined);
  const legend = { ...drawing, hasBefore, hasHollow };
  const top = SIDE - EDGE - legendHeight(legend);
  const layout = layOutRadar(
    axes.map(({ name }) => name),
    top - 14,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}" xml:lang="${language}" font-family="Atkinson Hyperlegible">`,
    `<rect width="${SIDE}" height="${SIDE}" fill="${radarPalette.paper}"/>`,
    ...rings(drawing.questionnaire, layout),
    ...layout.axes.map((axis) => spoke(axis, layout)),
    ...run(axes, layout),
    ...layout.axes.flatMap((placed, index) => words(placed, axes[index]?.score)),
    ...legendSvg(legend, top),
    "</svg>",
  ].join("\n");
}

/** One dimension that concerns them. */
interface Axis {
  readonly name: string;
  readonly score: number | undefined;
  readonly before: number | undefined;
}

function axesOf({ questionnaire, scores, previous, language }: RadarDrawing): readonly Axis[] {
  return questionnaire.dimensions.flatMap(({ id, name }) => {
    const found = scores.dimensions.find((one) => one.id === id);
    if (!found?.isConcerned) return [];
    const before = previous?.dimensions.find((one) => one.id === id)?.score;
    return [{ name: name[language], score: found.score, before }];
  });
}

/** From the outside in, each level over the one above it. */
function rings({ levels }: RadarDrawing["questionnaire"], layout: RadarLayout): readonly string[] {
  const { rings: line, bands } = radarPalette;
  return levels
    .map((_, index) => {
      const share = (levels[index + 1]?.from ?? 100) / 100;
      const corners = layout.axes.map((axis) => pointAt(axis, share, layout)).join(" ");
      const width = share === 1 ? 3 : 2;
      return `<polygon points="${corners}" fill="${bands[index] ?? bands[0]}" stroke="${line}" stroke-width="${width}"/>`;
    })
    .toReversed();
}

function spoke(axis: PlacedAxis, layout: RadarLayout): string {
  const [x, y] = [layout.center.x, layout.center.y];
  return `<path d="M${x} ${y} L${pointAt(axis, 1, layout)}" stroke="${radarPalette.rings}" stroke-width="1.5"/>`;
}

/** The lines and the points of this run, and the line of the one before. */
function run(axes: readonly Axis[], layout: RadarLayout): readonly string[] {
  const { now, before, paper } = radarPalette;
  const place = (values: readonly (number | undefined)[]) =>
    values.map((value, index) => {
      const axis = layout.axes[index];
      return value === undefined || !axis ? undefined : pointAt(axis, value / 100, layout);
    });
  const nowAt = place(axes.map(({ score }) => score));
  const beforeAt = place(axes.map((axis) => axis.before));
  const { x, y } = layout.center;
  const inside = edges(nowAt).map((edge) => `${edge} L${x},${y} Z`);
  const hollowAt = place(axes.map(({ score }) => (score === undefined ? 100 : undefined)));
  return [
    `<path d="${inside.join(" ")}" fill="${now}" fill-opacity="${insideOpacity}"/>`,
    ...edges(nowAt).map(
      (d) => `<path d="${d}" stroke="${now}" stroke-width="6" stroke-linecap="round"/>`,
    ),
    ...edges(beforeAt).map(
      (d) =>
        `<path d="${d}" stroke="${before}" stroke-width="6" stroke-linecap="round" stroke-dasharray="1 13"/>`,
    ),
    ...hollowAt.flatMap((at) =>
      circle(at, `r="11" fill="${paper}" stroke="${now}" stroke-width="4"`),
    ),
    ...nowAt.flatMap((at) => circle(at, `r="12" fill="${now}" stroke="${paper}" stroke-width="3"`)),
  ];
}

/** Between neighbours that both have a place: nothing is said of what lies between two others. */
function edges(points: readonly (string | undefined)[]): readonly string[] {
  return points.flatMap((from, index) => {
    const to = points[(index + 1) % points.length];
    return from === undefined || to === undefined ? [] : [`M${from} L${to}`];
  });
}

function circle(at: string | undefined, look: string): readonly string[] {
  if (at === undefined) return [];
  const [x, y] = at.split(",");
  return [`<circle cx="${x}" cy="${y}" ${look}/>`];
}

function pointAt({ angle }: PlacedAxis, share: number, { center, radius }: RadarLayout): string {
  const [x, y] = [
    center.x + radius * share * Math.cos(angle),
    center.y + radius * share * Math.sin(angle),
  ];
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

function words({ x, anchor, figureY, lines }: PlacedAxis, score: number | undefined): string[] {
  const { now, words: color } = radarPalette;
  const figure = score === undefined ? "?" : String(Math.round(score));
  return [
    svgText(figure, { x, y: figureY, size: FIGURE_SIZE, color: now, isBold: true, anchor }),
    ...lines.map(({ text, y }) => svgText(text, { x, y, size: WORD_SIZE, color, anchor })),
  ];
}
