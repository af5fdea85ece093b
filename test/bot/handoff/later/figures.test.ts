import { describe, expect, it } from "vitest";
import { figuresPeriod } from "../../../../src/bot/handoff/later/figures/figures-period.ts";
import {
  handoffFigures,
  type CountedRequest,
} from "../../../../src/bot/handoff/later/figures/handoff-figures.ts";
import { put } from "../../../../src/ports/store.ts";
import { HandoffTown } from "../../../support/handoff-town.ts";

const HOUR_MS = 3_600_000;

function counted(count: number, changes: Partial<CountedRequest> = {}): CountedRequest[] {
  return Array.from({ length: count }, (_, at) => ({
    openedAt: "2026-11-10T09:00:00.000Z",
    theme: "data",
    team: "loire-aide",
    firstWord: { workingMs: (at + 1) * HOUR_MS, realMs: (at + 1) * 3 * HOUR_MS },
    wasTakenInADay: true,
    wasReferred: false,
    wasReopened: false,
    ...changes,
  }));
}

describe("the figures of requests", () => {
  it("say nothing of fewer than five", () => {
    const { teams, subjects, requests, firstWordWorking } = handoffFigures(counted(4));
    expect({ teams, subjects, requests, firstWordWorking }).toEqual({
      teams: [],
      subjects: [],
      requests: undefined,
      firstWordWorking: { median: undefined, ninetieth: undefined },
    });
  });

  it("hide a second part with a hidden one: the whole would give it away", () => {
    const all = [
      ...counted(12),
      ...counted(6, { team: "other" }),
      ...counted(2, { team: "small" }),
    ];
    expect(handoffFigures(all).teams).toEqual([{ id: "loire-aide", count: 10 }]);
  });

  it("tell a share only where those who are not in it are enough too", () => {
    const most = [...counted(18), ...counted(2, { wasTakenInADay: false })];
    expect(handoffFigures(most).takenInADay).toBeUndefined();
    const some = [...counted(15), ...counted(5, { wasTakenInADay: false })];
    expect(handoffFigures(some).takenInADay).toBe(75);
  });

  it("tell the median and the ninetieth in hours, the latter from ten on", () => {
    expect(handoffFigures(counted(9)).firstWordWorking).toEqual({
      median: 5,
      ninetieth: undefined,
    });
    expect(handoffFigures(counted(10)).firstWordReal).toEqual({ median: 15, ninetieth: 27 });
  });

  it("are those of the first day of a month by which five more came", () => {
    const opened = [
      ...Array.from({ length: 5 }, () => "2026-09-10T09:00:00.000Z"),
      ...Array.from({ length: 4 }, () => "2026-10-10T09:00:00.000Z"),
    ];
    const until = (now: string, more: readonly string[] = []) =>
      figuresPeriod([...opened, ...more], new Date(now), "Europe/Paris")?.until.toISOString();
    expect(until("2026-09-20T09:00:00Z")).toBeUndefined();
    expect(until("2026-10-05T09:00:00Z")).toBe("2026-09-30T22:00:00.000Z");
    expect(until("2026-11-05T09:00:00Z")).toBe("2026-09-30T22:00:00.000Z");
    const fifth = ["2026-11-02T09:00:00.000Z"];
    expect(until("2026-12-05T09:00:00Z", fifth)).toBe("2026-11-30T23:00:00.000Z");
  });

  it("are told to a coordinator who asks in private, without anybody's words", async () => {
    const town = await HandoffTown.open({ from: "2026-12-02T09:00:00Z" });
    for (let number = 1; number <= 6; number += 1) {
      const at = "2026-11-10T09:00:00.000Z";
      // oxlint-disable-next-line no-await-in-loop
      await town.hasRequest({
        openedAt: at,
        at,
        state: { kind: "closed", since: "2026-11-12T09:00:00.000Z" },
        team: "saint-exemple",
        firstReplyAt: "2026-11-10T12:00:00.000Z",
        firstReplyWorkingMs: 2 * HOUR_MS,
      });
    }
    await town.store.write(
      [1, 2, 3, 4, 5, 6].map((number) =>
        put(town.knowledge.documents.requestEvents, `claimed-${number}`, {
          number,
          kind: "claimed",
          by: "camille",
          team: "saint-exemple",
          at: "2026-11-10T11:00:00.000Z",
        }),
      ),
    );
    const text = await figuresFor(town);
    expect(text).toContain("environ 5");
    expect(text).toContain("la moitié en 2 h ouvrées ou moins (3 h au total)");
    expect(text).toContain("Saint-Exemple Associations : 5");
    expect(text).not.toContain("accord des parents");
  });

  it("are the same on any day of a month, whatever became of one request meanwhile", async () => {
    const town = await HandoffTown.open({ from: "2026-11-24T09:00:00Z" });
    for (let number = 1; number <= 7; number += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await town.hasRequest();
    }
    await town.ticks();
    await town.passesTo("2026-12-01T09:00:00Z");
    const first = await figuresFor(town);
    expect(first).toContain("environ 5");
    const camille = town.adviser("camille");
    await camille.presses("Je prends");
    await camille.writes("signaler : démarchage");
    await town.passesTo("2026-12-03T14:00:00Z");
    await camille.writes("prendre A-2", { thread: null });
    expect((await town.requests()).map(({ state }) => state.kind)).toContain("spam");
    expect((await town.requests()).map(({ state }) => state.kind)).toContain("claimed");
    expect(await figuresFor(town)).toBe(first);
  });
});

async function figuresFor(town: HandoffTown): Promise<string> {
  const address = { platform: "there", room: "@gwen", isDirect: true };
  const sent = await town.hears({
    from: "gwen",
    address,
    roles: ["coordinator"],
    text: "chiffres des demandes",
  });
  return (
    sent
      .filter(({ to }) => to.room === "@gwen")
      // Whoever speaks for the first time reads below what is kept of them.
      .map(({ text }) => text.split("\n\n*Le fil")[0] ?? "")
      .filter((text) => text.includes("demandes jusqu'au"))
      .join("\n")
  );
}
