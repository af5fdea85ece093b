import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";

import { languages } from "../../src/model/language.ts";
import type { Intent, Library } from "../../src/model/library.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { shuffled } from "./shuffled.ts";
import { createTrial, type Size, type Trial } from "./trial.ts";

const labelled = z.array(z.object({ text: z.string().min(1), label: z.string().min(1) }));

const dataSetShape = z.object({
  lang: z.enum(languages),
  train: labelled.min(1),
  val: labelled.min(1),
  oosVal: labelled,
});

/** A set of labelled questions: learnt on its training part, measured on its validation part. */
export type DataSet = z.infer<typeof dataSetShape>;

/** A set as a trial, by the name of its file. */
export interface NamedTrial {
  readonly name: string;
  readonly trial: Trial;
}

/**
 * Every set of a folder, `*.json`.
 * @throws Error when a file is no such set
 */
export function dataTrials(folder: string, model: Library, size: Size): NamedTrial[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  if (files.length === 0) throw new Error(`${folder} holds no set: *.json, see --help`);
  return files.toSorted().map((name) => {
    const parsed = dataSetShape.safeParse(JSON.parse(readFileSync(join(folder, name), "utf8")));
    if (!parsed.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(parsed.error)}`);
    return { name: basename(name, ".json"), trial: dataTrial(parsed.data, model, size) };
  });
}

/** Makes a set look like a library; what questions need no part of is taken from `model`. */
export function dataTrial(set: DataSet, model: Library, size: Size): Trial {
  const byLabel = new Map<string, string[]>();
  for (const { text, label } of shuffled(set.train, seededRandom(5))) {
    const texts = byLabel.get(label) ?? [];
    if (texts.length < size.examples) texts.push(text);
    byLabel.set(label, texts);
  }
  const none = { fr: [], en: [] };
  const intents: Intent[] = Array.from(byLabel, ([id, texts]) => ({
    id,
    theme: "data",
    utterances: { ...none, [set.lang]: texts },
    followUps: [],
    counterExamples: [],
  }));
  const library = { ...model, hash: "data", intents, outOfScope: none, resources: [] };
  const asked = [
    ...set.val.map(({ text, label }) => ({ text, language: set.lang, intent: label })),
    ...set.oosVal.map(({ text }) => ({ text, language: set.lang, intent: undefined })),
  ];
  return createTrial(library, asked, { size, seed: 6 });
}
