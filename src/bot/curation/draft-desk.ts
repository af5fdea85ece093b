import { checkDraft } from "../../curation/check-draft.ts";
import { quotesAsker } from "../../curation/quotes-asker.ts";
import { bareWords } from "../../model/bare-words.ts";
import type { ContentDraft } from "../../model/content-draft.ts";
import type { IncomingMessage } from "../../model/incoming-message.ts";
import { say, type ReplyDraft } from "../../model/reply.ts";
import type { RequestMessage } from "../../model/request-message.ts";
import { readChoice } from "../../understanding/read-choice.ts";
import { today } from "../knowledge.ts";
import { asWording } from "./as-wording.ts";
import { askReuse, hasAgreed } from "./asker-agreement.ts";
import type { CurationParts } from "./curation-parts.ts";
import { draftCard, pressesOf, sayFaults, type DraftPress } from "./draft-card.ts";
import { DraftBook, placeOfCard, type StoredDraft } from "./draft-book.ts";
import { prefilled, withField } from "./fill-draft.ts";
import { isSuspended, whoWrites } from "./who-writes.ts";

/** Writes pages with advisers and curators, where they talk: filled in by one, read again by another. */
export class DraftDesk {
  readonly #parts: CurationParts;
  readonly #drafts: DraftBook;

  constructor(parts: CurationParts) {
    this.#parts = parts;
    this.#drafts = new DraftBook(parts);
  }

  /** Takes a press or words about the draft of a thread. @returns whether it was that; approved ones are left to be published */
  async hear(message: IncomingMessage): Promise<boolean> {
    const found = await this.#draftAt(message);
    if (!found) return false;
    return this.#parts.queue.run(`draft ${found.id}`, async () => {
      // Read again: somebody else may just have pressed.
      const draft = await this.#drafts.get(found.id);
      return draft !== undefined && this.#take({ id: found.id, draft }, message);
    });
  }

  async #draftAt(message: IncomingMessage): Promise<StoredDraft | undefined> {
    const { address, from, roles, thread, isFromBot, reacts, edits, pressedKey } = message;
    if (isFromBot || reacts !== undefined || edits !== undefined) return undefined;
    const here = (await this.#drafts.all()).filter(
      ({ draft: { desk, state } }) =>
        ["offered", "being-written", "written"].includes(state) &&
        desk.platform === address.platform &&
        desk.room === address.room &&
        desk.thread === thread,
    );
    // A room may have several under way: a press is about the one it is under.
    const pressed = here.find((one) => placeOfCard(pressedKey, one) !== undefined);
    const { directory } = this.#parts.knowledge().library;
    const asked = here.findLast(({ draft }) => {
      const who = whoWrites({ address, from, roles }, directory, draft);
      return draft.asks !== undefined && (draft.asks === "correction") !== (draft.by === who);
    });
    return pressed ?? asked ?? here.at(-1);
  }

  async #take(found: StoredDraft, message: IncomingMessage): Promise<boolean> {
    const { draft } = found;
    const who = whoWrites(message, this.#parts.knowledge().library.directory, draft);
    if (who === undefined || (await isSuspended(who, this.#parts))) return false;
    const press = this.#pressIn(draft, message);
    if (press) {
      const place = placeOfCard(message.pressedKey, found) ?? Infinity;
      const isOld = place < (draft.toReadAt ?? 0);
      if (press.kind === "approve" && isOld) await this.#showAgain(found);
      else await this.#press(found, press, who);
      return true;
    }
    // What is said to the asker, or to other advisers, is not about the page.
    const isTyped = message.pressed === undefined && !/^\s*(?:>|!)/u.test(message.text);
    if (draft.asks === undefined || !isTyped || message.text.trim() === "") return false;
    const isReviewer = draft.asks === "correction";
    if (isReviewer ? who === draft.by : who !== draft.by) return false;
    await this.#typed(found, draft.asks, message.text);
    return true;
  }

  #pressIn(draft: ContentDraft, { text, pressed }: IncomingMessage): DraftPress | undefined {
    const presses = pressesOf(draft, this.#parts.knowledge().tell(draft.language));
    const choices = presses.map(([choice]) => choice);
    // Typed, a choice is made by its whole label: a note that holds a word of it is a note.
    const exact = choices.find(({ label }) => bareWords(label) === bareWords(text));
    const made = pressed === undefined ? exact : readChoice(pressed, choices);
    return presses.find(([choice]) => choice === made)?.[1];
  }

  /** The text under the button was changed since: nobody agrees to what they have not read. */
  async #showAgain(found: StoredDraft): Promise<void> {
    const knowledge = this.#parts.knowledge();
    const intro = knowledge.tell(found.draft.language)("hc-to-approve");
    await this.#say(found, {}, draftCard(found.draft, knowledge, intro));
  }

  async #press(found: StoredDraft, press: DraftPress, who: string): Promise<void> {
    const { draft } = found;
    const tell = this.#parts.knowledge().tell(draft.language);
    switch (press.kind) {
      case "accept":
        return this.#begin(found, who);
      case "decline":
      case "drop":
        return this.#say(found, { state: "refused", asks: undefined }, say(tell("hc-dropped")));
      case "field":
        if (who !== draft.by) return this.#say(found, {}, say(tell("hc-author-fills")));
        return this.#say(found, { asks: press.field }, say(tell(`hc-ask-${press.field}`)));
      case "submit":
        if (who !== draft.by) return this.#say(found, {}, say(tell("hc-author-fills")));
        return this.#submit(found, press.isSigned);
      case "approve":
      case "correct":
      case "refuse":
        return this.#judge(found, press.kind, who);
    }
  }

  async #judge(
    found: StoredDraft,
    verdict: "approve" | "correct" | "refuse",
    who: string,
  ): Promise<void> {
    const { draft } = found;
    const tell = this.#parts.knowledge().tell(draft.language);
    // The same person never reads again what they wrote.
    if (who === draft.by) return this.#say(found, {}, say(tell("hc-somebody-else")));
    if (verdict === "correct") {
      return this.#say(found, { asks: "correction" }, say(tell("hc-ask-correction")));
    }
    if (verdict === "refuse") {
      const changes = { state: "refused", judgedBy: who, asks: undefined } as const;
      return this.#say(found, changes, say(tell("hc-refused")));
    }
    return this.#approve(found, who);
  }

  async #begin(found: StoredDraft, who: string): Promise<void> {
    const knowledge = this.#parts.knowledge();
    const own: ContentDraft = { ...found.draft, by: who, state: "being-written" };
    const request = await this.#requestOf(own);
    const draft = request ? prefilled(own, request, knowledge, this.#parts.clock.now()) : own;
    const intro = knowledge.tell(draft.language)("hc-form");
    await this.#drafts.tell({ id: found.id, draft }, [draftCard(draft, knowledge, intro)]);
  }

  async #typed(
    found: StoredDraft,
    field: NonNullable<ContentDraft["asks"]>,
    typed: string,
  ): Promise<void> {
    const knowledge = this.#parts.knowledge();
    const tell = knowledge.tell(found.draft.language);
    const now = this.#parts.clock.now();
    const filled = withField(found.draft, field, typed, { knowledge, now });
    if (!filled) return this.#say(found, {}, say(tell(`hc-ask-${field}`)));
    const draft: ContentDraft = { ...filled, asks: undefined };
    const intro =
      field === "correction" ? tell("hc-to-correct", { why: draft.why ?? "" }) : tell("hc-noted");
    return this.#drafts.tell({ id: found.id, draft }, [draftCard(draft, knowledge, intro)]);
  }

  async #submit(found: StoredDraft, isSigned: boolean): Promise<void> {
    const knowledge = this.#parts.knowledge();
    const now = this.#parts.clock.now();
    const tell = knowledge.tell(found.draft.language);
    const adviser = knowledge.library.directory.advisers.find(({ id }) => id === found.draft.by);
    const draft: ContentDraft = {
      ...found.draft,
      isLicensed: true,
      isAdvice: found.draft.sources.length === 0,
      signedBy: isSigned ? adviser?.name : undefined,
      asks: undefined,
      why: undefined,
      state: "written",
      toReadAt: found.draft.cards,
    };
    const faults = checkDraft(draft, knowledge.library, today(knowledge, now));
    if (faults.length > 0) {
      const text = tell("hc-faults", { faults: sayFaults(faults, tell) });
      return this.#say(
        found,
        { asks: undefined },
        say(text, draftCard(found.draft, knowledge, "").choices),
      );
    }
    const request = await this.#requestOf(draft);
    await this.#drafts.tell({ id: found.id, draft }, [
      draftCard(draft, knowledge, tell("hc-to-approve")),
    ]);
    if (request) await askReuse(request.request, this.#parts);
  }

  async #approve(found: StoredDraft, who: string): Promise<void> {
    const { draft } = found;
    const tell = this.#parts.knowledge().tell(draft.language);
    const request = await this.#requestOf(draft);
    const asked = askedIn(request?.said ?? []);
    const theirs = asWording(asked);
    const isTheirs = (text: string) => quotesAsker(text, asked);
    const agreed = request === undefined || hasAgreed(request.request);
    if (!agreed && isTheirs(draft.title)) {
      return this.#say(
        found,
        {},
        say(tell("hc-words-of-asker"), draftCard(draft, this.#parts.knowledge(), "").choices),
      );
    }
    const own = draft.utterances.filter((wording) => agreed || !isTheirs(wording));
    const isThere = own.some((wording) => bareWords(wording) === bareWords(theirs));
    const utterances = agreed && theirs !== "" && !isThere ? [...own, theirs] : own;
    const changes = { state: "approved", judgedBy: who, utterances } as const;
    await this.#say(found, changes, say(tell("hc-approved")));
  }

  async #say({ id, draft }: StoredDraft, changes: Partial<ContentDraft>, said: ReplyDraft) {
    await this.#drafts.tell({ id, draft: { ...draft, ...changes } }, [said]);
  }

  async #requestOf(draft: ContentDraft) {
    if (draft.request === undefined) return undefined;
    const { book } = this.#parts;
    const request = (await book.all()).find(({ number }) => number === draft.request);
    return request && { request, said: await book.messages(request.id) };
  }
}

function askedIn(said: readonly RequestMessage[]): string {
  return said.find(({ direction }) => direction === "in")?.text ?? "";
}
