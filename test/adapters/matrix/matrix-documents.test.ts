import { describe, expect, it } from "vitest";
import { matrixDocuments, matrixKinds } from "../../../src/adapters/matrix/matrix-documents.ts";
import { personKey } from "../../../src/model/address.ts";
import { put } from "../../../src/ports/store.ts";
import { erasureOf, purgeDue, storedAbout } from "../../../src/privacy/stored-about.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";

const at = "2026-11-23T09:00:00.000Z";
const amina = "@amina:example.org";
const reply = {
  key: "k",
  kind: "reply" as const,
  to: { platform: "matrix", room: "!a:x", isDirect: true },
  text: "bonjour",
  choices: [],
  attachments: [],
};

async function filledStore() {
  const store = createMemoryStore(matrixKinds);
  const owner = personKey("matrix", amina);
  const event = { id: "$1", type: "m.room.message", sender: amina, sentAt: at, content: {} };
  await store.write([
    put(matrixDocuments.rooms, "!a:x", { encryption: {}, isDirect: true, at }),
    put(matrixDocuments.sendings, "k", { owner, reply, done: [], at }),
    put(matrixDocuments.sent, "j", { events: ["$2"], choices: ["Oui"], asker: amina, at }),
    put(matrixDocuments.sent, "i", { events: ["$3"], choices: [], at }),
    put(matrixDocuments.unread, "$1", {
      owner,
      room: "!a:x",
      why: "missing-key" as const,
      event,
      at,
    }),
    put(matrixDocuments.place, "sync", { next: "s1", at }),
  ]);
  return store;
}

describe("what the Matrix adapter stores", () => {
  it("is shown to the person it is about, and erased with what else is about them", async () => {
    const store = await filledStore();
    const about = await storedAbout(personKey("matrix", amina), store, matrixKinds);
    expect(about.map(({ collection }) => collection)).toEqual([
      "matrix-sendings",
      "matrix-sent",
      "matrix-unread",
    ]);
    await store.write(await erasureOf(personKey("matrix", amina), store, matrixKinds));
    expect(await storedAbout(personKey("matrix", amina), store, matrixKinds)).toEqual([]);
    const left = await Promise.all(matrixKinds.map((type) => store.list(type)));
    // The room, its encryption, and what names nobody.
    expect(left.flat().map(({ id }) => id)).toEqual(["!a:x", "i", "sync"]);
    expect(JSON.stringify(left)).not.toContain("amina");
  });

  it("goes when its days are over; that a room is encrypted stays longest", async () => {
    const store = await filledStore();
    const later = (days: number) => new Date(Date.parse(at) + days * 86_400_000);
    const due = async (days: number) =>
      (await purgeDue(later(days), store, matrixKinds)).map(({ change }) => change.collection);
    expect(await due(1)).toEqual([]);
    expect(await due(9)).toEqual([
      "matrix-sendings",
      "matrix-sent",
      "matrix-sent",
      "matrix-unread",
    ]);
    expect(await due(401)).toHaveLength(6);
  });
});
