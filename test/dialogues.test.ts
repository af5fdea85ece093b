import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { loadConfig } from "../src/loading/load-config.ts";
import { loadKnowledge } from "../src/main/load-knowledge.ts";
import { Chat } from "./support/chat.ts";
import { projectRoot } from "./support/project-root.ts";

const folder = join(import.meta.dirname, "dialogues");

/** A conversation as a file: what is said, what must and must not be heard; the clock may move. */
const dialogue = z.array(
  z.union([
    z.strictObject({ at: z.string() }),
    z.strictObject({
      says: z.string(),
      hears: z.array(z.string()).default([]),
      not: z.array(z.string()).default([]),
      /** One of `hears` is enough. */
      any: z.boolean().default(false),
    }),
  ]),
);

describe("a conversation", async () => {
  const config = loadConfig(join(projectRoot, "bot.config.json"));
  const knowledge = await loadKnowledge(projectRoot, config);

  it.each(readdirSync(folder))("goes as written in %s", async (file) => {
    const chat = await Chat.open(knowledge);
    for (const step of dialogue.parse(parse(readFileSync(join(folder, file), "utf8")))) {
      if ("at" in step) {
        chat.clock.moveTo(step.at);
        continue;
      }
      const heard = (await chat.says(step.says)).join("\n");
      const found = step.hears.filter((words) => heard.includes(words));
      const needed = step.any ? Math.min(1, step.hears.length) : step.hears.length;
      expect(found.length, `« ${step.says} » heard:\n${heard}`).toBeGreaterThanOrEqual(needed);
      for (const words of step.not) expect(heard, step.says).not.toContain(words);
    }
  });
});
