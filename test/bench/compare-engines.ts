import { languages } from "../../src/model/language.ts";
import type { Comparison } from "./compare.ts";
import { engineNames, type EngineName } from "./engines/engines.ts";
import { runTrial } from "./run-program.ts";
import { scoreTrials, type DoneTrial } from "./score-trials.ts";
import type { Trial } from "./trial.ts";

/** Runs every engine on the trials of a set, one process after the other; one comparison a language. */
export async function compareEngines(
  set: string,
  trials: readonly Trial[],
  tell: (line: string) => void,
): Promise<Comparison[]> {
  const done: Record<EngineName, DoneTrial[]> = {
    passerelle: [],
    "nlp.js": [],
    "natural-bayes": [],
    minisearch: [],
  };
  for (const engine of engineNames) {
    for (const [at, trial] of trials.entries()) {
      tell(`${set}: ${engine}, part ${at + 1} of ${trials.length}`);
      const report = await runTrial({ engine, trial, modelFile: undefined });
      done[engine].push({ trial, report });
    }
  }
  return languages.flatMap((language) => {
    const count = (list: "questions" | "outside") =>
      trials.flatMap((trial) => trial[list]).filter((one) => one.language === language).length;
    if (count("questions") === 0) return [];
    const scores = {
      passerelle: scoreTrials(done.passerelle, language),
      "nlp.js": scoreTrials(done["nlp.js"], language),
      "natural-bayes": scoreTrials(done["natural-bayes"], language),
      minisearch: scoreTrials(done.minisearch, language),
    };
    return [{ set, language, questions: count("questions"), outside: count("outside"), scores }];
  });
}
