import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import type { Answers, DiagnosticPath, DiagnosticRun } from "../../src/model/diagnostic-run.ts";
import type { Reply } from "../../src/model/reply.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import type { PictureMaker, PrintedReport } from "../../src/ports/picture-maker.ts";
import { put } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { Chat } from "./chat.ts";
import { FixedClock } from "./fixed-clock.ts";
import { finishedRun } from "./followed-chat.ts";
import { projectRoot } from "./project-root.ts";
import { recorded } from "./recorded-answers.ts";
import { scriptedKnowledge, type Script } from "./small-library.ts";

/** A worked example, with what it comes to. */
export interface GoldenCase {
  readonly name: string;
  readonly path: DiagnosticPath;
  readonly answers: Answers;
  readonly now: readonly string[];
  readonly next: readonly string[];
}

const shape = z.array(
  z.object({
    name: z.string(),
    path: z.enum(["short", "full"]),
    answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    expected: z.object({ now: z.array(z.string()), next: z.array(z.string()) }),
  }),
);

/** The five worked examples, A to E. */
export const goldenCases: readonly GoldenCase[] = ["golden-cases.json", "described-cases.json"]
  .flatMap((file) =>
    shape.parse(
      JSON.parse(readFileSync(join(projectRoot, "test/fixtures/diagnostic", file), "utf8")),
    ),
  )
  .map(({ name, path, answers, expected: { now, next } }) => ({
    name,
    path,
    answers: recorded(answers),
    now,
    next,
  }));

/** The example of a letter. */
export function golden(letter: string): GoldenCase {
  const found = goldenCases.find(({ name }) => name.startsWith(letter));
  if (!found) throw new Error(`no case ${letter}`);
  return found;
}

/** Makes no picture: says what it was given; a test may have it fail. */
export class FakePictures implements PictureMaker {
  readonly drawn: string[] = [];
  readonly printed: PrintedReport[] = [];
  failsAt: "png" | "pdf" | "both" | "none" = "none";

  drawPng(svg: string): Promise<Uint8Array> {
    if (this.failsAt === "png" || this.failsAt === "both") throw new Error("no picture");
    this.drawn.push(svg);
    return Promise.resolve(new Uint8Array([1, 2, 3]));
  }

  printPdf(report: PrintedReport): Promise<Uint8Array> {
    if (this.failsAt === "pdf" || this.failsAt === "both") throw new Error("no report");
    this.printed.push(report);
    return Promise.resolve(new Uint8Array([4, 5, 6]));
  }
}

/** What a chat about a result begins with. */
export interface ResultChatParts {
  readonly run?: Partial<DiagnosticRun>;
  readonly from?: string;
  readonly workshops?: readonly Workshop[];
  readonly script?: Script;
}

/** A run that was finished today, with the answers of an example. */
function runOf({ path, answers }: GoldenCase, changes: Partial<DiagnosticRun> = {}) {
  return finishedRun({ path, answers, followUp: undefined, ...changes });
}

/** A chat with somebody whose diagnostic is finished. */
export class ResultChat {
  readonly chat: Chat;
  readonly pictures: FakePictures;
  readonly knowledge: Knowledge;

  private constructor(chat: Chat, pictures: FakePictures, knowledge: Knowledge) {
    this.chat = chat;
    this.pictures = pictures;
    this.knowledge = knowledge;
  }

  static async open(letter: string, parts: ResultChatParts = {}): Promise<ResultChat> {
    const { workshops = [], script = {}, run = {}, from = "2026-09-01T10:05:00Z" } = parts;
    const knowledge: Knowledge = { ...scriptedKnowledge(script), programme: () => workshops };
    const store = createMemoryStore(Object.values(knowledge.documents));
    const kept = runOf(golden(letter), run);
    await store.write([put(knowledge.documents.diagnosticRuns, kept.id, kept)]);
    const pictures = new FakePictures();
    const clock = new FixedClock(from);
    return new ResultChat(
      await Chat.open(knowledge, store, { clock, pictures }),
      pictures,
      knowledge,
    );
  }

  /** What is read after a message: the text of each reply, without its choices. */
  async says(text: string): Promise<string> {
    return (await this.replies(text)).map((reply) => reply.text).join("\n---\n");
  }

  async replies(text: string): Promise<readonly Reply[]> {
    const before = this.chat.sent.length;
    await this.chat.says(text);
    return this.chat.sent.slice(before);
  }

  async presses(label: string): Promise<string> {
    const before = this.chat.sent.length;
    await this.chat.presses(label);
    return this.chat.sent
      .slice(before)
      .map((reply) => reply.text)
      .join("\n---\n");
  }

  /** The labels below the last reply. */
  get labels(): readonly string[] {
    return (this.chat.sent.at(-1)?.choices ?? []).map(({ label }) => label);
  }

  /** The run as it is kept. */
  async run(): Promise<DiagnosticRun> {
    const all = await this.chat.store.list(this.knowledge.documents.diagnosticRuns);
    const last = all.at(-1)?.document;
    if (!last) throw new Error("no run");
    return last;
  }
}
