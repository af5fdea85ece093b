import type { Knowledge } from "../../src/bot/knowledge.ts";
import type { DiagnosticRun } from "../../src/model/diagnostic-run.ts";
import type { Reply } from "../../src/model/reply.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import type { PictureMaker, PrintedReport } from "../../src/ports/picture-maker.ts";
import { put } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { Chat } from "./chat.ts";
import { FixedClock } from "./fixed-clock.ts";
import { finishedRun } from "./followed-chat.ts";
import { goldenCase, type GoldenCase } from "./golden-cases.ts";
import { scriptedKnowledge, type Script } from "./small-library.ts";

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
    const kept = runOf(goldenCase(letter), run);
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
