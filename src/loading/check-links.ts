import { languages } from "../model/language.ts";
import { outOfScope } from "../model/library.ts";
import { bareWords } from "../model/bare-words.ts";
import { checkWorkshopLinks } from "./check-workshop-links.ts";
import type { IntentFile } from "./read-intent.ts";
import type { FileOf } from "./read-library.ts";
import type { ResourceFile } from "./read-resource.ts";
import type { PlacedWorkshop } from "./read-workshops.ts";

/** What the links of the files are checked against. */
export interface LinkedFiles {
  readonly resources: readonly FileOf<ResourceFile>[];
  readonly intents: readonly FileOf<IntentFile>[];
  readonly workshops: readonly FileOf<readonly PlacedWorkshop[]>[];
  /** Ids that may be named though nothing is written for them yet. */
  readonly planned: readonly string[];
  readonly themes: readonly string[];
}

/** Adds a problem for each link between files that leads nowhere, and each sentence that stands twice. */
export function checkLinks(files: LinkedFiles): void {
  checkPairs(files);
  checkNames(files);
  checkResourceLinks(files);
  checkIntentLinks(files);
  checkRepeats(files.intents);
  checkWorkshopLinks(files);
}

function checkPairs({ resources, intents }: LinkedFiles): void {
  const answered = new Set(resources.map(({ content }) => content.resource.id));
  const asked = new Set(intents.map(({ content }) => content.intent.id));
  for (const { problems, content } of intents) {
    const { id } = content.intent;
    if (!answered.has(id)) {
      const path = `content/resources/${id.replace(".", "/")}.md`;
      problems.add(1, `no answer for "${id}"`, `Write ${path}, or mend it if it is there`);
    }
  }
  for (const { problems, content } of resources) {
    const { id } = content.resource;
    if (!asked.has(id)) {
      const path = `intents/${id.replace(".", "/")}.yaml`;
      problems.add(1, `nobody can ask for "${id}"`, `Write ${path}, or mend it if it is there`);
    }
  }
}

function checkNames({ resources, intents, themes }: LinkedFiles): void {
  for (const { problems, content } of resources) {
    const { id, theme } = content.resource;
    checkName(problems, id, `content/resources/${id.replace(".", "/")}.md`);
    if (!id.startsWith(`${theme}.`)) {
      problems.add(content.lineOf(["theme"]), `the theme of "${id}" is not "${theme}"`, "Mend it");
    }
    if (!themes.includes(theme) && theme !== "bot") {
      problems.add(
        content.lineOf(["theme"]),
        `unknown theme "${theme}"`,
        "See content/themes.yaml",
      );
    }
  }
  for (const { problems, content } of intents) {
    checkName(problems, content.intent.id, `intents/${content.intent.id.replace(".", "/")}.yaml`);
  }
}

function checkName(problems: FileOf<unknown>["problems"], id: string, path: string): void {
  if (problems.file !== path) problems.add(2, `"${id}" is the id of ${path}`, "Rename one of them");
}

function checkResourceLinks({ resources, themes, planned }: LinkedFiles): void {
  const published = resources.filter(({ content }) => content.isPublished);
  const reachable = new Set([...published.map(({ content }) => content.resource.id), ...planned]);
  for (const { problems, content } of resources) {
    const { resource, lineOf } = content;
    for (const [index, id] of resource.next.entries()) {
      if (id === resource.id || !reachable.has(id)) {
        problems.add(
          lineOf(["next", index]),
          `next leads to "${id}"`,
          "Name another published page",
        );
      }
    }
    if (resource.workshopTheme !== undefined && !themes.includes(resource.workshopTheme)) {
      const line = lineOf(["workshop-theme"]);
      problems.add(line, `unknown theme "${resource.workshopTheme}"`, "See content/themes.yaml");
    }
  }
}

function checkIntentLinks({ intents, planned }: LinkedFiles): void {
  const known = new Set([
    ...intents.map(({ content }) => content.intent.id),
    ...planned,
    outOfScope,
  ]);
  const themes = new Set(
    [...known].filter((id) => id.includes(".")).map((id) => `${id.slice(0, id.indexOf("."))}.*`),
  );
  for (const { problems, content } of intents) {
    const { intent, lineOf } = content;
    for (const [group, { after }] of intent.followUps.entries()) {
      for (const [index, id] of after.entries()) {
        if (known.has(id) || themes.has(id)) continue;
        problems.add(
          lineOf(["follow-ups", group, "after", index]),
          `a follow-up after the unknown intent "${id}"`,
          "Name an intent, or a theme as theme.*",
        );
      }
    }
    for (const language of languages) {
      const examples = intent.counterExamples.filter((example) => example.language === language);
      for (const [index, example] of examples.entries()) {
        if (known.has(example.intent) && example.intent !== intent.id) continue;
        problems.add(
          lineOf(["counter-examples", language, index]),
          `a counter-example belongs to "${example.intent}"`,
          "Name another intent, or out-of-scope",
        );
      }
    }
  }
}

function checkRepeats(intents: readonly FileOf<IntentFile>[]): void {
  const seen = new Map<string, string>();
  for (const { problems, content } of intents) {
    for (const language of languages) {
      for (const [index, utterance] of content.intent.utterances[language].entries()) {
        const key = `${language} ${bareWords(utterance)}`;
        const line = content.lineOf(["utterances", language, index]);
        const before = seen.get(key);
        if (before !== undefined) {
          problems.add(line, `"${utterance}" stands already at ${before}`, "Keep it in one place");
        } else {
          seen.set(key, `${problems.file}:${line}`);
        }
      }
    }
  }
}
