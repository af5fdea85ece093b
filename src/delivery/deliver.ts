import type { Address } from "../model/address.ts";
import { PlaceRefused } from "../model/errors.ts";
import type { Reply } from "../model/reply.ts";
import type { OutboxRow } from "../model/outbox-row.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { put, remove, type Change, type Store } from "../ports/store.ts";

/** What delivery needs. */
export interface DeliveryParts {
  readonly store: Store;
  readonly documents: StoredDocuments;
  readonly platforms: readonly ChatPlatform[];
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Sends what the outbox holds. A message enters the outbox in the same write as what caused it and
 * leaves it once its platform took it; after a crash it is sent again under the same key.
 */
export class Delivery {
  readonly #parts: DeliveryParts;
  /** Keys being sent now: `sendPending` leaves them to the turn that sends them. */
  readonly #underWay = new Set<string>();

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** The changes that put messages in the outbox, to be written with what caused them. */
  rowsFor(owner: string, replies: readonly Reply[]): Change[] {
    const { documents, clock } = this.#parts;
    const at = clock.now().toISOString();
    for (const { key } of replies) this.#underWay.add(key);
    const state = { kind: "waiting" } as const;
    return replies.map((reply) => put(documents.outbox, reply.key, { owner, reply, at, state }));
  }

  /**
   * Sends messages that are in the outbox, in order; what fails stays for the next `sendPending`, and so
   * does what follows it for the same person: nobody else waits for that. Where only the place refuses,
   * the answers to other messages go on: a command may be answered where nothing can be written.
   */
  async send(replies: readonly Reply[]): Promise<void> {
    const { store, documents, platforms, log } = this.#parts;
    const sent: Change[] = [];
    const stuck = new Set<string>();
    for (const reply of replies) {
      if (stuck.has(lineOf(reply)) || stuck.has(answerOf(reply))) continue;
      const platform = platforms.find(({ name }) => name === reply.to.platform);
      if (!platform) {
        log.warn("no-platform-for-message", { platform: reply.to.platform, key: reply.key });
        stuck.add(lineOf(reply));
        continue;
      }
      try {
        // One at a time: the next message must not overtake this one.
        // oxlint-disable-next-line no-await-in-loop
        await platform.send(reply);
      } catch (cause) {
        log.error("message-not-sent", cause, { platform: platform.name, key: reply.key });
        stuck.add(cause instanceof PlaceRefused ? answerOf(reply) : lineOf(reply));
        continue;
      }
      sent.push(remove(documents.outbox, reply.key));
    }
    if (sent.length === 0) return;
    try {
      await store.write(sent);
    } catch (cause) {
      // Sent is sent: the rows go out again later under the same keys, which show one message.
      log.error("outbox-not-cleared", cause, { messages: sent.length });
    }
  }

  /** Lets `sendPending` take messages whose turn is over, or never was written. */
  release(replies: readonly Reply[]): void {
    for (const { key } of replies) this.#underWay.delete(key);
  }

  /** Sends a turn's messages after those its room still waits for, so that answers keep their order. */
  async sendAfterPending(replies: readonly Reply[]): Promise<void> {
    const { store, documents } = this.#parts;
    const [first] = replies;
    if (!first) return;
    const waiting = (await store.list(documents.outbox))
      .map(({ document }) => document.reply)
      .filter(({ key, to }) => !this.#underWay.has(key) && isSameRoom(to, first.to));
    await this.send([...waiting, ...replies]);
  }

  /** Whether a reply to a message is still in the outbox. */
  async awaits({ platform, room }: Address, answered: string): Promise<boolean> {
    const { store, documents } = this.#parts;
    const rows = await store.list(documents.outbox, [answered]);
    return rows.some(
      ({ document: { reply } }) =>
        reply.inReplyTo?.id === answered && isSameRoom(reply.to, { platform, room }),
    );
  }

  /**
   * Sends what a crash or a fault left in the outbox, each room in its own order.
   * @param there the platforms that were started: what is for others waits
   */
  async sendPending(there: readonly ChatPlatform[]): Promise<void> {
    const { store, documents } = this.#parts;
    const byRoom = new Map<string, Reply[]>();
    for (const { document } of await store.list(documents.outbox)) {
      const { key, to } = document.reply;
      if (this.#underWay.has(key) || !there.some(({ name }) => name === to.platform)) continue;
      const room = roomOf(document);
      byRoom.set(room, [...(byRoom.get(room) ?? []), document.reply]);
    }
    await Promise.all([...byRoom.values()].map((replies) => this.send(replies)));
  }
}

/** Messages that must keep their order. */
function lineOf({ to, thread, inReplyTo }: Reply): string {
  return JSON.stringify([to.platform, to.room, thread, inReplyTo?.from]);
}

/** What answers one message, in parts that must keep their order. */
function answerOf(reply: Reply): string {
  return JSON.stringify([lineOf(reply), reply.inReplyTo?.id]);
}

function roomOf({ reply }: OutboxRow): string {
  return JSON.stringify([reply.to.platform, reply.to.room]);
}

type Room = Pick<Address, "platform" | "room">;

function isSameRoom(a: Room, b: Room): boolean {
  return a.platform === b.platform && a.room === b.room;
}
