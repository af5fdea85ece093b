import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { tellIn } from "../../src/answers/tell-in.ts";
import { formatDay } from "../../src/answers/format-day.ts";
import type { ReportSource } from "../../src/diagnostic/report-source.ts";
import { resultOf } from "../../src/diagnostic/result-of.ts";
import { paths, type Answers, type DiagnosticPath } from "../../src/model/diagnostic-run.ts";
import type { Language } from "../../src/model/language.ts";
import { projectRoot } from "./project-root.ts";
import { recorded } from "./recorded-answers.ts";
import { library } from "./small-library.ts";

/** The answers of D and E are in the words of DIAGNOSTIC.md, 6. */
const described = [
  {
    letter: "D",
    path: "short",
    answers: recorded({
      P1: "a",
      S1: "d",
      I1: "c",
      C1: "?",
      M2: "?",
      A1: "c",
      T1: "?",
      K1: "?",
      H1: "?",
      G1: "b",
      X1: "?",
      W1: "-",
    }),
  },
  {
    letter: "E",
    path: "short",
    answers: recorded({
      P1: "a",
      S1: "a",
      I1: "a",
      C1: "a",
      M2: "a",
      A1: "a",
      T1: "a",
      K1: "a",
      H1: "1",
      G1: "a",
      X1: ["z"],
      W1: "-",
    }),
  },
] as const;

const caseShape = z.object({
  name: z.string(),
  path: z.enum(paths),
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});

const file = join(projectRoot, "test", "fixtures", "diagnostic", "golden-cases.json");

/** The worked examples of the specification, by their letter. */
export const goldenCases: readonly GoldenCase[] = [
  ...z
    .array(caseShape)
    .parse(JSON.parse(readFileSync(file, "utf8")))
    .map(({ name, path, answers }) => ({
      letter: name.slice(0, 1),
      path,
      answers: recorded(answers),
    })),
  ...described,
];

/** A worked example. */
export interface GoldenCase {
  readonly letter: string;
  readonly path: DiagnosticPath;
  readonly answers: Answers;
}

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

/** The worked example of a letter. */
export function goldenCase(letter: string): GoldenCase {
  const found = goldenCases.find((one) => one.letter === letter);
  if (!found) throw new Error(`no worked example ${letter}`);
  return found;
}
