import type { DiagnosticRun } from "../model/diagnostic-run.ts";
import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Questionnaire, Recommendation } from "../model/questionnaire.ts";
import type { Advice } from "./recommend.ts";
import { plainWords } from "./plain-words.ts";

/** What a roadmap is made of, and how it is said. */
export interface RoadmapSource {
  readonly questionnaire: Pick<Questionnaire, "recommendations">;
  readonly run: Pick<DiagnosticRun, "roadmap">;
  readonly advice: Pick<Advice, "now" | "next">;
  readonly language: Language;
  readonly tell: Tell;
  /** A day in words. */
  readonly sayDay: (day: string) => string;
}

/** What, what for, who and with whom, by when, first step, done when, state. */
export type RoadmapRow = readonly [string, string, string, string, string, string, string];

/** The names of the columns, in that order. */
export function roadmapColumns(tell: Tell): RoadmapRow {
  return [
    tell("dp-what"),
    tell("dp-aim"),
    tell("dp-who"),
    tell("dp-by"),
    tell("dp-first-step"),
    tell("dp-done-when"),
    tell("dp-state"),
  ];
}

/** The lines of the roadmap or, without one, what is advised with the rest left empty to write in. */
export function roadmapRows(source: RoadmapSource): readonly RoadmapRow[] {
  const { questionnaire, run, advice, language, tell, sayDay } = source;
  if (!run.roadmap || run.roadmap.length === 0) {
    return [...advice.now, ...advice.next].map(({ recommendation }) => {
      const { title, step, done } = wordsOf(recommendation, language);
      return [title, "", "", "", step, done, ""];
    });
  }
  return run.roadmap.map(({ recommendation: id, aim = "", who, helper, by, state }) => {
    const found = questionnaire.recommendations.find((one) => one.id === id);
    const { title, step, done } = found
      ? wordsOf(found, language)
      : { title: id, step: "", done: "" };
    const people = whoInWords({ who, helper }, tell);
    return [title, plainWords(aim), people, sayDay(by), step, done, tell(`dr-state-${state}`)];
  });
}

/** Who does it and with whom, as typed. */
export function whoInWords(
  { who, helper }: { readonly who?: string | undefined; readonly helper?: string | undefined },
  tell: Tell,
): string {
  const name = plainWords(who ?? "") || tell("dp-undecided");
  const other = plainWords(helper ?? "");
  return other === "" ? name : tell("dp-who-with", { who: name, helper: other });
}

/** A title stands alone, without the stop it has in the list of advice. */
export function wordsOf({ title, step, done }: Recommendation, language: Language) {
  return {
    title: title[language].replace(/\.$/u, ""),
    step: step[language],
    done: done[language].replace(/^\p{L}/u, (letter) => letter.toUpperCase()),
  };
}
