import { newIntentId } from "../../curation/draft-intent.ts";
import { clusterQuestions, type QuestionCluster } from "../../curation/cluster-questions.ts";
import { monthsValid } from "../../curation/needs-source.ts";
import { monthsAfter } from "../../curation/plain-day.ts";
import { weighWords, type WeighedWords } from "../../curation/weigh-words.ts";
import { messageKey } from "../../delivery/message-key.ts";
import type { ContentDraft } from "../../model/content-draft.ts";
import type { IncomingMessage } from "../../model/incoming-message.ts";
import { languages } from "../../model/language.ts";
import { outOfScope, type Library } from "../../model/library.ts";
import { say, type Choice, type ReplyDraft } from "../../model/reply.ts";
import { remove, type Change } from "../../ports/store.ts";
import {
  readCuratorWords,
  type CuratorWords,
} from "../../understanding/curation/read-curator-words.ts";
import { readChoice } from "../../understanding/read-choice.ts";
import { today } from "../knowledge.ts";
import type { CurationParts } from "./curation-parts.ts";
import { DraftBook, replyAt } from "./draft-book.ts";
import { draftCard } from "./draft-card.ts";
import { asWording, wordingsIn } from "./as-wording.ts";
import { whoWrites } from "./who-writes.ts";

/** Clusters listed at a time: each has a button. */
const LISTED = 10;

/** Clusters whose intents are offered as buttons. */
const INTENTS_OFFERED = 3;

/** Lists questions that have no good answer in the curators' room, and does there what they decide. */
export class CuratorsRoom {
  readonly #parts: CurationParts;
  readonly #drafts: DraftBook;
  /** The choices of the messages shown lately, by key: a platform may tell a press by its number. */
  readonly #shown = new Map<string, readonly Choice[]>();
  #weighed:
    { readonly library: Library; readonly weigh: (text: string) => WeighedWords } | undefined;

  constructor(parts: CurationParts) {
    this.#parts = parts;
    this.#drafts = new DraftBook(parts);
  }

  /** Takes a command of a curator. @returns whether it was one; `begins`: something is to be published */
  async hear(message: IncomingMessage): Promise<boolean> {
    const { address, isFromBot, edits } = message;
    const room = this.#parts.knowledge().library.directory.curatorsRoom;
    if (!room || isFromBot || edits !== undefined) return false;
    if (room.platform !== address.platform || room.room !== address.room) return false;
    const words = readCuratorWords(this.#wordsOf(message));
    // The list alone has words that people say to one another.
    if (!words || (words.kind === "list" && !message.isForUs)) return false;
    await this.#parts.queue.run("curators", () => this.#do(words, message));
    return true;
  }

  /** Unknown and disliked questions put together, the most frequent first. */
  async clusters(): Promise<readonly QuestionCluster[]> {
    const { store, knowledge } = this.#parts;
    const { library, documents } = knowledge();
    if (this.#weighed?.library !== library) {
      const said = library.intents.flatMap(({ utterances }) => [
        ...utterances.fr,
        ...utterances.en,
      ]);
      this.#weighed = { library, weigh: weighWords(said) };
    }
    return clusterQuestions(await store.list(documents.keptQuestions), this.#weighed.weigh);
  }

  #wordsOf({ pressed, pressedKey, text }: IncomingMessage): string {
    if (pressed === undefined) return text;
    const choices = this.#shown.get(pressedKey ?? "") ?? [...this.#shown.values()].at(-1) ?? [];
    return readChoice(pressed, choices)?.label ?? pressed;
  }

  async #do(words: CuratorWords, message: IncomingMessage): Promise<void> {
    const tell = this.#parts.knowledge().tell(this.#language());
    const clusters = await this.clusters();
    if (words.kind === "list") return this.#say(this.#list(clusters), message);
    const cluster = clusters.find(({ code }) => code === words.code);
    if (!cluster) return this.#say(say(tell("hc-no-such-code", { code: words.code })), message);
    const { documents, library } = this.#parts.knowledge();
    switch (words.kind) {
      case "show":
        return this.#say(this.#card(cluster), message);
      case "ignore":
        return this.#say(
          say(tell("hc-ignored", { code: cluster.code, count: cluster.questions.length })),
          message,
          cluster.questions.map(({ id }) => remove(documents.keptQuestions, id)),
        );
      case "new":
        return this.#begin(cluster, message);
      case "add":
        if (!library.intents.some(({ id }) => id === words.intent)) {
          return this.#say(say(tell("hc-no-such-intent", { intent: words.intent })), message);
        }
        return this.#settle(cluster, words.intent, message);
      case "out-of-scope":
        return this.#settle(cluster, outOfScope, message);
    }
  }

  /** Wordings are drafts too, approved as they are asked for: a stop in the middle loses nothing. */
  async #settle(cluster: QuestionCluster, intent: string, message: IncomingMessage): Promise<void> {
    const { clock } = this.#parts;
    const tell = this.#parts.knowledge().tell(this.#language());
    const kept = languages.flatMap((language): Change[] => {
      const questions = cluster.questions.filter(({ document }) => document.language === language);
      if (questions.length === 0) return [];
      const draft: ContentDraft = {
        ...this.#blank(cluster, message, clock.now()),
        language,
        intent,
        isNew: false,
        utterances: wordingsIn(questions, language),
        state: "approved",
        settles: questions.map(({ id }) => id),
      };
      return [this.#drafts.keep(messageKey("wordings", message.id, language), draft)];
    });
    await this.#say(say(tell("hc-trying", { code: cluster.code, intent })), message, kept);
  }

  async #begin(cluster: QuestionCluster, message: IncomingMessage): Promise<void> {
    const knowledge = this.#parts.knowledge();
    const now = this.#parts.clock.now();
    const blank = this.#blank(cluster, message, now);
    const { questions, intent } = cluster;
    const theme = intent?.slice(0, intent.indexOf(".")) ?? knowledge.library.themes[0]?.id ?? "";
    const draft: ContentDraft = {
      ...blank,
      theme,
      intent: newIntentId(theme, blank.title, knowledge.library),
      utterances: wordingsIn(questions, blank.language),
      settles: questions.map(({ id }) => id),
    };
    const card = draftCard(draft, knowledge, knowledge.tell(draft.language)("hc-form"));
    await this.#drafts.tell({ id: messageKey("page", message.id), draft }, [card]);
  }

  #blank(cluster: QuestionCluster, message: IncomingMessage, now: Date): ContentDraft {
    const knowledge = this.#parts.knowledge();
    const { platform, room } = message.address;
    const desk = { platform, room, thread: message.thread };
    return {
      by: whoWrites(message, knowledge.library.directory, { desk }) ?? message.from,
      language: cluster.language,
      intent: "",
      isNew: true,
      theme: "",
      title: asWording(cluster.title).slice(0, 80),
      text: "",
      utterances: [],
      sources: [],
      isAdvice: true,
      validUntil: monthsAfter(today(knowledge, now), monthsValid("")),
      state: "being-written",
      at: now.toISOString(),
      desk,
      cards: 0,
      removed: [],
      isLicensed: false,
      settles: [],
      files: [],
    };
  }

  #list(clusters: readonly QuestionCluster[]): ReplyDraft {
    const tell = this.#parts.knowledge().tell(this.#language());
    if (clusters.length === 0) return say(tell("hc-list-empty"));
    const listed = clusters.slice(0, LISTED);
    const lines = listed.map(({ code, title, unknown, disliked }) =>
      tell("hc-list-line", { code, title, unknown, disliked }),
    );
    const choices = listed.map(({ code }) => ({ label: tell("hc-see", { code }), value: code }));
    const more = clusters.length - listed.length;
    return say(
      [
        tell("hc-list", { count: clusters.length, more: Math.max(0, more) }),
        lines.join("\n"),
        tell("hc-verbs"),
      ].join("\n\n"),
      choices,
    );
  }

  #card({ code, questions, intent, title, language }: QuestionCluster): ReplyDraft {
    const knowledge = this.#parts.knowledge();
    const tell = knowledge.tell(this.#language());
    const understood = knowledge.understand(title, { language, previousIntent: undefined });
    const likely = understood.questions[0]?.candidates.map((candidate) => candidate.intent) ?? [];
    const intents = [...new Set([...(intent === undefined ? [] : [intent]), ...likely])];
    const labels = [
      ...intents.slice(0, INTENTS_OFFERED).map((one) => tell("hc-add", { code, intent: one })),
      tell("hc-new", { code }),
      tell("hc-out-of-scope", { code }),
      tell("hc-ignore", { code }),
    ];
    const shown = questions.slice(-LISTED).map(({ document }) => `- ${document.question}`);
    return say(
      [tell("hc-cluster", { code, count: questions.length }), shown.join("\n")].join("\n\n"),
      labels.map((label) => ({ label, value: label })),
    );
  }

  async #say(
    draft: ReplyDraft,
    message: IncomingMessage,
    changes: readonly Change[] = [],
  ): Promise<void> {
    const { store, delivery } = this.#parts;
    const { platform, room } = message.address;
    const key = messageKey("curators", message.address.platform, message.id);
    const reply = replyAt({ platform, room, thread: message.thread }, draft, this.#language(), key);
    this.#shown.set(key, draft.choices);
    for (const old of [...this.#shown.keys()].slice(0, -LISTED * 2)) this.#shown.delete(old);
    await store.write([...changes, ...delivery.leave(undefined, [reply])]);
    await delivery.send([reply]);
  }

  #language() {
    return this.#parts.knowledge().settings.language;
  }
}
