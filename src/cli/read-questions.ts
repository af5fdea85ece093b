import { readFileSync } from "node:fs";
import { ConfigurationError } from "../model/errors.ts";
import type { LabelledQuestion } from "./score-questions.ts";

/** A labelled question, and where it stands. */
export interface ReadQuestion extends LabelledQuestion {
  /** From 1. */
  readonly line: number;
}

/**
 * Reads the columns lang, kind, intent and question of a file parted by tabs; several right intents
 * are parted by `|`.
 * @throws ConfigurationError when the file, its first line or a row is not so
 */
export function readQuestions(file: string): ReadQuestion[] {
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
  return lines.flatMap((row, index) => {
    if (row.trim() === "") return [];
    const line = index + 2;
    const cells = row.split("\t");
    const [language, kind, intent, question] = at.map((column) => cells[column]);
    if (language === undefined || kind === undefined || !intent || question === undefined) {
      throw new ConfigurationError(`${file}:${line} has ${cells.length} columns.`);
    }
    return [{ line, language, kind, intents: intent.split("|"), question }];
  });
}
