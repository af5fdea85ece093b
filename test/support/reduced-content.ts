import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Sentences kept of each list, by language: what `check` asks for at the least. */
const kept: Readonly<Record<string, number>> = { fr: 25, en: 12 };

/**
 * A project of its own whose library is the real one cut to be learnt in seconds: every page, 25 French and 12
 * English wordings of each intent, 40 sentences out of scope of each kind, no follow-up.
 * @param evaluation rows below the head: language, kind, intents and question, parted by tabs
 */
export function reducedContent(evaluation: readonly string[]): string {
  const root = temporaryFolder();
  for (const part of ["content", "intents"]) {
    cpSync(join(projectRoot, part), join(root, part), { recursive: true });
  }
  const intents = join(root, "intents");
  for (const name of readdirSync(intents, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".yaml") || name.startsWith("global-words")) continue;
    const file = join(intents, name);
    writeFileSync(
      file,
      name.startsWith("out-of-scope")
        ? cut(readFileSync(file, "utf8"), () => 40)
        : cut(readFileSync(file, "utf8"), (key) => kept[key] ?? 0),
    );
  }
  const head = "lang\tkind\tintent\tquestion";
  writeFileSync(join(root, "content", "evaluation.tsv"), [head, ...evaluation, ""].join("\n"));
  writeFileSync(join(root, "bot.config.json"), "{}\n");
  return root;
}

/** The utterances of a file, so many of each list. */
function cut(yaml: string, most: (key: string) => number): string {
  const lines: string[] = [];
  let key = "";
  let count = 0;
  for (const line of yaml.split("\n")) {
    if (/^(?:follow-ups|counter-examples):/u.test(line)) break;
    const list = /^\s+(?<key>[a-z]+):\s*$/u.exec(line)?.groups?.["key"];
    if (list !== undefined) [key, count] = [list, 0];
    if (/^\s+- /u.test(line)) {
      count += 1;
      if (count > most(key)) continue;
    }
    lines.push(line);
  }
  return `${lines.join("\n").trimEnd()}\n`;
}
