import { countWrites } from "../../src/bot/counted-store.ts";
import type { HandoffParts } from "../../src/bot/handoff/handoff-parts.ts";
import { Relay } from "../../src/bot/handoff/relay/relay.ts";
import { RequestBook } from "../../src/bot/handoff/request-book.ts";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import { TurnQueue } from "../../src/bot/turn-queue.ts";
import { Delivery } from "../../src/delivery/deliver.ts";
import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { FileShelf } from "../../src/ports/file-shelf.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Store } from "../../src/ports/store.ts";
import { newCode } from "../../src/system/new-code.ts";

/** What a process that carries words over is made of, as it is right after its start. */
export function startRelay(given: {
  readonly store: Store;
  readonly shelf: FileShelf;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly log: Log;
  readonly platforms: readonly ChatPlatform[];
}) {
  const { platforms, clock, log, shelf, knowledge } = given;
  const queue = new TurnQueue();
  const store = countWrites(given.store);
  const later: { relay?: Relay } = {};
  const delivery = new Delivery({
    store,
    platforms,
    clock,
    log,
    shelf,
    queue,
    documents: knowledge.documents,
    shown: async (reply, shownAs, write) => later.relay?.shown(reply, shownAs, write),
    refused: async (reply) => later.relay?.refused(reply),
  });
  const parts: HandoffParts = {
    store,
    delivery,
    queue,
    clock,
    log,
    newCode,
    shelf,
    knowledge: () => knowledge,
    platforms: () => platforms.map(({ name }) => name),
  };
  const book = new RequestBook(parts);
  later.relay = new Relay(parts, book);
  return { parts, book, relay: later.relay, delivery, platforms };
}
