import { describe, expect, it } from "vitest";
import { changeState } from "../../src/handoff/change-state.ts";
import { samplePlatform } from "../../src/model/directory.ts";
import { every, letPass } from "../support/carry-out-due.ts";
import { MONDAY, around, told, website, withTeam } from "../support/due-words.ts";
import { handoffDirectory } from "../support/handoff-directory.ts";

describe("nobody takes it", () => {
  it("climbs the ladder, each rung once, one message a day at most to who asked", () => {
    const { done } = letPass(website(MONDAY), around(), every(15, MONDAY, "2026-12-24T09:00Z"));
    expect(told(done)).toEqual([
      "2026-11-23T08:00 offer 2 loire-aide",
      "2026-11-23T14:00 remind-room loire-aide",
      "2026-11-23T16:00 widen 3 sans-frontiere",
      "2026-11-23T16:00 tell-asker widened",
      "2026-11-24T16:00 tell-coordinator Gwen",
      "2026-11-24T16:00 tell-asker coordinator-told",
      "2026-11-26T16:00 tell-second-coordinator Hugo",
      "2026-11-26T16:00 give-up",
      "2026-11-29T16:00 tell-asker pending-question",
      "2026-12-03T16:00 tell-asker pending-question",
      "2026-12-10T16:00 refer",
    ]);
  });

  it("Friday 18:00 in Guadeloupe, a team in Paris: no rung before Monday's opening", () => {
    const directory = withTeam("loire-aide", { territories: ["971"] });
    const asked = website("2026-11-27T22:00:00.000Z", { territory: "971" });
    const { done } = letPass(
      asked,
      around({ directory }),
      every(5, "2026-11-27T22:00Z", "2026-11-30T14:00Z"),
    );
    expect(told(done)).toEqual([
      "2026-11-27T22:00 offer 2 loire-aide",
      "2026-11-30T14:00 remind-room loire-aide",
    ]);
  });

  it.each([
    ["Saturday evening", "2026-11-28T19:00:00.000Z", undefined, "2026-11-30T16:00"],
    ["before a holiday Monday", "2026-04-04T10:00:00.000Z", undefined, "2026-04-07T15:00"],
    [
      "of a team there on Sunday alone",
      "2026-11-28T19:00:00.000Z",
      [{ day: 7, from: "10:00", to: "12:00" }],
      "2026-11-29T11:00",
    ],
  ])("widens after one day of work: %s", (_when, at, ranges, widened) => {
    const plain = handoffDirectory({ team: samplePlatform }).teams[1]?.hours;
    if (!plain) throw new Error("the directory has a team of weekdays");
    const hours = ranges ? { ...plain, ranges } : plain;
    const until = new Date(Date.parse(at) + 5 * 86_400_000).toISOString();
    const directory = withTeam("loire-aide", { hours });
    const { done } = letPass(website(at), around({ directory }), every(5, at, until));
    expect(told(done).find((line) => line.includes("widen"))).toBe(
      `${widened} widen 3 sans-frontiere`,
    );
  });

  it("tells who coordinates at once where no team is left at all", () => {
    const directory = { ...handoffDirectory({ team: samplePlatform }), teams: [] };
    const times = every(60, MONDAY, "2026-11-28T09:00Z");
    const { done } = letPass(website(MONDAY), around({ directory }), times);
    expect(told(done)).toEqual([
      "2026-11-23T08:00 tell-coordinator Gwen",
      "2026-11-23T08:00 tell-asker coordinator-told",
      "2026-11-26T17:00 tell-second-coordinator Hugo",
      "2026-11-26T17:00 give-up",
    ]);
  });

  it("says at night nothing, and in the morning only what is latest", () => {
    // Nouméa is ten hours ahead: what widens at 17:00 in Paris is said the morning after.
    const directory = withTeam("loire-aide", { territories: ["988"] });
    const asked = website(MONDAY, { territory: "988" });
    const { done } = letPass(asked, around({ directory }), every(15, MONDAY, "2026-11-24T12:00Z"));
    expect(told(done).slice(2)).toEqual([
      "2026-11-23T16:00 widen 3 sans-frontiere",
      "2026-11-23T21:00 tell-asker widened",
    ]);
  });

  it("says one thing after a week off, and leaves people time for each rung", () => {
    const offered = letPass(website(MONDAY), around(), [new Date(MONDAY)]).request;
    const back = "2026-12-07T09:00Z";
    const first = letPass(offered, around(), [new Date(back)]);
    expect(told(first.done)).toEqual([
      "2026-12-07T09:00 remind-room loire-aide",
      "2026-12-07T09:00 widen 3 sans-frontiere",
      "2026-12-07T09:00 tell-coordinator Gwen",
      "2026-12-07T09:00 tell-asker coordinator-told",
    ]);
    const after = letPass(first.request, around(), every(15, back, "2026-12-08T18:00Z"));
    expect(told(after.done)).toEqual([
      "2026-12-08T09:00 tell-second-coordinator Hugo",
      "2026-12-08T09:00 give-up",
    ]);
  });

  it("stops at a claim, whatever was due", () => {
    const offered = letPass(website(MONDAY), around(), [new Date(MONDAY)]).request;
    const at = new Date("2026-11-23T15:55Z");
    const state = { kind: "claimed", adviser: "elise", since: at.toISOString() } as const;
    const claimed = changeState(offered, state, at, { team: "loire-aide" });
    const times = every(15, at.toISOString(), "2026-11-24T15:00Z");
    expect(told(letPass(claimed ?? offered, around(), times).done)).toEqual([]);
  });

  it("begins again with those who know it once it is given back", () => {
    const offers = ["loire-aide", "sans-frontiere"].map((team) => {
      return { team, rung: 2, at: MONDAY, key: team };
    });
    const back = website("2026-11-25T08:00:00.000Z", { offers, waitingSince: MONDAY });
    const { done } = letPass(back, around(), every(60, "2026-11-25T08:00Z", "2026-11-26T20:00Z"));
    expect(told(done)).toEqual([
      "2026-11-25T08:00 offer 2 loire-aide sans-frontiere",
      "2026-11-25T12:00 remind-room sans-frontiere",
      "2026-11-26T17:00 tell-coordinator Gwen",
      "2026-11-26T17:00 tell-asker coordinator-told",
    ]);
  });
});
