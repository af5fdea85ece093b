import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { settleCluster, type SettleEnd } from "../bot/curation/settle-cluster.ts";
import { printCluster, printClusters, printTrial } from "../cli/print-curation.ts";
import { clusterQuestions, type QuestionCluster } from "../curation/cluster-questions.ts";
import { weighWords } from "../curation/weigh-words.ts";
import { createContentFiles } from "../loading/content-files.ts";
import { readFileChanges } from "../model/content-change.ts";
import { ConfigurationError } from "../model/errors.ts";
import { outOfScope } from "../model/library.ts";
import { remove } from "../ports/store.ts";
import { createJsonLog } from "../system/json-log.ts";
import { systemClock } from "../system/system-clock.ts";
import { createContentTrials } from "./content-trials.ts";
import { endWithParent } from "./end-with-parent.ts";
import { loadKnowledge } from "./load-knowledge.ts";
import { newPage, newPageOptions } from "./new-page.ts";
import { openData } from "./open-data.ts";
import { configOf, configOption } from "./options.ts";
import { tryContent } from "./try-content.ts";

const options = {
  ...configOption,
  ...newPageOptions,
  json: { type: "boolean" },
  root: { type: "string" },
} as const;

const verbs = `list · show CODE · add CODE INTENT · new CODE THEME.NAME --title T --text FILE · ignore CODE · out-of-scope CODE · quit`;

/**
 * `passerelle curate`: unknown and disliked questions put together, and what to do about them. Without a verb, in
 * a terminal, it asks; with one, it does it.
 */
export async function curate(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const content = values.root === undefined ? root : resolve(values.root);
  const config = configOf(values, content);
  if (positionals[0] === "try") {
    // How the running assistant tries a change: the changes come in and the report goes out, as JSON.
    if (positionals[1] !== undefined) endWithParent(Number(positionals[1]));
    const changes = readFileChanges(readFileSync(0, "utf8"));
    process.stdout.write(JSON.stringify(await tryContent(content, config, changes)));
    return 0;
  }
  const log = createJsonLog(
    "warn",
    (line) => process.stderr.write(line),
    () => systemClock.now(),
  );
  let knowledge = await loadKnowledge(content, config);
  const { documents } = knowledge;
  const { store } = await openData(resolve(content, config.dataFolder), {
    types: knowledge.kinds,
    log,
    key: process.env["PASSERELLE_KEY"],
  });
  const hands = {
    files: createContentFiles(content),
    trials: createContentTrials({
      root: content,
      args: values.config === undefined ? [] : ["--config", resolve(values.config)],
      log,
      adopt: async () => {
        knowledge = await loadKnowledge(content, config);
        return true;
      },
    }),
  };
  try {
    if (positionals.length > 0 || values.json === true || !process.stdin.isTTY) {
      return await act(positionals, values);
    }
    return await talk();
  } finally {
    await store.close();
  }

  async function clusters(): Promise<readonly QuestionCluster[]> {
    const { library } = knowledge;
    const weigh = weighWords(
      library.intents.flatMap(({ utterances }) => [...utterances.fr, ...utterances.en]),
    );
    return clusterQuestions(await store.list(documents.keptQuestions), weigh);
  }

  async function talk(): Promise<number> {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    await act([], {});
    process.stdout.write(`${verbs}\n`);
    lines.setPrompt("> ");
    lines.prompt();
    for await (const line of lines) {
      const words = wordsOf(line);
      if (["quit", "q", "exit"].includes(words[0] ?? "")) break;
      await tryLine(words);
      lines.prompt();
    }
    lines.close();
    return 0;
  }

  async function tryLine(words: readonly string[]): Promise<void> {
    try {
      const read = parseArgs({ args: [...words], options, allowPositionals: true });
      await act(read.positionals, read.values);
    } catch (error) {
      // A word mistyped ends nothing.
      process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }

  async function act(
    [verb = "list", code, intent]: readonly string[],
    given: typeof values,
  ): Promise<number> {
    const isJson = given.json === true;
    const all = await clusters();
    if (verb === "list") {
      print(isJson ? asJson(all) : printClusters(all));
      return 0;
    }
    const cluster = all.find((one) => one.code === code);
    if (!cluster)
      throw new ConfigurationError(`No question has the code "${code ?? ""}". ${verbs}`);
    switch (verb) {
      case "show":
        print(isJson ? asJson(cluster) : printCluster(cluster));
        return 0;
      case "ignore":
        await forget(cluster);
        print(isJson ? JSON.stringify({ kind: "done", added: [] }) : "Ignored.");
        return 0;
      case "out-of-scope":
        return ended(
          await settleCluster(cluster, outOfScope, hands, knowledge.library),
          cluster,
          isJson,
        );
      case "add":
        return ended(
          await settleCluster(cluster, intent ?? "", hands, knowledge.library),
          cluster,
          isJson,
        );
      case "new":
        return ended(
          await newPage(cluster, intent ?? "", given, { ...hands, knowledge }),
          cluster,
          isJson,
        );
      default:
        throw new ConfigurationError(`Unknown verb "${verb}". ${verbs}`);
    }
  }

  async function ended(end: SettleEnd, cluster: QuestionCluster, isJson: boolean): Promise<number> {
    if (end.kind === "done") await forget(cluster);
    print(isJson ? JSON.stringify(end, undefined, 2) : describeEnd(end));
    return end.kind === "done" ? 0 : 1;
  }

  async function forget({ questions }: QuestionCluster): Promise<void> {
    await store.write(questions.map(({ id }) => remove(documents.keptQuestions, id)));
  }
}

function describeEnd(end: SettleEnd): string {
  switch (end.kind) {
    case "done":
      return [
        ...(end.report ? [printTrial(end.report)] : []),
        end.added.length === 0
          ? "Done: every wording stood there already."
          : ["Done. Added:", ...end.added.map((text) => `  ${text}`)].join("\n"),
      ].join("\n");
    case "refused":
      return printTrial(end.report);
    case "no-place":
      return "There is no such intent, or its file has no list of sentences. See intents/.";
    case "changed-meanwhile":
      return "Somebody changed the file meanwhile: try again.";
    case "not-tried":
      return "The change could not be tried: see the lines above.";
  }
}

/** Who asked, and in which room: nobody who sorts questions needs to know. */
const aboutThem = new Set(["owner", "askedIn"]);

function asJson(shown: QuestionCluster | readonly QuestionCluster[]): string {
  return JSON.stringify(
    shown,
    (key, value: unknown) => (aboutThem.has(key) ? undefined : value),
    2,
  );
}

/** A typed line as words; what stands between quotes is one. */
function wordsOf(line: string): string[] {
  return Array.from(line.matchAll(/"([^"]*)"|(\S+)/gu), ([, quoted, word]) => quoted ?? word ?? "");
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
