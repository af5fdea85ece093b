import type { CountOf, Figures } from "../model/diagnostic-figures.ts";
import {
  dimensionName,
  questionName,
  recommendationName,
  timeOf,
  type FigureSaying,
} from "./figures-table.ts";

/** A longer list is not read on a phone; the file has all of it. */
const MOST_LINES = 5;

/** Where associations stand, in a few lines. Markdown. @param day when they were published, in words */
export function tellFigures(figures: Figures, day: string, saying: FigureSaying): string {
  const { tell } = saying;
  const { associations } = figures;
  const head =
    associations === undefined
      ? tell("ds-heading-few", { day })
      : tell("ds-heading", { day, associations });
  return [
    head,
    [tell("ds-levels"), ...levelLines(figures, saying)].join("\n"),
    ...listed(
      "ds-recommendations",
      counted(figures.recommendations, recommendationName, saying),
      saying,
    ),
    ...listed("ds-wishes", counted(figures.wishes, dimensionName, saying), saying),
    ...listed("ds-left", leftLines(figures, saying), saying),
    [...stepLines(figures, saying), ...minuteLines(figures, saying)].join("\n"),
    tell("ds-rules"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function levelLines({ levels }: Figures, saying: FigureSaying): readonly string[] {
  const { tell } = saying;
  return levels.map(({ dimension, score }) =>
    tell(score === undefined ? "ds-level-few" : "ds-level", {
      name: dimensionName(dimension, saying),
      score: score ?? "",
    }),
  );
}

function counted(
  counts: readonly CountOf[],
  nameOf: (id: string, saying: FigureSaying) => string,
  saying: FigureSaying,
): readonly string[] {
  return counts
    .filter(({ count }) => count !== undefined)
    .slice(0, MOST_LINES)
    .map(({ id, count = 0 }) => saying.tell("ds-count", { name: nameOf(id, saying), count }));
}

/** The questions most runs were left at. */
function leftLines({ left }: Figures, saying: FigureSaying): readonly string[] {
  const most = left.toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0));
  return counted(most, questionName, saying);
}

function stepLines({ stepsDone }: Figures, { tell }: FigureSaying): readonly string[] {
  return stepsDone.flatMap(({ months, some, none }) =>
    some === undefined || none === undefined
      ? []
      : [tell("ds-done", { time: timeOf(months, tell), some, none })],
  );
}

function minuteLines({ minutes }: Figures, { tell }: FigureSaying): readonly string[] {
  return minutes.flatMap(({ path, median }) =>
    median === undefined
      ? []
      : [
          tell(median === 1 ? "ds-minutes-one" : "ds-minutes", {
            path: tell(`dr-path-${path}`),
            median,
          }),
        ],
  );
}

function listed(
  heading: "ds-recommendations" | "ds-wishes" | "ds-left",
  lines: readonly string[],
  { tell }: FigureSaying,
): readonly string[] {
  return lines.length === 0 ? [] : [[tell(heading), ...lines].join("\n")];
}
