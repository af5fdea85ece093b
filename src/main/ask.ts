import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { renderMarkdown, withoutControls } from "../adapters/console/render-markdown.ts";
import { wordsOf } from "../model/reply.ts";
import { systemClock } from "../system/system-clock.ts";
import { answerOnce, type AnsweredOnce } from "./answer-once.ts";
import { loadKnowledge } from "./load-knowledge.ts";
import { configOf, configOption } from "./options.ts";

/** `passerelle ask`: answers one question, or each line of standard input; stores nothing. */
export async function ask(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...configOption, batch: { type: "boolean" }, json: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.batch !== true && positionals.length === 0) {
    process.stderr.write('Write the question: passerelle ask "comment …", or --batch.\n');
    return 2;
  }
  const knowledge = await loadKnowledge(root, configOf(values, root));
  const print = values.json === true ? asJson : asText;
  const answer = (question: string) => {
    process.stdout.write(
      `${print(question, answerOnce(question, knowledge, systemClock.now()))}\n`,
    );
  };
  if (values.batch !== true) {
    answer(positionals.join(" "));
    return 0;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    answer(line);
  }
  return 0;
}

function asJson(question: string, answered: AnsweredOnce): string {
  const { language, decision, intents, confidence, candidates, replies } = answered;
  const answer = replies.map(wordsOf).join("\n\n");
  return JSON.stringify({
    question,
    language,
    decision,
    intents,
    confidence,
    candidates,
    answer,
  });
}

function asText(_question: string, { replies }: AnsweredOnce): string {
  return replies
    .map((reply) => {
      const lines = reply.choices.map(({ label }, index) => `  ${index + 1}. ${label}`);
      const style = { hasColours: false, width: 0 };
      return [renderMarkdown(withoutControls(wordsOf(reply)), style), ...lines].join("\n");
    })
    .join("\n\n");
}
