import { tellIn } from "../../src/answers/tell-in.ts";
import { formatDay } from "../../src/answers/format-day.ts";
import type { ReportSource } from "../../src/diagnostic/report-source.ts";
import { resultOf } from "../../src/diagnostic/result-of.ts";
import type { Language } from "../../src/model/language.ts";
import type { GoldenCase } from "./golden-cases.ts";
import { library } from "./small-library.ts";

/** What the report of a worked example is made from. */
export function sourceOf(
  { path, answers }: Pick<GoldenCase, "path" | "answers">,
  language: Language,
): ReportSource {
  const { questionnaire } = library;
  const result = resultOf(questionnaire, { path, answers, setAside: {} });
  return {
    questionnaire,
    run: { path, answers },
    scores: result.scores,
    advice: result.advice,
    language,
    tell: tellIn(library.phrases[language]),
    sayDay: (day) => formatDay(day, language),
    day: "2027-01-20",
  };
}
