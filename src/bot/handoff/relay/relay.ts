import { withoutSecrets } from "../asking/masked-draft.ts";
import { personKey } from "../../../model/address.ts";
import { StoreError } from "../../../model/errors.ts";
import type { Deletion, IncomingMessage } from "../../../model/incoming-message.ts";
import type { OutboxRow } from "../../../model/outbox-row.ts";
import type { Reply } from "../../../model/reply.ts";
import { isOpen } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import { eventHash, recordEvent, wasHandled } from "../../handled-events.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import type { RequestBook } from "../request-book.ts";
import { findByKey, findShown, findSigned, findTyped, type Found } from "./find-relayed.ts";
import { preferText, wantsText } from "./prefer-text.ts";
import { deleteRelayed } from "./relay-deletion.ts";
import { editRelayed } from "./relay-edit.ts";
import type { RelayHands } from "./relay-hands.ts";
import { askerRefuses, moveToRoom, threadRefuses } from "./relay-refused.ts";
import { messageShown, offerShown, pendingRows } from "./relay-shown.ts";
import { addSign, takeSignAway } from "./relay-sign.ts";
import { teamSide } from "./side-of.ts";
import { carriesWords, isLate, tellLate } from "./tell-late.ts";
import { withoutPrefix } from "../team/addressed-words.ts";
import type { Acting } from "../acting.ts";
import { mayCorrect, maySign } from "./who-speaks.ts";

/** Writes what it is given with what it was asked for. */
export type WriteWith = (changes: readonly Change[]) => Promise<void>;

/** Follows what was carried over: corrected, taken away, signed, shown, refused, late. */
export class Relay {
  readonly #parts: HandoffParts;
  readonly #book: RequestBook;
  /** Requests, at the revision at which nothing of theirs waited for a thread. */
  readonly #looked = new Map<string, number>();
  /** What was on its way after so many writes of the outbox. */
  #outbox: { readonly writes: number; readonly rows: readonly OutboxRow[] } | undefined;
  /** Keys of late words whose writers were told, as far as they had to be. */
  readonly #lookedLate = new Set<string>();

  constructor(parts: HandoffParts, book: RequestBook) {
    this.#parts = parts;
    this.#book = book;
  }

  /** Takes corrections of what was carried over, signs on it and wishes for a text. @returns whether it was that */
  async hear(message: IncomingMessage): Promise<boolean> {
    const { address, edits, reacts, pressedKey, isFromBot } = message;
    if (isFromBot) return false;
    const hands = this.#hands();
    if (edits !== undefined) return this.#hearEdit(message, edits);
    if (reacts) {
      const found = await findShown(reacts.on, address, hands);
      return this.#once(message, found, (one, held) =>
        maySign(one, message, held) ? addSign(one, message, held) : [],
      );
    }
    if (pressedKey === undefined || !wantsText(message, this.#parts.knowledge())) return false;
    const found = await findByKey(pressedKey, hands);
    return this.#once(message, found, preferText);
  }

  /** Takes away on the other side what was taken away on this one. @throws StoreError when it could not be */
  async forget({ address, from, deletes }: Deletion): Promise<void> {
    const { queue, log } = this.#parts;
    const { platform } = address;
    // Their own message may still have its turn under way.
    await queue.run(personKey(platform, from), async () => {
      try {
        for (const { request, message } of await findTyped(deletes, address, this.#hands())) {
          // oxlint-disable-next-line no-await-in-loop
          await this.#delete(request.id, message.position);
        }
        const source = eventHash({ address, id: deletes });
        const signed = await findSigned(source, this.#hands());
        if (signed) await this.#change(signed, (one, held) => takeSignAway(one, source, held));
      } catch (cause) {
        if (cause instanceof StoreError) throw cause;
        log.error("relayed-deletion-failed", cause, { platform });
      }
    });
  }

  /** Writes what follows from a message being shown. @param write takes it with what else is to be written */
  async shown(reply: Reply, shownAs: string | undefined, write: WriteWith): Promise<void> {
    const { store, knowledge } = this.#parts;
    if (reply.opensThread === true && shownAs !== undefined) {
      const name = JSON.stringify(reply.key);
      const [found] = await store.list(knowledge().documents.requests, [name]);
      await this.#holding(found?.id, async (hands) => {
        const request = found && (await this.#book.get(found.id));
        await write(request ? await offerShown(request, reply.key, shownAs, hands) : []);
      });
      return;
    }
    const found = carriesOrChangesWords(reply)
      ? await findByKey(reply.key, this.#hands())
      : undefined;
    await this.#holding(found?.request.id, async (hands) => {
      const now = found && (await this.#again(found));
      await write(now ? messageShown(now, reply, shownAs, hands) : []);
    });
  }

  /** A place refused a message: who wrote it is told. */
  async refused(reply: Reply): Promise<void> {
    if (!carriesWords(reply)) return;
    const found = await findByKey(reply.key, this.#hands());
    if (found) await this.#change(found, reply.to.isDirect ? askerRefuses : threadRefuses);
  }

  /** Has leave what waited for a thread, and tells who wrote of what waits too long for the other side. */
  async pass(): Promise<void> {
    await this.#leaveWaiting();
    await this.#tellLate();
  }

  /** Told in several rooms, a request gets its thread by being taken. */
  async #leaveWaiting(): Promise<void> {
    const { store, knowledge } = this.#parts;
    const { directory } = knowledge().library;
    const open = (await this.#book.all()).filter((request) => isOpen(request));
    const ids = new Set(open.map(({ id }) => id));
    for (const id of this.#looked.keys()) if (!ids.has(id)) this.#looked.delete(id);
    for (const request of open) {
      const { id, revision } = request;
      if (this.#looked.get(id) === revision || !teamSide(request, directory)) continue;
      // oxlint-disable-next-line no-await-in-loop
      await this.#holding(id, async (hands) => {
        const held = await this.#book.get(id);
        const rows = held && isOpen(held) ? await pendingRows(held, hands) : [];
        if (rows.length > 0) await store.write(rows);
        if (held) this.#looked.set(id, held.revision);
      });
    }
  }

  async #tellLate(): Promise<void> {
    const now = this.#parts.clock.now();
    for (const row of await this.#waiting()) {
      const { key } = row.reply;
      if (!isLate(row, now) || this.#lookedLate.has(key)) continue;
      // oxlint-disable-next-line no-await-in-loop
      const found = await findByKey(key, this.#hands());
      // oxlint-disable-next-line no-await-in-loop
      if (found) await this.#change(found, (one, held) => tellLate(one, row.at, held));
      this.#lookedLate.add(key);
    }
  }

  /** Words on their way, read again only once the outbox changed. */
  async #waiting(): Promise<readonly OutboxRow[]> {
    const { store, knowledge } = this.#parts;
    const { outbox } = knowledge().documents;
    const writes = store.writesOf(outbox.collection);
    if (this.#outbox?.writes !== writes) {
      const rows = await store.list(outbox, ['"kind":"relay"']);
      this.#outbox = { writes, rows: rows.map(({ document }) => document) };
      const keys = new Set(rows.map(({ id }) => id));
      for (const key of this.#lookedLate) if (!keys.has(key)) this.#lookedLate.delete(key);
    }
    return this.#outbox.rows;
  }

  /** Who could not be written to writes in private: what waits for them goes there. Their requests are held. */
  async heardFrom({ person, address, now }: Acting["who"]): Promise<readonly Change[]> {
    if (!address.isDirect) return [];
    const theirs = await this.#book.of(person);
    const waiting = theirs.filter(({ state }) => state.kind === "undeliverable");
    const hands = { ...this.#hands(), now };
    const moved = await Promise.all(waiting.map((one) => moveToRoom(one, address, hands)));
    return moved.flat();
  }

  async #hearEdit(message: IncomingMessage, edits: string): Promise<boolean> {
    const { address, from } = message;
    // What it corrects may still have its turn under way.
    return this.#parts.queue.run(personKey(address.platform, from), async () => {
      const [found] = await findTyped(edits, address, this.#hands());
      return this.#once(message, found, async (one, hands) => {
        if (!(await mayCorrect(one, hands))) return [];
        const isOut = one.message.direction === "out";
        const words = (isOut ? withoutPrefix(message.text) : undefined) ?? message.text;
        const tell = this.#parts.knowledge().tell(one.request.language);
        const text = isOut ? words : withoutSecrets(words, tell);
        const done = await editRelayed(one, { event: message.id, text }, hands);
        return done.changes;
      });
    });
  }

  async #delete(id: string, position: number): Promise<void> {
    const { store, shelf } = this.#parts;
    await this.#holding(id, async (hands) => {
      const request = await this.#book.get(id);
      const said = await this.#book.messages(id);
      const message = said.find((one) => one.position === position);
      if (!request || !message || message.state === "deleted") return;
      const { changes, shelved } = deleteRelayed({ request, message }, hands);
      await store.write(changes);
      await Promise.all(shelved.map(async (file) => shelf?.drop(file)));
    });
  }

  /** Does something about a message once for an event. @returns whether there is such a message */
  async #once(
    message: IncomingMessage,
    found: Found | undefined,
    decide: Decide,
  ): Promise<boolean> {
    if (!found) return false;
    const { store, knowledge, clock } = this.#parts;
    const { documents } = knowledge();
    await this.#change(found, async (one, hands) => {
      if (await wasHandled(message, store, documents)) return [];
      return [...(await decide(one, hands)), recordEvent(message, documents, clock.now())];
    });
    return true;
  }

  async #change(found: Found, decide: Decide): Promise<void> {
    await this.#holding(found.request.id, async (hands) => {
      const now = await this.#again(found);
      const changes = now ? await decide(now, hands) : [];
      if (changes.length > 0) await this.#parts.store.write(changes);
    });
  }

  /** The same, read again now that it is held. */
  async #again({ request, message }: Found): Promise<Found | undefined> {
    const held = await this.#book.get(request.id);
    const said = await this.#book.messages(request.id);
    const same = said.find(({ position }) => position === message.position);
    return held && same && { request: held, message: same };
  }

  async #holding(id: string | undefined, task: (hands: RelayHands) => Promise<void>) {
    await this.#book.holding(id === undefined ? [] : [id], () => task(this.#hands()));
  }

  #hands(): RelayHands {
    return { parts: this.#parts, book: this.#book, now: this.#parts.clock.now() };
  }
}

type Decide = (found: Found, hands: RelayHands) => readonly Change[] | Promise<readonly Change[]>;

function carriesOrChangesWords({ kind, reaction, isWithdrawal }: Reply): boolean {
  return kind === "relay" && reaction === undefined && isWithdrawal !== true;
}
