import { parseArgs } from "node:util";
import { printScores } from "../cli/print-scores.ts";
import { readQuestions } from "../cli/read-questions.ts";
import { scoreQuestions } from "../cli/score-questions.ts";
import { showConfusions } from "../cli/show-confusions.ts";
import { createFindNearest } from "../loading/nearest-utterance.ts";
import { systemClock } from "../system/system-clock.ts";
import { answerOnce } from "./answer-once.ts";
import { loadKnowledge } from "./load-knowledge.ts";
import { configOf, configOption } from "./options.ts";

/** `passerelle evaluate FILE.tsv`: how well labelled questions are understood. */
export async function evaluate(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...configOption, json: { type: "boolean" } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) {
    process.stderr.write("Name a file of questions: passerelle evaluate FILE.tsv\n");
    return 2;
  }
  const labels = readQuestions(file);
  const knowledge = await loadKnowledge(root, configOf(values, root));
  const { library } = knowledge;
  const now = systemClock.now();
  const scored = labels.map((label) => ({
    label,
    outcome: answerOnce(label.question, knowledge, now),
  }));
  const scores = scoreQuestions(scored, new Set(library.intents.map(({ id }) => id)));
  const confusions = showConfusions(scores.confusions, scored, createFindNearest(library));
  const shown = { ...scores, confusions };
  const text = values.json === true ? JSON.stringify(shown, undefined, 2) : printScores(shown);
  process.stdout.write(`${text}\n`);
  return 0;
}
