import { readFileSync } from "node:fs";
import { z } from "zod";
import { ConfigurationError } from "../model/errors.ts";
import { announcementsShape } from "./announcements-shape.ts";
import { discordShape } from "./discord-shape.ts";
import { matrixShape } from "./matrix-shape.ts";
import { programmeShape } from "./programme-shape.ts";
import { sayIssue } from "./say-issue.ts";
import { timeZoneShape } from "./time-zone-shape.ts";

/** The shape of `bot.config.json`; the README's reference is generated from it. */
export const configShape = z.strictObject({
  language: z
    .enum(["fr", "en"])
    .default("fr")
    .describe("Language of the first answer, until the person's own is clear: fr or en."),
  timeZone: timeZoneShape
    .default("Europe/Paris")
    .describe("IANA zone in which days and weeks are counted."),
  dataFolder: z
    .string()
    .min(1)
    .default("data")
    .describe(
      "Where conversations are kept; one process at a time. From the project's root. In a terminal, pictures and PDFs are saved in `passerelle-fichiers` below it, for you to open and to delete.",
    ),
  publicName: z
    .string()
    .regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, "a domain name, as ateliers.example.org")
    .optional()
    .describe(
      "A domain name of yours, as `ateliers.example.org`: it ends the ids of events in calendars. Once calendars are out, it stays: with another, every event shows twice.",
    ),
  conversationDays: z
    .int()
    .min(2)
    .max(365)
    .default(7)
    .describe("Days a silent conversation is remembered, then erased."),
  keptQuestionDays: z
    .int()
    .min(1)
    .max(730)
    .default(180)
    .describe("Days a question without a good answer is kept for the curators."),
  evaluation: z
    .string()
    .min(1)
    .default("content/evaluation.tsv")
    .describe(
      "Labelled questions a change of content must not make worse, as `evaluate` reads them. From the project's root.",
    ),
  maxCharacters: z
    .int()
    .min(200)
    .max(20_000)
    .default(4000)
    .describe("Longest message read; a longer one is kindly refused."),
  messagesPerMinute: z
    .int()
    .min(5)
    .max(600)
    .default(60)
    .describe("Messages read from one person in a minute; beyond, one notice, then silence."),
  oldestMessageHours: z
    .number()
    .positive()
    .max(72)
    .default(6)
    .describe("A message older than this many hours, found after a stop, is not answered."),
  announcements: announcementsShape
    .optional()
    .describe(
      "Who is told of workshops without having asked in chat, below; coordinators may change it there, until this file changes again.",
    ),
  programme: programmeShape.optional().describe("How coordinators share the programme, below."),
  matrix: matrixShape
    .optional()
    .describe(
      "The Matrix account the assistant talks through, below; with no platform, a terminal.",
    ),
  discord: discordShape
    .optional()
    .describe(
      "The Discord application the assistant talks through, below, beside Matrix or alone.",
    ),
});

/** The configuration, every value present. */
export type Config = z.infer<typeof configShape>;

/**
 * Reads the configuration file; a missing file means every default, unless somebody named it.
 * @throws ConfigurationError with every fault, and the keys that do not exist
 */
export function loadConfig(file: string, isNamed = false): Config {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    if (isMissing(cause) && !isNamed) return configShape.parse({});
    throw new ConfigurationError(`${file}: cannot be read. Check its name and its rights.`, {
      cause,
    });
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new ConfigurationError(`${file}: not JSON (${String(cause)}). Check commas and quotes.`, {
      cause,
    });
  }
  const parsed = configShape.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${sayIssue(issue)}`);
  throw new ConfigurationError(
    `${file}:\n${faults.join("\n")}\nThe README lists every key and its values.`,
  );
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}
