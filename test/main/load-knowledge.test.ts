import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadConfig } from "../../src/loading/load-config.ts";
import { lastKnowledge, loadKnowledge, upToDateKnowledge } from "../../src/main/load-knowledge.ts";
import { projectRoot } from "../support/project-root.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const config = loadConfig(join(projectRoot, "bot.config.json"));

/** A copy of the project's content and of what was learnt from it. */
function copiedProject(): string {
  const folder = temporaryFolder();
  for (const part of ["content", "intents", "data/cache"]) {
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  }
  return folder;
}

it("knows at once what it learnt before, while no file has changed", () => {
  expect(upToDateKnowledge(copiedProject(), config)?.library.intents.length).toBeGreaterThan(60);
});

it("refuses what it learnt from other files, but can answer with it meanwhile", () => {
  const root = copiedProject();
  appendFileSync(join(root, "intents", "website", "cost.yaml"), "# a change\n");
  expect(upToDateKnowledge(root, config)).toBeUndefined();
  expect(lastKnowledge(root, config)?.library.intents.length).toBeGreaterThan(60);
});

it("answers with the last good library while a file is broken, and says what is wrong with it", async () => {
  const root = copiedProject();
  appendFileSync(join(root, "intents", "website", "cost.yaml"), "utterances: {\n");
  expect(lastKnowledge(root, config)).toBeDefined();
  await expect(loadKnowledge(root, config)).rejects.toThrow(/website\/cost\.yaml:\d+ bad YAML/);
});

it("has nothing to answer with on a new machine", () => {
  expect(lastKnowledge(temporaryFolder(), config)).toBeUndefined();
});
