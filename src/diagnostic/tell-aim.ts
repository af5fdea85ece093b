import type { PhraseKey, Tell } from "../model/phrases.ts";
import type { Recommendation } from "../model/questionnaire.ts";

const aims: Readonly<Record<string, PhraseKey>> = {
  com: "dr-aim-com",
  info: "dr-aim-info",
  collab: "dr-aim-collab",
  memoire: "dr-aim-memoire",
  papier: "dr-aim-papier",
  participation: "dr-aim-participation",
  creativite: "dr-aim-creativite",
  personnes: "dr-aim-personnes",
  cap: "dr-aim-cap",
  protection: "dr-aim-protection",
};

/** What a step is good for in an association's project: a suggestion; undefined for a dimension that has none. */
export function tellAim(
  { dimension }: Pick<Recommendation, "dimension">,
  tell: Tell,
): string | undefined {
  const key = aims[dimension];
  return key && tell(key);
}
