import { draftFiles, filesOf, publishedPage, wordingsAdded } from "../../curation/draft-files.ts";
import { messageKey } from "../../delivery/message-key.ts";
import type { ContentTrialReport, FileChange } from "../../model/content-change.ts";
import type { ContentDraft } from "../../model/content-draft.ts";
import { bareWords } from "../../model/bare-words.ts";
import { outOfScope } from "../../model/library.ts";
import { say } from "../../model/reply.ts";
import { remove } from "../../ports/store.ts";
import { tellRoom } from "../handoff/tell-people.ts";
import { today } from "../knowledge.ts";
import { tellingOfPage } from "./asker-agreement.ts";
import type { CurationParts } from "./curation-parts.ts";
import { DraftBook, type StoredDraft } from "./draft-book.ts";
import { draftCard } from "./draft-card.ts";
import { sayTrial } from "./say-trial.ts";
import { publishChanges, type SettleEnd } from "./settle-cluster.ts";

const out = "intents/out-of-scope.yaml";

/**
 * Publishes what was approved, one after the other: files as drafts, the trial, then the page itself. Every step
 * may be done again after a crash: what is there already stays.
 */
export class PublishDrafts {
  readonly #parts: CurationParts;
  readonly #drafts: DraftBook;
  #working: Promise<void> = Promise.resolve();
  #isWorking = false;

  constructor(parts: CurationParts) {
    this.#parts = parts;
    this.#drafts = new DraftBook(parts);
  }

  /** Begins, unless it goes on already. */
  begin(): void {
    if (this.#isWorking) return;
    this.#isWorking = true;
    this.#working = this.#all().finally(() => {
      this.#isWorking = false;
    });
  }

  /** Resolves once nothing is being published. */
  async idle(): Promise<void> {
    await this.#working;
  }

  async #all(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      // Read each time: more may be approved meanwhile.
      // oxlint-disable-next-line no-await-in-loop
      const due = (await this.#drafts.all()).find(
        ({ id, draft: { state } }) =>
          (state === "approved" || state === "checking") && !tried.has(id),
      );
      if (!due) return;
      tried.add(due.id);
      try {
        // One at a time: each is tried with what was published before it.
        // oxlint-disable-next-line no-await-in-loop
        await this.#publish(due);
      } catch (cause) {
        this.#parts.log.error("draft-not-published", cause, { draft: due.id });
      }
    }
  }

  async #publish({ id, draft }: StoredDraft): Promise<void> {
    const { store } = this.#parts;
    const written = draft.isNew ? this.#asDrafts(draft) : [];
    const checking: ContentDraft = { ...draft, state: "checking", files: written };
    await store.write([this.#drafts.keep(id, checking)]);
    const created = await this.#create(written);
    const changes = created ? await this.#changesOf(checking) : undefined;
    const end: SettleEnd = changes
      ? await this.#settle(changes)
      : { kind: created ? "no-place" : "changed-meanwhile" };
    // It could not be tried, as when we are stopping: it goes on later.
    if (end.kind === "not-tried") return;
    if (end.kind === "done") await this.#published({ id, draft: checking }, end.report);
    else await this.#refused({ id, draft: checking }, end);
    this.#parts.log.info("draft-published", { draft: id, end: end.kind, intent: draft.intent });
  }

  #asDrafts(draft: ContentDraft): ContentDraft["files"] {
    const knowledge = this.#parts.knowledge();
    if (draft.files.length > 0) return draft.files;
    // A sentence that leads to another page already cannot stand twice.
    const utterances = this.#fresh(draft);
    return draftFiles(
      { ...draft, utterances },
      {
        status: "draft",
        today: today(knowledge, this.#parts.clock.now()),
        library: knowledge.library,
        untranslated: (language) => knowledge.tell(language)("hc-untranslated"),
      },
    );
  }

  /** Never over a file of somebody else; over our own, published by a try a crash cut short, is the same. */
  async #create(written: ContentDraft["files"]): Promise<boolean> {
    const { files } = this.#parts.content;
    for (const { path, text } of written) {
      // oxlint-disable-next-line no-await-in-loop
      const there = await files.read(path);
      if (there !== undefined && there !== text && there !== publishedPage(text)) return false;
    }
    const missing: FileChange[] = [];
    for (const { path, text } of written) {
      // oxlint-disable-next-line no-await-in-loop
      if ((await files.read(path)) === undefined) missing.push({ path, after: text });
    }
    return files.apply(missing);
  }

  async #changesOf(draft: ContentDraft): Promise<readonly FileChange[] | undefined> {
    const { files } = this.#parts.content;
    if (draft.isNew) {
      const { page } = filesOf(draft.intent);
      const now = await files.read(page);
      return now === undefined
        ? undefined
        : [{ path: page, before: now, after: publishedPage(now) }];
    }
    const path = draft.intent === outOfScope ? out : filesOf(draft.intent).wordings;
    const text = await files.read(path);
    if (text === undefined) return undefined;
    // Those in the file already came there before a crash.
    const fresh = this.#fresh(draft).filter((one) => !text.includes(JSON.stringify(one)));
    if (fresh.length === 0) return [];
    const change = wordingsAdded({ path, text }, draft.intent, fresh, draft.language);
    return change && [change];
  }

  /** Its wordings that the library has not, once each. */
  #fresh({ utterances: wordings }: ContentDraft): readonly string[] {
    const { intents, outOfScope: outside } = this.#parts.knowledge().library;
    const said = intents.flatMap(({ utterances }) => [...utterances.fr, ...utterances.en]);
    const known = new Set([...said, ...outside.fr, ...outside.en].map(bareWords));
    return wordings.filter((one) => {
      const isFresh = !known.has(bareWords(one));
      known.add(bareWords(one));
      return isFresh;
    });
  }

  async #settle(changes: readonly FileChange[]): Promise<SettleEnd> {
    const { content } = this.#parts;
    if (changes.every(({ before, after }) => before === after)) {
      // A crash came between the files and their being told, or every wording stood there.
      await content.trials.adopt();
      return { kind: "done", added: [] };
    }
    return publishChanges(changes, content);
  }

  async #published(
    { id, draft }: StoredDraft,
    report: ContentTrialReport | undefined,
  ): Promise<void> {
    const { knowledge, delivery } = this.#parts;
    const { language, desk } = draft;
    const { library } = knowledge();
    const room = library.directory.curatorsRoom;
    const words = (tell = knowledge().tell(language)) =>
      [
        tell(draft.isNew ? "hc-published" : "hc-wordings-published", {
          title: draft.title,
          intent: draft.intent,
        }),
        ...(report ? [sayTrial(report, tell)] : []),
      ].join("\n\n");
    const isElsewhere = room && (room.platform !== desk.platform || room.room !== desk.room);
    const after: ContentDraft = { ...draft, state: "published", why: undefined };
    const told = { draft: say(words()), name: "sheet-published" };
    await tellingOfPage(draft, this.#parts, async (asker) =>
      this.#drafts.tell(
        { id, draft: after },
        [say(words())],
        [
          ...(isElsewhere ? tellRoom(room, language, id, told, { delivery }) : []),
          ...asker,
          ...draft.settles.map((kept) => remove(knowledge().documents.keptQuestions, kept)),
        ],
      ),
    );
  }

  /** The author reads why, and may mend it; files of ours that nobody else changed go. */
  async #refused(
    { id, draft }: StoredDraft,
    end: Exclude<SettleEnd, { kind: "done" | "not-tried" }>,
  ): Promise<void> {
    const knowledge = this.#parts.knowledge();
    const { content, delivery, clock } = this.#parts;
    const tell = knowledge.tell(draft.language);
    const why = end.kind === "refused" ? sayTrial(end.report, tell) : tell(`hc-${end.kind}`);
    for (const { path, text } of draft.files) {
      // oxlint-disable-next-line no-await-in-loop
      await content.files.apply([{ path, before: text }]);
    }
    const state = draft.isNew ? "being-written" : "refused";
    const after: ContentDraft = { ...draft, state, why, files: [], judgedBy: undefined };
    const intro = tell("hc-not-published", { why });
    const said = draft.isNew ? draftCard(after, knowledge, intro) : say(intro);
    const room = knowledge.library.directory.curatorsRoom;
    const isElsewhere =
      room && (room.platform !== draft.desk.platform || room.room !== draft.desk.room);
    const name = `sheet-refused.${messageKey(clock.now().toISOString())}`;
    await this.#drafts.tell(
      { id, draft: after },
      [said],
      [
        ...(isElsewhere
          ? tellRoom(room, draft.language, id, { draft: say(intro), name }, { delivery })
          : []),
      ],
    );
  }
}
