import type { Figures, Shown } from "../model/diagnostic-figures.ts";
import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { spreadsheetText } from "../model/spreadsheet-text.ts";

/** How figures are told. */
export interface FigureSaying {
  /** Today's: what is counted is named by it. */
  readonly questionnaire: Questionnaire;
  readonly language: Language;
  readonly tell: Tell;
}

/** Figures as a file for a spreadsheet: a line for each number, with what it is of and what it says. */
export function figuresTable(figures: Figures, saying: FigureSaying): string {
  const { tell } = saying;
  const header = (
    ["ds-column-of", "ds-column-where", "ds-column-name", "ds-column-figure"] as const
  ).map((key) => tell(key));
  return spreadsheetText([header, ...linesOf(figures, saying)]);
}

/** Lines of four cells, in the order of the figures. */
function linesOf(figures: Figures, saying: FigureSaying): readonly (readonly string[])[] {
  const { tell } = saying;
  const few = (shown: Shown) => (shown === undefined ? tell("ds-few") : String(shown));
  const all = tell("ds-everywhere");
  const path = (one: "short" | "full") => tell(`dr-path-${one}`);
  return [
    [tell("ds-of-associations"), all, "", few(figures.associations)],
    ...figures.levels.map(({ dimension, score }) => [
      tell("ds-of-level"),
      all,
      dimensionName(dimension, saying),
      few(score),
    ]),
    ...figures.recommendations.map(({ id, count }) => [
      tell("ds-of-recommendation"),
      all,
      recommendationName(id, saying),
      few(count),
    ]),
    ...figures.wishes.map(({ id, count }) => [
      tell("ds-of-wish"),
      all,
      dimensionName(id, saying),
      few(count),
    ]),
    ...figures.left.map((one) => [
      tell("ds-of-left"),
      path(one.path),
      questionName(one.id, saying),
      hidden(one.count, tell),
    ]),
    ...figures.stepsDone.flatMap(({ months, some, none }) => [
      [
        tell("ds-of-done"),
        all,
        tell("ds-done-some", { time: timeOf(months, tell) }),
        hidden(some, tell),
      ],
      [
        tell("ds-of-done"),
        all,
        tell("ds-done-none", { time: timeOf(months, tell) }),
        hidden(none, tell),
      ],
    ]),
    ...figures.minutes.map((one) => [tell("ds-of-minutes"), path(one.path), "", few(one.median)]),
    ...figures.territories.flatMap(({ territory, associations, levels }) => [
      [tell("ds-of-associations"), territory, "", hidden(associations, tell)],
      ...levels.map(({ dimension, score }) => [
        tell("ds-of-level"),
        territory,
        dimensionName(dimension, saying),
        hidden(score, tell),
      ]),
    ]),
  ];
}

/** Hidden because it is too small, or because another beside it is: it is not said which. */
function hidden(shown: Shown, tell: Tell): string {
  return shown === undefined ? tell("ds-hidden") : String(shown);
}

/** How long after the result, in words. */
export function timeOf(months: 1 | 3, tell: Tell): string {
  return tell(months === 1 ? "ds-one-month" : "ds-three-months");
}

/** The name of a dimension; of one that is gone, its id. */
export function dimensionName(id: string, { questionnaire, language }: FigureSaying): string {
  return questionnaire.dimensions.find((one) => one.id === id)?.name[language] ?? id;
}

/** The title of a recommendation; of one that is gone, its id. */
export function recommendationName(id: string, { questionnaire, language }: FigureSaying): string {
  return questionnaire.recommendations.find((one) => one.id === id)?.title[language] ?? id;
}

/** A question in full; of one that is gone, its id. */
export function questionName(id: string, { questionnaire, language }: FigureSaying): string {
  return questionnaire.questions.find((one) => one.id === id)?.text[language] ?? id;
}
