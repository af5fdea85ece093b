import { appendFileSync, cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { writeCache } from "../../src/loading/cache-file.ts";
import { loadConfig } from "../../src/loading/load-config.ts";
import { lastKnowledge, loadKnowledge, upToDateKnowledge } from "../../src/main/load-knowledge.ts";
import { projectRoot } from "../support/project-root.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const config = loadConfig(join(projectRoot, "bot.config.json"));

/** A copy of the project's content and of what was learnt from it. */
function copiedProject(): string {
  const folder = temporaryFolder();
  for (const part of ["content", "intents", "data/cache"]) {
    cpSync(join(projectRoot, part), join(folder, part), {
      recursive: true,
      preserveTimestamps: true,
    });
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

it.each([0.5, 6, 24, 47.5, 72])(
  "remembers an event longer than a message of %d hours may come again",
  (oldestMessageHours) => {
    const documents = upToDateKnowledge(projectRoot, { ...config, oldestMessageHours })?.documents;
    expect((documents?.handledEvents.keptDays ?? 0) * 24).toBeGreaterThan(oldestMessageHours);
  },
);

it("does not answer with a library learnt before a phrase was written", () => {
  const root = copiedProject();
  const known = upToDateKnowledge(root, config)?.library;
  if (!known) throw new Error("nothing was learnt");
  const { "workshops-in-month": _, ...fewer } = known.phrases.fr;
  const cache = join(root, "data", "cache");
  for (const name of readdirSync(cache)) {
    if (!name.startsWith(known.hash)) rmSync(join(cache, name));
  }
  const lastWithFrench = (fr: object) => {
    const library = { ...known, phrases: { ...known.phrases, fr } };
    writeCache(join(cache, `${known.hash}.library.gz`), gzipSync(JSON.stringify(library)));
    return lastKnowledge(root, config);
  };
  expect(lastWithFrench(known.phrases.fr)).toBeDefined();
  expect(lastWithFrench(fewer)).toBeUndefined();
});

it("has nothing to answer with on a new machine", () => {
  expect(lastKnowledge(temporaryFolder(), config)).toBeUndefined();
});
