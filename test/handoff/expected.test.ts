import { describe, expect, it } from "vitest";
import { expectedAnswer } from "../../src/handoff/expected.ts";
import type { Surroundings } from "../../src/handoff/ladder.ts";
import { noDirectory, type Directory } from "../../src/model/directory.ts";
import type { Request } from "../../src/model/request.ts";
import { freshStanding } from "../../src/model/standing.ts";
import { handoffDirectory } from "../support/handoff-directory.ts";
import { requestLike, stateLike } from "../support/request-like.ts";

const HOUR = 3_600_000;
/** A Tuesday, 10:00 in Paris: everybody is there. */
const TUESDAY = "2026-11-24T09:00:00.000Z";
const about = { theme: "data", territory: "44", language: "fr" } as const;

describe("what is said of the delay", () => {
  it("is a few days while fewer than five cases tell", () => {
    expect(expectedAnswer(about, around({ others: answered([1, 1, 1, 1]) }))).toMatchObject({
      kind: "teams",
      workingDays: undefined,
      by: undefined,
    });
  });

  it.each([
    [[1, 1, 2, 9, 9], 1],
    [[1, 6.5, 7, 9, 9], 2],
    [[6.5, 6.5, 6.5, 6.5, 6.5], 1],
    [[6, 6, 12, 14, 20, 30], 2],
  ])("is the median of %j hours, rounded up to working days of 6 h 30: %i", (hours, days) => {
    const expected = expectedAnswer(about, around({ others: answered(hours) }));
    expect(expected).toMatchObject({ workingDays: days });
  });

  it("is by a closing time", () => {
    // A working day of 6 h 30 from Tuesday 10:00 ends at 16:30; they close at 17:00.
    const one = expectedAnswer(about, around({ others: answered([1, 1, 1, 1, 1]) }));
    expect(one).toMatchObject({ by: new Date("2026-11-24T16:00Z") });
    const two = expectedAnswer(about, around({ others: answered([8, 8, 8, 8, 8]) }));
    expect(two).toMatchObject({ by: new Date("2026-12-01T16:00Z") });
  });

  it.each([
    ["of another theme", { theme: "website" }],
    ["of another département", { territory: "35" }],
    ["of more than 30 days ago", { firstReplyAt: "2026-10-24T09:00:00.000Z" }],
    ["not answered", { firstReplyWorkingMs: undefined, firstReplyAt: undefined }],
  ])("does not count a case %s", (_what, changes) => {
    const others = answered([1, 1, 1, 1, 1]);
    const odd = others.map((one, at) => (at === 0 ? { ...one, ...changes } : one));
    expect(expectedAnswer(about, around({ others: odd }))).toMatchObject({
      workingDays: undefined,
    });
  });
});

describe("who is before", () => {
  it("is who waits for the same teams, taken by nobody", () => {
    const offer = (team: string) => [{ team, rung: 1, at: TUESDAY, key: team }];
    const others = [
      waiting("1", { offers: offer("saint-exemple") }),
      waiting("2", { offers: offer("loire-aide") }),
      waiting("3", { state: stateLike("active", TUESDAY), offers: offer("saint-exemple") }),
      waiting("4", { state: stateLike("queued", TUESDAY) }),
      waiting("5", { state: stateLike("queued", TUESDAY), theme: "website" }),
      waiting("me", { offers: offer("saint-exemple") }),
    ];
    expect(expectedAnswer({ ...about, id: "me" }, around({ others }))).toMatchObject({ before: 2 });
  });

  it("is nobody who came later", () => {
    const queued = { state: stateLike("queued", TUESDAY) };
    const others = [waiting("1", { ...queued, number: 4 }), waiting("2", { ...queued, number: 6 })];
    const mine = { ...about, id: "me", number: 5 };
    expect(expectedAnswer(mine, around({ others }))).toMatchObject({ before: 1 });
    expect(expectedAnswer({ ...about, id: "me" }, around({ others }))).toMatchObject({ before: 2 });
  });
});

describe("whether somebody is there", () => {
  it("says since when nobody, until when, of those told first", () => {
    expect(expectedAnswer(about, around({}))).toMatchObject({
      teams: [{ id: "saint-exemple" }],
      opensAt: undefined,
      closedUntil: undefined,
    });
    const evening = new Date("2026-11-24T19:00Z");
    const website = { ...about, theme: "website" };
    expect(expectedAnswer(website, around({ now: evening }))).toMatchObject({
      teams: [{ id: "loire-aide" }],
      opensAt: new Date("2026-11-25T08:00Z"),
      closedUntil: undefined,
    });
  });

  it("says beforehand that everything is closed in August", () => {
    const plain = handoffDirectory({ team: "exemple" });
    const closures = [{ from: "2026-08-03", to: "2026-08-21" }];
    const teams = plain.teams.map((team) => ({ ...team, hours: { ...team.hours, closures } }));
    const now = new Date("2026-08-05T09:00Z");
    const closedUntil = new Date("2026-08-24T07:00Z");
    const directory = { ...plain, teams };
    expect(expectedAnswer(about, around({ now, directory }))).toMatchObject({ closedUntil });
    const [first, ...others] = teams;
    if (!first) throw new Error("the directory has teams");
    const oneThere = { ...plain, teams: [first, ...others.slice(0, 1), ...plain.teams.slice(2)] };
    expect(expectedAnswer(about, around({ now, directory: oneThere }))).toMatchObject({
      closedUntil: undefined,
    });
  });

  it("says nothing of the kind on a week-end", () => {
    const saturday = around({ now: new Date("2026-11-28T09:00Z") });
    expect(expectedAnswer(about, saturday)).toMatchObject({ closedUntil: undefined });
  });

  it("says that those one thinks of have too much", () => {
    const standing = { ...freshStanding("team", new Date(TUESDAY)), isOverloaded: true };
    const standings = new Map([["team:saint-exemple", standing]]);
    expect(expectedAnswer(about, around({ standings }))).toMatchObject({ isOverloaded: true });
    expect(expectedAnswer(about, around({}))).toMatchObject({ isOverloaded: false });
  });

  it("proposes nothing where nobody can be told", () => {
    expect(expectedAnswer(about, around({ directory: noDirectory }))).toEqual({ kind: "nobody" });
    expect(expectedAnswer(about, around({ platforms: [] }))).toEqual({ kind: "nobody" });
    const directory: Directory = { ...handoffDirectory({ team: "exemple" }), teams: [] };
    expect(expectedAnswer(about, around({ directory }))).toEqual({ kind: "coordinators" });
  });
});

function answered(hours: readonly number[]): readonly Request[] {
  return hours.map((count, at) =>
    requestLike(TUESDAY, {
      id: `answered-${at}`,
      team: "saint-exemple",
      state: stateLike("closed", TUESDAY),
      firstReplyAt: "2026-11-20T09:00:00.000Z",
      firstReplyWorkingMs: count * HOUR,
    }),
  );
}

function waiting(id: string, changes: Partial<Request>): Request {
  return requestLike(TUESDAY, { id, state: stateLike("offered", TUESDAY), ...changes });
}

function around(changes: Partial<Surroundings>): Surroundings {
  return {
    directory: handoffDirectory({ team: "exemple" }),
    standings: new Map(),
    others: [],
    platforms: ["exemple"],
    timeZone: "Europe/Paris",
    now: new Date(TUESDAY),
    ...changes,
  };
}
