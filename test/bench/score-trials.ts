import type { Language } from "../../src/model/language.ts";
import { onOtherHalf } from "./choose-threshold.ts";
import type { Reading } from "./engines/engine.ts";
import { areaUnderCurve, judge, percentile, shareAmong, type Question } from "./measures.ts";
import type { TrialReport } from "./run-trial.ts";
import type { Trial } from "./trial.ts";

/** How an engine did on a set, in one language. Shares are 0..1; undefined where the set cannot tell. */
export interface Scores {
  readonly top1: number;
  readonly top3: number;
  readonly oneTypoTop1: number;
  readonly twoTyposTop1: number;
  /** In scope against out of scope, by what the engine tells them apart by; see `Refusal`. */
  readonly auroc: number | undefined;
  /** At a threshold chosen on the other half: of those in scope, of those out of scope, and the mean. */
  readonly answeredRightly: number | undefined;
  readonly refusedOutside: number | undefined;
  readonly atThreshold: number | undefined;
  /** Time and memory of the whole trial, all languages together; the mean of the trials. */
  readonly fitMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly residentMb: number;
  readonly peakMb: number;
}

/** A trial and what an engine's process told of it. */
export interface DoneTrial {
  readonly trial: Trial;
  readonly report: TrialReport;
}

type List = "questions" | "withOneTypo" | "withTwoTypos" | "outside";

/** Scores all trials of a set together, those questions that are in one language. */
export function scoreTrials(done: readonly DoneTrial[], language: Language): Scores {
  const clean = pick(done, "questions", language);
  const oneTypo = pick(done, "withOneTypo", language);
  const twoTypos = pick(done, "withTwoTypos", language);
  const strange = pick(done, "outside", language).readings;
  const refusal = strange.length < 2 ? undefined : chooseRefusal(clean.readings, strange);
  const half =
    refusal &&
    onOtherHalf(judge(clean.questions, clean.readings, refusal.by), strange.map(refusal.by));
  const readMs = done.flatMap(({ report }) => report.readMs);
  const mean = (of: (report: TrialReport) => number) =>
    done.reduce((sum, { report }) => sum + of(report), 0) / done.length;
  return {
    top1: shareAmong(1, clean.questions, clean.readings),
    top3: shareAmong(3, clean.questions, clean.readings),
    oneTypoTop1: shareAmong(1, oneTypo.questions, oneTypo.readings),
    twoTyposTop1: shareAmong(1, twoTypos.questions, twoTypos.readings),
    auroc: refusal?.auroc,
    answeredRightly: half?.answeredRightly,
    refusedOutside: half?.refusedOutside,
    atThreshold: half && (half.answeredRightly + half.refusedOutside) / 2,
    fitMs: mean(({ fitMs }) => fitMs),
    p50Ms: percentile(readMs, 0.5),
    p99Ms: percentile(readMs, 0.99),
    residentMb: mean(({ residentMb }) => residentMb),
    peakMb: mean(({ peakMb }) => peakMb),
  };
}

/** What an engine refuses by: of its two figures the one that tells scope better. */
interface Refusal {
  readonly by: (reading: Reading) => number;
  readonly auroc: number;
}

/** Chosen on the very questions it is measured on, for every engine alike. */
function chooseRefusal(inside: readonly Reading[], outside: readonly Reading[]): Refusal {
  const measured = (by: Refusal["by"]): Refusal => ({
    by,
    auroc: areaUnderCurve(inside.map(by), outside.map(by)),
  });
  const confidence = measured((reading) => reading.confidence);
  const scope = measured((reading) => reading.inScope);
  return scope.auroc > confidence.auroc ? scope : confidence;
}

/** The questions of a list that are in one language, and their readings. */
function pick(done: readonly DoneTrial[], list: List, language: Language) {
  const pairs = done.flatMap(({ trial, report }) =>
    trial[list].flatMap((question, at) => {
      const reading = report[list][at];
      return reading && question.language === language ? [{ question, reading }] : [];
    }),
  );
  const questions: Question[] = pairs.map(({ question }) => question);
  const readings: Reading[] = pairs.map(({ reading }) => reading);
  return { questions, readings };
}
