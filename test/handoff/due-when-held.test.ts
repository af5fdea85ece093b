import { describe, expect, it } from "vitest";
import { revise } from "../../src/handoff/change-state.ts";
import type { Absence } from "../../src/model/directory.ts";
import type { Request, RequestState } from "../../src/model/request.ts";
import { freshStanding } from "../../src/model/standing.ts";
import { every, letPass } from "../support/carry-out-due.ts";
import { MONDAY, around, held, told, withAbsences } from "../support/due-words.ts";
import { stateLike } from "../support/request-like.ts";

describe("somebody took it", () => {
  it("reminds after a day without a first reply, gives it back four hours later, and says so", () => {
    const times = every(15, MONDAY, "2026-11-24T15:00Z");
    const { done, request } = letPass(held("claimed"), around(), times);
    expect(told(done)).toEqual([
      "2026-11-23T16:00 remind-first-reply elise",
      "2026-11-24T14:00 release elise silent",
      "2026-11-24T14:15 offer 2 loire-aide",
      "2026-11-24T14:15 tell-asker looking-again",
    ]);
    expect(request.state.kind).toBe("offered");
  });

  it("reminds the adviser, then their team, and tells who waits once a week", () => {
    const times = every(15, MONDAY, "2026-12-12T09:00Z");
    const { done } = letPass(held("active"), around(), times);
    expect(told(done)).toEqual([
      "2026-11-25T16:00 remind-holder elise",
      "2026-11-25T16:00 tell-asker not-forgotten",
      "2026-11-26T16:00 remind-their-team loire-aide",
      "2026-12-02T16:00 tell-asker not-forgotten",
      "2026-12-09T16:00 tell-asker not-forgotten",
    ]);
  });

  it("counts from the first word left unanswered, whatever is added", () => {
    let request = held("active");
    const passes = ["2026-11-24T09:00Z", "2026-11-25T09:00Z"].map((at) => new Date(at));
    for (const at of passes) request = revise(request, { turn: "adviser" }, at);
    const { done } = letPass(request, around(), every(15, MONDAY, "2026-11-25T16:00Z"));
    expect(told(done)[0]).toBe("2026-11-25T16:00 remind-holder elise");
  });

  it("passes to who stands in, of the same organisation, and goes back to the team otherwise", () => {
    const away = (substitute?: string): Absence => {
      return { from: "2026-11-23", to: "2026-11-27", substitute };
    };
    const at = every(15, MONDAY, "2026-11-23T08:15Z");
    const byCamille = {
      ...held("active"),
      team: "saint-exemple",
      state: stateLike("active", MONDAY),
    };
    const pass = (absences: Readonly<Record<string, Absence>>, request: Request) =>
      told(letPass(request, around({ directory: withAbsences(absences) }), at).done);
    expect(pass({ camille: away("david") }, byCamille)).toEqual([
      "2026-11-23T08:00 hand-over camille to david",
      "2026-11-23T08:15 tell-asker handed-over",
    ]);
    const loop = { camille: away("david"), david: away("camille") };
    expect(pass(loop, byCamille)[0]).toBe("2026-11-23T08:00 release camille away");
    expect(pass({ camille: away("elise") }, byCamille)[0]).toBe(
      "2026-11-23T08:00 release camille away",
    );
    const waiting = {
      ...byCamille,
      state: stateLike("waiting-asker", MONDAY),
      turn: "asker",
    } as const;
    expect(pass(loop, waiting)).toEqual([]);
  });

  it("stays with who takes it while they are away", () => {
    const absence = { from: "2026-11-23", to: "2026-11-27" };
    const directory = withAbsences({ elise: absence });
    const pass = (request: Request) =>
      told(letPass(request, around({ directory }), [new Date("2026-11-23T09:00Z")]).done);
    expect(pass(held("claimed"))).toEqual([]);
    const before = {
      kind: "claimed",
      adviser: "elise",
      since: "2026-11-20T09:00:00.000Z",
    } as const;
    expect(pass({ ...held("claimed"), state: before })).toEqual([
      "2026-11-23T09:00 release elise away",
    ]);
  });

  it.each(["claimed", "active", "waiting-asker", "undeliverable"] as const)(
    "gives back what is %s with somebody suspended",
    (kind) => {
      const standing = { ...freshStanding("adviser", new Date(MONDAY)), isSuspended: true };
      const standings = new Map([["adviser:elise", standing]]);
      const done = letPass(held(kind), around({ standings }), [new Date(MONDAY)]).done;
      expect(told(done)[0]).toBe("2026-11-23T08:00 release elise suspended");
    },
  );

  it("brings a transfer back after a working day, and not while its asker is asked", () => {
    const state: RequestState = {
      kind: "transferring",
      from: "camille",
      toTeam: "loire-aide",
      since: MONDAY,
      awaitsConsent: false,
    };
    const request = { ...held("active"), state };
    const times = every(15, MONDAY, "2026-12-10T09:00Z");
    expect(told(letPass(request, around(), times).done)[0]).toBe(
      "2026-11-23T16:00 back-from-transfer camille",
    );
    const asked: Request = { ...request, turn: "asker", state: { ...state, awaitsConsent: true } };
    expect(told(letPass(asked, around(), times).done).slice(0, 3)).toEqual([
      "2026-11-26T08:00 tell-asker pending-question",
      "2026-11-30T08:00 tell-asker pending-question",
      "2026-12-07T08:00 back-from-transfer camille",
    ]);
  });
});
