import { describe, expect, it } from "vitest";
import { Announcer } from "../../src/announcements/announcer.ts";
import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { Delivery } from "../../src/delivery/deliver.ts";
import { announcementOutbox, recheckBy } from "../../src/bot/announcement-outbox.ts";
import { messageKey } from "../../src/delivery/message-key.ts";
import { declareDocuments, kindsOf } from "../../src/model/stored-documents.ts";
import type { Reply } from "../../src/model/reply.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { saying } from "./announcing.ts";
import { room, workshop } from "./programme-of.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { keptLog } from "../support/kept-log.ts";

const soon = { localStart: "2027-03-18T18:00", localEnd: "2027-03-18T20:00" };

/** The announcer on the real outbox and ledger. */
async function announcing() {
  const clock = new FixedClock("2027-03-10T09:00:00Z");
  const documents = declareDocuments({ conversations: 7, keptQuestions: 180, handledEvents: 2 });
  const store = createMemoryStore(kindsOf(documents));
  const log = keptLog();
  const sent: string[] = [];
  const corrected: Reply[] = [];
  const platform = new SimulatedPlatform("simulated", (reply) => {
    if (reply.isOnlyInPlace === true) corrected.push(reply);
    else sent.push(reply.text);
  });
  let workshops: readonly Workshop[] = [];
  const rooms = [room("nantes", { kinds: ["new", "change", "day-before"] })];
  const delivery = new Delivery({
    store,
    documents,
    platforms: [platform],
    clock,
    log,
    recheck: recheckBy(() => announcer),
  });
  const announcer = new Announcer({
    store,
    outbox: announcementOutbox({ delivery, store, documents }),
    people: {
      attendees: () => Promise.resolve(new Map()),
      concerned: () => Promise.resolve([]),
      standing: () => Promise.resolve(undefined),
    },
    programme: () => workshops,
    subscriptions: () => Promise.resolve(rooms),
    usual: { zone: "Europe/Paris", language: "fr" },
    coordinators: () => Promise.resolve([]),
    keyOf: messageKey,
    sayingIn: saying,
    clock,
    log,
  });
  await announcer.tick();
  return {
    sent,
    corrected,
    ledger: async () =>
      (await store.list(documents.ledger)).map(({ id, document }) => ({ id, ...document })),
    reasons: async () =>
      (await store.list(documents.ledger)).map(({ document: { state } }) =>
        state.kind === "skipped" ? state.reason : state.kind,
      ),
    become: (changes: Partial<Workshop>) => {
      const updatedAt = clock.now().toISOString();
      workshops = [workshop({ ...soon, ...workshops[0], updatedAt, ...changes })];
    },
    runUntil: async (to: string, isSending = true) => {
      while (clock.now() < new Date(to)) {
        clock.moveByMs(300_000);
        // oxlint-disable-next-line no-await-in-loop
        await announcer.tick();
        // oxlint-disable-next-line no-await-in-loop
        if (isSending) await delivery.sendPending([platform]);
      }
    },
  };
}

describe("announcements through delivery", () => {
  it("go out once, and a change goes to the rooms the ledger says were told", async () => {
    const { sent, become, runUntil, reasons } = await announcing();
    become({});
    await runUntil("2027-03-10T10:00:00Z");
    become({ place: { name: "Agora" }, revision: 1 });
    await runUntil("2027-03-10T12:00:00Z");
    expect(sent.map((text) => text.split(" : ")[0])).toEqual(["**Nouvel atelier", "**Changement"]);
    expect(await reasons()).toEqual(["sent", "sent", "sent"]);
  });

  it("are looked at again when they are sent, in the words of that moment", async () => {
    const { sent, become, runUntil, reasons } = await announcing();
    become({});
    await runUntil("2027-03-10T09:20:00Z", false);
    become({ title: { fr: "Un titre corrigé" } });
    await runUntil("2027-03-10T10:00:00Z");
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain("Un titre corrigé");
    await runUntil("2027-03-17T17:00:00Z", false);
    become({ status: "cancelled", revision: 2 });
    await runUntil("2027-03-17T17:30:00Z");
    expect(sent.map((text) => text.split(" : ")[0])).toEqual(["**Nouvel atelier", "**Annulé"]);
    expect((await reasons()).toSorted()).toEqual(["cancelled", "sent", "sent", "sent"]);
  });

  it("are corrected where they stand, each time in the place of the last, by a row of their own", async () => {
    const { sent, corrected, become, runUntil, ledger } = await announcing();
    become({});
    await runUntil("2027-03-10T10:00:00Z");
    become({ title: { fr: "Un titre corrigé" }, revision: 1 });
    await runUntil("2027-03-10T10:05:00Z");
    expect(corrected).toEqual([]);
    await runUntil("2027-03-10T11:00:00Z");
    become({ summary: { fr: "Un résumé" }, revision: 2 });
    await runUntil("2027-03-10T12:00:00Z");
    const rows = await ledger();
    expect(rows.map(({ kind }) => kind)).toEqual(["new", "correction", "correction"]);
    expect(corrected.map(({ replaces }) => replaces)).toEqual([rows[0]?.id, rows[1]?.id]);
    expect(corrected.map(({ text }) => text.includes("Un titre corrigé"))).toEqual([true, true]);
    expect(sent).toHaveLength(1);
  });

  it("stay as they were read when only what they do not tell changes, or a change is taken back", async () => {
    const { corrected, become, runUntil, ledger } = await announcing();
    become({ title: { fr: "Le titre" } });
    await runUntil("2027-03-10T10:00:00Z");
    become({ territories: ["44"], revision: 1 });
    await runUntil("2027-03-10T11:00:00Z");
    become({ title: { fr: "Un autre" }, revision: 2 });
    await runUntil("2027-03-10T11:05:00Z");
    become({ title: { fr: "Le titre" }, revision: 3 });
    await runUntil("2027-03-10T12:00:00Z");
    expect(corrected).toEqual([]);
    expect(await ledger()).toHaveLength(1);
  });
});
