import { describe, expect, it } from "vitest";
import type { IncomingWorkshop } from "../../src/model/incoming-workshop.ts";
import { declareDocuments, kindsOf } from "../../src/model/stored-documents.ts";
import { erasureOf } from "../../src/privacy/stored-about.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { KeptProgramme } from "../../src/workshops/kept-programme.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { workshopLike } from "../support/workshop-like.ts";

const documents = declareDocuments({ conversations: 7, keptQuestions: 180, handledEvents: 2 });
const by = "simulated:claire";

async function opened() {
  const clock = new FixedClock("2027-01-10T09:00:00Z");
  const store = createMemoryStore(kindsOf(documents));
  const open = () => KeptProgramme.open({ store, documents, clock });
  return { clock, store, open, programme: await open() };
}

/** With every field, so that what a store would lose is seen. */
const full: IncomingWorkshop = workshopLikeIncoming();

function workshopLikeIncoming(): IncomingWorkshop {
  const {
    number: _n,
    revision: _r,
    createdAt: _c,
    updatedAt: _u,
    ...one
  } = workshopLike({
    summary: { fr: "Résumé" },
    localEnd: "2027-03-09T20:00",
    mode: "both",
    place: { name: "Agora", town: "Nantes" },
    joinSecret: "4321",
    price: { amount: 0, currency: "EUR" },
    registration: { by: "bot", closesAt: "2027-03-09T12:00" },
    origin: { source: "a.yaml", externalId: "atelier", hash: "h" },
  });
  return one;
}

describe("the kept programme", () => {
  it("is the same after a restart", async () => {
    const { programme, open } = await opened();
    await programme.bringIn([full]);
    await programme.change("atelier", { kind: "cancel", reason: "neige" }, { by });
    const again = await open();
    expect(again.workshops).toEqual(programme.workshops);
    expect(again.byNumber(1)).toMatchObject({ ...full, status: "cancelled", reason: "neige" });
    expect((await again.bringIn([full])).broughtIn[0]?.outcome).toBe("unchanged");
  });

  it("rehearses without writing", async () => {
    const { programme, open } = await opened();
    expect(programme.rehearse([full]).broughtIn[0]?.outcome).toBe("new");
    expect(programme.workshops).toEqual([]);
    expect((await open()).workshops).toEqual([]);
  });

  it("takes the last change back within ten minutes, after a restart too", async () => {
    const { programme, clock, open } = await opened();
    await programme.bringIn([full]);
    await programme.change("atelier", { kind: "edit", fields: { capacity: 5 } }, { by });
    clock.moveByMs(9 * 60_000);
    const again = await open();
    expect(await again.undo("atelier", { by })).toMatchObject({ kind: "done" });
    expect(again.find("atelier")).toMatchObject({ revision: 2 });
    expect(again.find("atelier")?.capacity).toBeUndefined();
  });

  it("does one thing at a time: of two people who publish at once, one is told", async () => {
    const { programme } = await opened();
    await programme.bringIn([{ ...full, publication: "draft" }]);
    const outcomes = await Promise.all(
      [by, "simulated:karim"].map(async (who) =>
        programme.change("atelier", { kind: "publish" }, { by: who }),
      ),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(["done", "refused"]);
  });

  it("writes what goes with a change at once with it", async () => {
    const { programme, store } = await opened();
    await programme.bringIn([full]);
    const alongside = () => [
      {
        collection: "scrub-due",
        id: "x",
        json: JSON.stringify({ at: "2027-01-10T09:00:00.000Z" }),
      },
    ];
    await programme.change("atelier", { kind: "cancel", reason: "neige" }, { by, alongside });
    expect(await store.get(documents.scrubDue, "x")).toBeDefined();
  });

  it("forgets who changed it when they ask, and keeps the workshop", async () => {
    const { programme, store, open } = await opened();
    await programme.bringIn([full]);
    await programme.change("atelier", { kind: "cancel", reason: "neige" }, { by });
    await store.write(await erasureOf(by, store, kindsOf(documents)));
    expect(await store.list(documents.workshopChanges)).toEqual([]);
    expect((await open()).find("atelier")?.status).toBe("cancelled");
  });

  it("goes on after a write that failed, showing nothing that is not written", async () => {
    const { programme, store } = await opened();
    await store.close();
    await expect(programme.bringIn([full])).rejects.toThrow("closed");
    expect(programme.workshops).toEqual([]);
    await expect(programme.change("atelier", { kind: "publish" }, { by })).resolves.toEqual({
      kind: "refused",
      why: "workshop-unknown",
    });
  });
});
