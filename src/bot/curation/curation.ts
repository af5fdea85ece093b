import type { IncomingMessage } from "../../model/incoming-message.ts";
import { askReuse, hasAgreed } from "./asker-agreement.ts";
import type { CurationParts } from "./curation-parts.ts";
import { CuratorsRoom } from "./curators-room.ts";
import { DraftBook } from "./draft-book.ts";
import { DraftDesk } from "./draft-desk.ts";
import { proposeDraft } from "./propose-draft.ts";
import { PublishDrafts } from "./publish-drafts.ts";
import { weeklyReport } from "./weekly-report.ts";

/** Makes pages and wordings of answers and of questions without a good one. Source: HANDOFF.md, 9. */
export class Curation {
  readonly #parts: CurationParts;
  readonly #desk: DraftDesk;
  readonly #room: CuratorsRoom;
  readonly #publishing: PublishDrafts;

  constructor(parts: CurationParts) {
    this.#parts = parts;
    this.#desk = new DraftDesk(parts);
    this.#room = new CuratorsRoom(parts);
    this.#publishing = new PublishDrafts(parts);
  }

  /** Takes what is said about a draft where it is written, and what curators ask in their room. @returns whether it was that */
  async hear(message: IncomingMessage): Promise<boolean> {
    const isTaken = (await this.#room.hear(message)) || (await this.#desk.hear(message));
    if (isTaken) this.#publishing.begin();
    return isTaken;
  }

  /** Goes on with what a stop cut short, asks askers who could not be asked before, and tells the week. */
  async passTime(): Promise<void> {
    this.#publishing.begin();
    await this.#propose();
    await this.#askAskers();
    const changes = await weeklyReport(() => this.#room.clusters(), this.#parts);
    if (changes.length > 0) await this.#parts.store.write(changes);
  }

  /** Resolves once nothing is being published. */
  async idle(): Promise<void> {
    await this.#publishing.idle();
  }

  /** « En faire une fiche ? » once a request is resolved; asked before or not, `proposeDraft` knows. */
  async #propose(): Promise<void> {
    const { book, store, knowledge } = this.#parts;
    const { teams } = knowledge().library.directory;
    for (const { id, state } of await book.all()) {
      if (state.kind !== "resolved" || state.adviser === undefined) continue;
      const by = state.adviser;
      // oxlint-disable-next-line no-await-in-loop
      await book.holding([id], async () => {
        const request = await book.get(id);
        const team = teams.find((one) => one.id === request?.team);
        if (request?.state.kind !== "resolved" || !team) return;
        const changes = await proposeDraft(request, { team, by }, this.#parts);
        if (changes.length > 0) await store.write(changes);
      });
    }
  }

  async #askAskers(): Promise<void> {
    const { book } = this.#parts;
    const waiting = (await new DraftBook(this.#parts).all()).filter(
      ({ draft: { state, request } }) => state === "written" && request !== undefined,
    );
    if (waiting.length === 0) return;
    const numbers = new Set(waiting.map(({ draft }) => draft.request));
    for (const request of await book.all()) {
      if (!numbers.has(request.number) || hasAgreed(request)) continue;
      // They may have been asked something else when it was written.
      // oxlint-disable-next-line no-await-in-loop
      await askReuse(request, this.#parts);
    }
  }
}
