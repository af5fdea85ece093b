import { formatDay } from "../../../answers/format-day.ts";
import {
  compareRuns,
  type ChangedAnswer,
  type ComparedDimension,
  type Comparison,
} from "../../../diagnostic/compare-runs.ts";
import { levelOf } from "../../../diagnostic/score.ts";
import type { DiagnosticRun, RecordedAnswer } from "../../../model/diagnostic-run.ts";
import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Question, Questionnaire } from "../../../model/questionnaire.ts";
import { localDay } from "../../../workshops/workshop-time.ts";

/** A finished run, and the questionnaire it was answered on. */
export interface FinishedRun {
  readonly run: DiagnosticRun;
  readonly questionnaire: Questionnaire;
}

/** What a comparison is told with. */
export interface ComparisonTelling {
  readonly tell: Tell;
  readonly language: Language;
  /** IANA zone in which days are counted. */
  readonly timeZone: string;
}

/** Facts told of each sort: a message on a phone stays short. */
const MOST_FACTS = 3;
/** More that stayed as they were are not named. */
const MOST_NAMED = 4;

/**
 * What changed since an earlier run, in words: facts first, then dimension by dimension. Markdown.
 * Source: DIAGNOSTIC.md, 9.
 */
export function tellComparison(
  before: FinishedRun,
  after: FinishedRun,
  telling: ComparisonTelling,
): string {
  const { tell, language, timeZone } = telling;
  const comparison = compareRuns(comparedOf(before), comparedOf(after));
  const at = before.run.completedAt ?? before.run.updatedAt;
  const title = tell("df-compared", { day: formatDay(localDay(new Date(at), timeZone), language) });
  if (comparison.compared === 0) return [title, tell("df-nothing-in-common")].join("\n\n");
  const facts = [
    ...factsOf(comparison.rose, "new", { after, telling }),
    ...factsOf(comparison.fell, "fell", { after, telling }),
  ];
  const parts = [
    title,
    facts.length === 0 ? tell("df-no-fact") : listed(facts),
    listed(trendsOf(comparison, after.questionnaire, telling)),
    // Said only where it is of use: nobody is warned of a fall that did not happen.
    ...(comparison.fell.length > 0 ? [tell("df-fall")] : []),
    ...(comparison.rose.length > 0 ? [tell("df-share")] : []),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function comparedOf({ run: { path, answers }, questionnaire }: FinishedRun) {
  return { questionnaire, path, answers };
}

function factsOf(
  changed: readonly ChangedAnswer[],
  sort: "new" | "fell",
  { after, telling }: { readonly after: FinishedRun; readonly telling: ComparisonTelling },
): readonly string[] {
  const { questionnaire } = after;
  const { tell, language } = telling;
  return changed.slice(0, MOST_FACTS).flatMap((change) => {
    const question = questionnaire.questions.find(({ id }) => id === change.question);
    if (!question) return [];
    const dimension = nameOf(question.dimension, questionnaire, language);
    if (change.after.kind === "number" && change.before.kind === "number") {
      const numbers = { now: change.after.number, before: change.before.number };
      return [tell(`df-${sort}-number`, { dimension, ...numbers })];
    }
    // Of ticks, only those that are new say something new.
    const known = sort === "new" ? codesOf(change.before) : [];
    const fact = labelsOf(question, codesOf(change.after), { known, language });
    return fact === "" ? [] : [tell(`df-${sort}-fact`, { dimension, fact })];
  });
}

function codesOf(answer: RecordedAnswer): readonly string[] {
  return answer.kind === "options" ? answer.codes : [];
}

function labelsOf(
  { options }: Question,
  codes: readonly string[],
  { known, language }: { readonly known: readonly string[]; readonly language: Language },
): string {
  return options
    .filter(({ code }) => codes.includes(code) && !known.includes(code))
    .map(({ label }) => label[language])
    .join(", ");
}

function trendsOf(
  { dimensions }: Comparison,
  questionnaire: Questionnaire,
  { tell, language }: ComparisonTelling,
): readonly string[] {
  const moved = dimensions.flatMap((dimension) =>
    dimension.trend === "up" || dimension.trend === "down"
      ? [tellMove(dimension, questionnaire, { tell, language })]
      : [],
  );
  const named = (trend: ComparedDimension["trend"]) =>
    dimensions
      .filter((dimension) => dimension.trend === trend)
      .map(({ id }) => nameOf(id, questionnaire, language));
  const [stable, apart] = [named("stable"), named("apart")];
  return [
    ...moved,
    ...(stable.length > MOST_NAMED ? [tell("df-stable-rest")] : []),
    ...(stable.length > 0 && stable.length <= MOST_NAMED
      ? [tell("df-stable", { dimensions: stable.join(", ") })]
      : []),
    ...(apart.length > 0 ? [tell("df-not-comparable", { dimensions: apart.join(", ") })] : []),
  ];
}

/** In words: the figures are in the file alone. */
function tellMove(
  { id, trend, before, after }: ComparedDimension,
  questionnaire: Questionnaire,
  { tell, language }: Pick<ComparisonTelling, "tell" | "language">,
): string {
  const dimension = nameOf(id, questionnaire, language);
  const way = trend === "up" ? "up" : "down";
  const levels = [before, after].map((score) =>
    score === undefined ? "" : levelOf(questionnaire, score).name[language],
  );
  const [then = "", now = ""] = levels;
  if (then === now) return tell(`df-${way}`, { dimension });
  return tell(`df-${way}-level`, { dimension, before: then, now });
}

function nameOf(
  dimension: string | undefined,
  { dimensions }: Questionnaire,
  language: Language,
): string {
  return dimensions.find(({ id }) => id === dimension)?.name[language] ?? "";
}

function listed(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
