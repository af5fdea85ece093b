import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { inARow } from "./in-a-row.ts";
import { levelOf, type DimensionScore, type Scores } from "./score.ts";

/** What a radar shows, to be said in words. */
export interface RadarWords {
  readonly questionnaire: Questionnaire;
  readonly scores: Pick<Scores, "dimensions">;
  readonly language: Language;
  readonly tell: Tell;
}

/** Longest text that stands for a picture on every platform, in characters. */
const MOST_ALTERNATIVE = 1024;

/**
 * What stands for the picture where it is not seen: each dimension with its level in words. The figures are in the
 * table of the report.
 */
export function radarAlternative(words: RadarWords): string {
  const { tell } = words;
  const list = named(words).map(({ name, found }) =>
    tell("dp-radar-level", { name, level: levelInWords(found, words).toLowerCase() }),
  );
  const text = tell("dp-radar-alt", { list: inARow(list, tell) });
  return text.length <= MOST_ALTERNATIVE ? text : `${text.slice(0, MOST_ALTERNATIVE - 1)}…`;
}

/** The level of a dimension, or why it has none. */
export function levelInWords(
  { score, isConcerned }: DimensionScore,
  { questionnaire, language, tell }: Pick<RadarWords, "questionnaire" | "language" | "tell">,
): string {
  if (!isConcerned) return tell("dp-not-concerned");
  if (score === undefined) return tell("dp-too-few-answers");
  return levelOf(questionnaire, score).name[language];
}

function named({ questionnaire, scores, language }: RadarWords) {
  return questionnaire.dimensions.flatMap(({ id, name }) => {
    const found = scores.dimensions.find((one) => one.id === id);
    return found ? [{ name: name[language], found }] : [];
  });
}
