import { parseArgs } from "node:util";
import { findGlobalWord } from "../bot/global-words.ts";
import { readText } from "../bot/read-text.ts";
import { printExplanation } from "../cli/print-explanation.ts";
import { ConfigurationError } from "../model/errors.ts";
import { createExplain } from "../understanding/explain-question.ts";
import { loadKnown } from "./load-knowledge.ts";
import { configOf, configOption } from "./options.ts";

/** `passerelle explain QUESTION`: why it is understood as it is. Nothing is stored. */
export async function explain(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...configOption, after: { type: "string" }, json: { type: "boolean" } },
    allowPositionals: true,
  });
  const config = configOf(values, root);
  const read = readText(positionals.join(" "), config.maxCharacters);
  if (read.kind !== "text") {
    process.stderr.write(
      `Write the question, of ${config.maxCharacters} characters at most: passerelle explain "comment …"\n`,
    );
    return 2;
  }
  const { knowledge, model } = await loadKnown(root, config);
  const { library } = knowledge;
  if (values.after !== undefined && !library.intents.some(({ id }) => id === values.after)) {
    throw new ConfigurationError(`--after ${values.after}: no such intent. See intents/.`);
  }
  const globalWord = findGlobalWord(read.text, library)?.word;
  const explanation = createExplain(model, library)(read.text, {
    language: config.language,
    previousIntent: values.after,
  });
  if (values.json === true) {
    process.stdout.write(`${JSON.stringify({ globalWord, ...explanation })}\n`);
    return 0;
  }
  if (globalWord !== undefined) {
    process.stdout.write(
      `The word "${globalWord}" of intents/global-words.yaml decides, before anything below.\n\n`,
    );
  }
  process.stdout.write(`${printExplanation(explanation)}\n`);
  return 0;
}
