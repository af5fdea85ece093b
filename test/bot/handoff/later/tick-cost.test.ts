import { describe, expect, it } from "vitest";
import type { DocumentType } from "../../../../src/model/document-type.ts";
import type { AnyDocumentType } from "../../../../src/model/document-type.ts";
import { put, type Store } from "../../../../src/ports/store.ts";
import { createMemoryStore } from "../../../../src/stores/memory-store.ts";
import { sealStore, typesSealed } from "../../../../src/stores/sealed-store.ts";
import { createSealer, KEY_BYTES, type Sealer } from "../../../../src/stores/sealer.ts";
import { HandoffTown } from "../../../support/handoff-town.ts";
import { openRequest } from "../../../support/handoff-request.ts";
import { stateLike } from "../../../support/request-like.ts";

/** A sealed store that counts what is opened in it and which documents are read from their text. */
class CountingStore {
  opened = 0;
  readonly read = new Map<string, number>();

  open(kinds: readonly AnyDocumentType[]): Store {
    const real = createSealer(Buffer.alloc(KEY_BYTES, 7));
    const sealer: Sealer = {
      seal: (bytes, place) => real.seal(bytes, place),
      open: (sealed, place) => {
        this.opened += 1;
        return real.open(sealed, place);
      },
    };
    const store = sealStore(createMemoryStore(typesSealed(kinds, sealer)), kinds, sealer);
    const counting = <T>(type: DocumentType<T>): DocumentType<T> => ({
      ...type,
      read: (json) => {
        this.read.set(type.collection, (this.read.get(type.collection) ?? 0) + 1);
        return type.read(json);
      },
    });
    return {
      ...store,
      get: (type, id) => store.get(counting(type), id),
      list: (type, names) => store.list(counting(type), names),
    };
  }

  forget(): void {
    this.opened = 0;
    this.read.clear();
  }
}

/** A town with so many requests, each with what was asked and an answer. */
async function busyTown(counts: CountingStore, { closed, open }: { closed: number; open: number }) {
  const town = await HandoffTown.open({ store: (kinds) => Promise.resolve(counts.open(kinds)) });
  const { requests, requestMessages } = town.knowledge.documents;
  const at = town.clock.now();
  const since = at.toISOString();
  const changes = Array.from({ length: closed + open }, (_, index) => {
    const isOpen = index >= closed;
    const { request, message } = openRequest({
      number: index + 1,
      asker: {
        person: `here p${index}`,
        answerIn: { platform: "here", room: `@p${index}`, isDirect: true },
        language: "fr",
      },
      at,
      text: "Faut-il l'accord des parents ?",
      changes: {
        state: stateLike(isOpen ? (openKinds[index % 3] ?? "offered") : "closed", since),
        turn: isOpen ? (index % 3 === 2 ? "asker" : "adviser") : "none",
        team: "saint-exemple",
        firstReplyAt: since,
        offers: [
          {
            team: "saint-exemple",
            rung: 1,
            at: since,
            key: `offer-${index}`,
            shownAs: `t${index}`,
          },
        ],
        lastNoticeAt: since,
        messages: 2,
      },
    });
    const closedAt = isOpen ? undefined : since;
    const answer = { ...message, position: 1, direction: "out" as const, keys: ["k"], closedAt };
    return [
      put(requests, request.id, request),
      put(requestMessages, `${request.id}.00000`, { ...message, closedAt }),
      put(requestMessages, `${request.id}.00001`, answer),
    ];
  });
  await town.store.write(changes.flat());
  return town;
}

const openKinds = ["offered", "active", "waiting-asker"] as const;

describe("a tick with nothing due, of 1,000 requests that are over and 50 that are open", () => {
  it("opens nothing that is sealed and reads no request again, by day and while the team is closed", async () => {
    const counts = new CountingStore();
    const town = await busyTown(counts, { closed: 1000, open: 50 });
    // 10:05 in Paris, then 19:30: the team closed at 17:00.
    for (const moment of ["2026-11-24T09:05:00Z", "2026-11-24T18:30:00Z"]) {
      // What is due is done, and what there is is read once.
      // oxlint-disable-next-line no-await-in-loop
      await town.passesTo(moment);
      // oxlint-disable-next-line no-await-in-loop
      await town.passes(1);
      counts.forget();
      // oxlint-disable-next-line no-await-in-loop
      await town.passes(1);
      expect(counts.opened).toBe(0);
      expect(counts.read.get("requests") ?? 0).toBe(0);
      expect(counts.read.get("request-messages") ?? 0).toBe(0);
      expect([...counts.read.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(20);
    }
  }, 60_000);
});
