import { describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import { fileSource, type FiledWorkshop } from "../../src/model/incoming-workshop.ts";
import { keepProgramme } from "../../src/main/keep-programme.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { KeptProgramme } from "../../src/workshops/kept-programme.ts";
import { Chat } from "../support/chat.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { keptLog } from "../support/kept-log.ts";
import { scriptedKnowledge, sure } from "../support/small-library.ts";
import { workshopLike } from "../support/workshop-like.ts";

const clock = new FixedClock("2027-03-01T09:00:00Z");
const by = "simulated:claire";

/** What a file says of a workshop. */
function filed(id: string, said: Partial<FiledWorkshop> = {}): FiledWorkshop {
  const { number: _n, revision: _r, createdAt: _c, updatedAt: _u, ...one } = workshopLike({ id });
  return {
    ...one,
    title: { fr: `Atelier ${id}` },
    origin: { source: fileSource, externalId: id, hash: "h" },
    ...said,
  };
}

function knowing(...workshops: readonly FiledWorkshop[]): Knowledge {
  return scriptedKnowledge({ ateliers: [sure("workshop.upcoming")] }, { workshops });
}

/** Starts the assistant on a store of its own, as often as wanted. */
function starter() {
  const { documents, kinds } = knowing();
  const store = createMemoryStore(kinds);
  return async (...workshops: readonly FiledWorkshop[]) => {
    const log = keptLog();
    const programme = await KeptProgramme.open({ store, documents, clock });
    const knowledge = await keepProgramme(knowing(...workshops), programme, { clock, log });
    return { programme, knowledge, log };
  };
}

describe("the programme of the files, once it is kept", () => {
  it("keeps its numbers at the next start, whatever comes before in the files", async () => {
    const start = starter();
    await start(filed("b"));
    const { knowledge } = await start(filed("a", { localStart: "2027-03-08T18:00" }), filed("b"));
    expect(knowledge.programme(clock.now()).map(({ id, number }) => [id, number])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
  });

  it("is what questions are answered from: a change made in chat shows at once, and stays", async () => {
    const start = starter();
    const { programme, knowledge } = await start(filed("a"));
    const chat = await Chat.open(knowledge);
    expect((await chat.says("ateliers"))[0]).toContain("Atelier a");
    await programme.change("a", { kind: "cancel", reason: "neige" }, { by });
    expect((await chat.says("ateliers"))[0]).toContain("annulé");
    const again = await start(filed("a"));
    expect(again.knowledge.programme(clock.now())[0]?.status).toBe("cancelled");
  });

  it("has each date of a series, numbered for itself", async () => {
    const start = starter();
    const pattern = { every: "week", weekdays: [2], interval: 1 } as const;
    const series = filed("a", { repeats: { pattern, end: { count: 3 }, exceptions: [] } });
    const { knowledge } = await start(series);
    expect(knowledge.programme(clock.now()).map(({ localStart }) => localStart)).toEqual([
      "2027-03-09T18:00",
      "2027-03-16T18:00",
      "2027-03-23T18:00",
    ]);
  });

  it("keeps what the files no longer say, and tells its number for somebody to cancel it", async () => {
    const start = starter();
    await start(filed("a"), filed("b"));
    const { knowledge, log } = await start(filed("b"));
    expect(knowledge.programme(clock.now())).toHaveLength(2);
    expect(log.lines).toEqual([
      expect.stringMatching(/"warn".*"workshops-gone-from-files".*"numbers":"1"/),
    ]);
  });

  it("says nothing of a workshop that is past when it leaves the files", async () => {
    const start = starter();
    await start(filed("a", { localStart: "2027-02-01T18:00" }));
    expect((await start()).log.lines).toEqual([]);
  });

  it("leaves out what breaks a rule together with what was changed here", async () => {
    const start = starter();
    const { programme } = await start(filed("a"));
    const fields = { localStart: "2027-03-12T18:00", localEnd: "2027-03-12T20:00" };
    await programme.change("a", { kind: "edit", fields }, { by });
    const { knowledge, log } = await start(filed("a", { localEnd: "2027-03-09T19:00" }));
    expect(knowledge.programme(clock.now())[0]).toMatchObject(fields);
    expect(log.lines).toEqual([expect.stringMatching(/"workshop-left-out".*"workshop-fault-end"/)]);
  });
});
