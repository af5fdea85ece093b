import { describe, expect, it } from "vitest";
import { declareDocuments } from "../../src/model/stored-documents.ts";
import { put } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { KeptProgramme, type ProgrammeWork } from "../../src/workshops/kept-programme.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { workshopLike } from "../support/workshop-like.ts";

const documents = declareDocuments({ conversations: 7, keptQuestions: 180, handledEvents: 2 });

async function open() {
  const store = createMemoryStore(Object.values(documents));
  const workshop = workshopLike({ capacity: 10 });
  await store.write([put(documents.workshops, workshop.id, { workshop })]);
  const clock = new FixedClock("2026-11-23T09:00:00Z");
  return { store, programme: await KeptProgramme.open({ store, documents, clock }) };
}

/** One seat more than there are now. */
function oneSeatMore(entries: ProgrammeWork["entries"]): ProgrammeWork {
  const changed = entries.map(({ workshop }) => ({
    workshop: { ...workshop, capacity: (workshop.capacity ?? 0) + 1 },
  }));
  return { entries: changed, records: [] };
}

describe("a work on the programme", () => {
  it("waits for the one before, so that none is lost", async () => {
    const { store, programme } = await open();
    await Promise.all(
      Array.from({ length: 20 }, async () =>
        programme.workWith(oneSeatMore, async (_, changes) => store.write(changes)),
      ),
    );
    expect(programme.find("atelier")?.capacity).toBe(30);
  });

  it("is not shown when it was not written", async () => {
    const { programme } = await open();
    const failing = programme.workWith(oneSeatMore, () => Promise.reject(new Error("disk full")));
    await expect(failing).rejects.toThrow("disk full");
    expect(programme.find("atelier")?.capacity).toBe(10);
  });

  it("is shown when it was written, whatever was thrown after", async () => {
    const { store, programme } = await open();
    const failing = programme.workWith(oneSeatMore, async (_, changes) => {
      await store.write(changes);
      throw new Error("too late");
    });
    await expect(failing).rejects.toThrow("too late");
    expect(programme.find("atelier")?.capacity).toBe(11);
    await programme.workWith(oneSeatMore, async (_, changes) => store.write(changes));
    expect(programme.find("atelier")?.capacity).toBe(12);
  });
});
