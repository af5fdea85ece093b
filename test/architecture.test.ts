import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { faultsOf, type SourceText } from "./support/architecture-rules.ts";

const src = join(dirname(fileURLToPath(import.meta.url)), "..", "src");

const sources: SourceText[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .map((path) => ({
    path: relative(src, join(src, path)),
    text: readFileSync(join(src, path), "utf8"),
  }));

describe("the architecture", () => {
  it("holds in every file of src", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(faultsOf)).toEqual([]);
  });

  it.each([
    ["bot/bot.ts", 'import { Client } from "discord.js";', "discord.js"],
    ["bot/bot.ts", 'import { MatrixClient } from "matrix-bot-sdk";', "matrix-bot-sdk"],
    ["bot/bot.ts", 'const x = await import("discord.js");', "discord.js"],
    ["understanding/a.ts", "const now = Date.now();", "clock"],
    ["bot/a.ts", "const now = new Date();", "clock"],
    ["answers/a.ts", "const n = Math.random();", "randomness"],
    ["privacy/a.ts", "const v = process.env.HOME;", "environment"],
    ["workshops/a.ts", 'import { x } from "../answers/x.ts";', "answers"],
    ["workshops/a.ts", 'import { x } from "../announcements/plan.ts";', "announcements"],
    ["sign-up/a.ts", 'import { x } from "../announcements/plan.ts";', "announcements"],
    ["announcements/a.ts", 'import { z } from "zod";', "zod"],
    ["model/a.ts", 'import type { Store } from "../ports/store.ts";', "ports"],
    ["stores/a.ts", 'import { Bot } from "../bot/bot.ts";', "bot"],
    ["adapters/console/a.ts", 'import { b } from "../simulated/b.ts";', "simulated"],
    ["bot/a.ts", 'const isMatrix = platform === "matrix";', "platform"],
    [
      "loading/a.ts",
      'import stem from "natural/lib/natural/stemmers/porter_stemmer_fr.js";',
      "natural",
    ],
    ["answers/index.ts", "", "barrel"],
  ])("refuses, in %s, %s", (path, text, about) => {
    expect(faultsOf({ path, text }).join("\n")).toContain(about);
  });

  it("lets announcements, sign-up and statistics read the programme", () => {
    const text = 'import { startOf } from "../workshops/workshop-time.ts";';
    const readers = ["announcements/a.ts", "sign-up/a.ts", "statistics/a.ts"];
    expect(readers.flatMap((path) => faultsOf({ path, text }))).toEqual([]);
  });

  it("leaves a date made from a value alone", () => {
    expect(faultsOf({ path: "bot/a.ts", text: "const at = new Date(message.at);" })).toEqual([]);
  });
});
