import { personKey } from "../../../model/address.ts";
import type { Clock } from "../../../ports/clock.ts";
import { put, remove, type Store } from "../../../ports/store.ts";
import { matrixDocuments, platformName, type UnreadEvent } from "../matrix-documents.ts";
import type { RoomEvent } from "../room-event.ts";

/** An event that waits to be read. */
export interface Waiting {
  readonly room: string;
  readonly event: RoomEvent;
  readonly why: UnreadEvent["why"];
  readonly since: Date;
}

/** So many wait at most; the oldest makes room. */
const mostWaiting = 200;

/** Events that could not be read yet, kept on disk so that a crash loses none. */
export class UnreadEvents {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Keeps an event; its first time counts. @returns those that had to make room */
  async keep(room: string, event: RoomEvent, why: UnreadEvent["why"]): Promise<readonly Waiting[]> {
    const known = await this.#store.get(matrixDocuments.unread, event.id);
    if (known?.why === why) return [];
    const { id, type, sender, sentAt, content, redacts } = event;
    const document = {
      owner: personKey(platformName, sender),
      room,
      why,
      event: { id, type, sender, sentAt: sentAt.toISOString(), content, redacts },
      at: known?.at ?? this.#clock.now().toISOString(),
    };
    const others = (await this.list()).filter((waiting) => waiting.event.id !== id);
    const dropped = others.slice(0, Math.max(0, others.length + 1 - mostWaiting));
    await this.#store.write([
      put(matrixDocuments.unread, id, document),
      ...dropped.map((waiting) => remove(matrixDocuments.unread, waiting.event.id)),
    ]);
    return dropped;
  }

  /** The room an event waits in; undefined when it does not wait. */
  async roomOf(event: string): Promise<string | undefined> {
    return (await this.#store.get(matrixDocuments.unread, event))?.room;
  }

  /** Oldest first. */
  async list(): Promise<readonly Waiting[]> {
    const all = await this.#store.list(matrixDocuments.unread);
    return all.map(({ document: { room, why, at, event } }) => ({
      room,
      why,
      since: new Date(at),
      event: {
        id: event.id,
        type: event.type,
        sender: event.sender,
        sentAt: new Date(event.sentAt),
        content: event.content,
        stateKey: undefined,
        redacts: event.redacts,
      },
    }));
  }

  async drop(event: string): Promise<void> {
    await this.#store.write([remove(matrixDocuments.unread, event)]);
  }
}
