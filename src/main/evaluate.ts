import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { printScores } from "../cli/print-scores.ts";
import { scoreQuestions, type LabelledQuestion } from "../cli/score-questions.ts";
import { ConfigurationError } from "../model/errors.ts";
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
  const now = systemClock.now();
  const scored = labels.map((label) => ({
    label,
    outcome: answerOnce(label.question, knowledge, now),
  }));
  const known = new Set(knowledge.library.intents.map(({ id }) => id));
  const scores = scoreQuestions(scored, known);
  const text = values.json === true ? JSON.stringify(scores, undefined, 2) : printScores(scores);
  process.stdout.write(`${text}\n`);
  return 0;
}

/** Reads the columns lang, kind, intent and question; several accepted intents are parted by `|`. */
function readQuestions(file: string): LabelledQuestion[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new ConfigurationError(`${file}: cannot be read. Check the path.`, { cause });
  }
  const [header = "", ...lines] = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const columns = header.split("\t");
  const at = ["lang", "kind", "intent", "question"].map((name) => columns.indexOf(name));
  if (at.includes(-1)) {
    throw new ConfigurationError(
      `${file}:1 the first line must name the columns lang, kind, intent and question, parted by tabs.`,
    );
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const cells = line.split("\t");
    const [language, kind, intent, question] = at.map((column) => cells[column]);
    if (language === undefined || kind === undefined || !intent || question === undefined) {
      throw new ConfigurationError(`${file}:${index + 2} has ${cells.length} columns.`);
    }
    return [{ language, kind, intents: intent.split("|"), question }];
  });
}
