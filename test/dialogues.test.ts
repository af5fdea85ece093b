import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { IncomingMessage } from "../src/model/incoming-message.ts";
import { loadConfig } from "../src/loading/load-config.ts";
import { loadKnowledge } from "../src/main/load-knowledge.ts";
import { Chat } from "./support/chat.ts";
import { projectRoot } from "./support/project-root.ts";

const folder = join(import.meta.dirname, "dialogues");

const hearing = {
  /** Who it is, when it is another person in the same room. */
  from: z.string().default("amina"),
  hears: z.array(z.string()).default([]),
  not: z.array(z.string()).default([]),
  /** One of `hears` is enough. */
  any: z.boolean().default(false),
};

/**
 * A conversation as a file: what is said or pressed, what must and must not be heard. The clock may move, and
 * the bot may be stopped and started again on what it had stored.
 */
const dialogue = z.array(
  z.union([
    z.strictObject({ at: z.string() }),
    z.strictObject({ restart: z.literal(true) }),
    z.strictObject({ presses: z.string(), ...hearing }),
    /** `edits`: in place of the message before. */
    z.strictObject({ says: z.string(), edits: z.boolean().default(false), ...hearing }),
  ]),
);

type Spoken = Exclude<z.infer<typeof dialogue>[number], { at: string } | { restart: true }>;

/** What is said or pressed, as a message of a name of its own. */
function messageOf(step: Spoken, number: number): [string, Partial<IncomingMessage>] {
  const message = { id: `said-${number}`, from: step.from };
  if ("presses" in step) return ["", { ...message, pressed: step.presses }];
  return [step.says, { ...message, ...(step.edits && { edits: `said-${number - 1}` }) }];
}

describe("a conversation", async () => {
  const config = loadConfig(join(projectRoot, "bot.config.json"));
  const knowledge = await loadKnowledge(projectRoot, config);

  it.each(readdirSync(folder))("goes as written in %s", async (file) => {
    let chat = await Chat.open(knowledge);
    for (const [number, step] of dialogue
      .parse(parse(readFileSync(join(folder, file), "utf8")))
      .entries()) {
      if ("at" in step) {
        chat.clock.moveTo(step.at);
        continue;
      }
      if ("restart" in step) {
        chat = await Chat.open(knowledge, chat.store, { clock: chat.clock });
        continue;
      }
      const [text, message] = messageOf(step, number);
      const said = text === "" ? `[${message.pressed ?? ""}]` : text;
      const heard = (await chat.says(text, message)).join("\n");
      const found = step.hears.filter((words) => heard.includes(words));
      const needed = step.any ? Math.min(1, step.hears.length) : step.hears.length;
      expect(found.length, `« ${said} » heard:\n${heard}`).toBeGreaterThanOrEqual(needed);
      for (const words of step.not) expect(heard, said).not.toContain(words);
    }
  });
});
