import { describe, expect, it } from "vitest";
import {
  coordinationOf,
  firstRung,
  nextRung,
  rungsOf,
  type Routed,
  type Surroundings,
} from "../../src/handoff/ladder.ts";
import type { Directory, Team } from "../../src/model/directory.ts";
import { freshStanding } from "../../src/model/standing.ts";
import { handoffDirectory } from "../support/handoff-directory.ts";
import { requestLike, stateLike } from "../support/request-like.ts";

/** A Tuesday, 10:00 in Paris: everybody is there. */
const TUESDAY = "2026-11-24T09:00:00.000Z";
/** A Monday, 10:00 in Paris: `saint-exemple` opens on Tuesday at 9, within 6 ordinary hours. */
const MONDAY = "2026-11-23T09:00:00.000Z";
const about: Routed = { theme: "data", territory: "44", language: "fr" };

describe("the ladder", () => {
  it("tells the specialists of the département, the generalists, then the nation", () => {
    expect(told(about)).toEqual(["1 saint-exemple", "2 loire-aide", "3 sans-frontiere"]);
  });

  it("begins with the generalists on a theme nobody there knows best", () => {
    expect(told({ ...about, theme: "website" })).toEqual(["2 loire-aide", "3 sans-frontiere"]);
    expect(told({ ...about, theme: undefined })).toEqual(["2 loire-aide", "3 sans-frontiere"]);
  });

  it("passes specialists by who are not there soon, one step and no further", () => {
    expect(told(about, { now: new Date(MONDAY) })).toEqual([
      "2 saint-exemple loire-aide",
      "3 sans-frontiere",
    ]);
    // At 14:30 there are three and a half hours of work left before it opens.
    expect(told(about, { now: new Date("2026-11-23T13:30Z") })[0]).toBe("1 saint-exemple");
  });

  it("counts no night: closed on Friday evening, it is as good as open on Monday morning", () => {
    const website = { ...about, theme: "website" };
    const directory = withTeam("loire-aide", { themes: ["website"] });
    const now = new Date("2026-11-27T22:00Z");
    expect(told(website, { directory, now })[0]).toBe("1 loire-aide");
  });

  it("asks the specialists of the region before those of the nation", () => {
    const regional = { territories: ["49"], themes: ["data"], advisers: ["elise"] };
    const directory = withTeam("loire-aide", regional);
    expect(told(about, { directory })).toEqual([
      "1 saint-exemple",
      "3 loire-aide",
      "3 sans-frontiere",
    ]);
    expect(told({ ...about, territory: "35" }, { directory })).toEqual(["3 sans-frontiere"]);
  });

  it("asks anybody who can where they did not say where they are", () => {
    expect(told({ ...about, territory: undefined })).toEqual([
      "3 sans-frontiere saint-exemple loire-aide",
    ]);
  });

  it("goes one step further when a team said it has too much, and one only", () => {
    const standing = { ...freshStanding("team", new Date(MONDAY)), isOverloaded: true };
    const standings = new Map([["team:saint-exemple", standing]]);
    expect(told(about, { standings })).toEqual(["2 saint-exemple loire-aide", "3 sans-frontiere"]);
  });

  it.each([
    [15, "1 saint-exemple"],
    [16, "2 saint-exemple loire-aide"],
  ])("with %i open already, begins at: %s", (count, first) => {
    const others = Array.from({ length: count }, () =>
      requestLike(MONDAY, { team: "saint-exemple", state: stateLike("active", MONDAY) }),
    );
    const closed = requestLike(MONDAY, {
      team: "saint-exemple",
      state: stateLike("closed", MONDAY),
    });
    expect(told(about, { others: [...others, closed] })[0]).toBe(first);
  });

  it("leaves out where it must not go, with the team that stands in", () => {
    expect(told({ ...about, notTo: ["saint-exemple"] })).toEqual([
      "1 loire-aide",
      "3 sans-frontiere",
    ]);
    expect(told({ ...about, notTo: ["saint-exemple", "loire-aide"] })).toEqual([
      "3 sans-frontiere",
    ]);
  });

  it("finds no end in teams that stand in for one another", () => {
    const directory = withTeam("loire-aide", { fallbackTeam: "saint-exemple" });
    const notTo = ["saint-exemple", "loire-aide"];
    expect(told({ ...about, notTo }, { directory })).toEqual(["3 sans-frontiere"]);
  });

  it.each([
    ["is never there", { hours: { ranges: [], timeZone: "Europe/Paris", closures: [] } }],
    ["has nobody", { advisers: [] }],
    ["is on a platform we are not on", { room: { platform: "elsewhere", room: "!x" } }],
  ] as const)("leaves out a team that %s", (_what, changes) => {
    const directory = withTeam("saint-exemple", { ...changes, fallbackTeam: undefined });
    expect(told(about, { directory })).toEqual(["2 loire-aide", "3 sans-frontiere"]);
  });

  it("reaches nobody real through a sample", () => {
    const directory = { ...handoffDirectory({ team: "console" }), isSample: true };
    expect(told(about, { directory, platforms: ["console"] })).toEqual([]);
    expect(coordinationOf(about, { directory, platforms: ["console"] })).toBeUndefined();
    const sample = { ...handoffDirectory({ team: "exemple" }), isSample: true };
    expect(told(about, { directory: sample })).toHaveLength(3);
  });

  it("tells those first who speak the language, without leaving anybody out", () => {
    const directory = withTeam("loire-aide", { themes: ["data"], language: "en" });
    expect(told({ ...about, language: "en" }, { directory })[0]).toBe("1 loire-aide saint-exemple");
  });
});

describe("the next step", () => {
  const offer = { rung: 1, at: TUESDAY, key: "k" };

  it("is the first with a team that does not know it", () => {
    const request = requestLike(TUESDAY, { offers: [{ ...offer, team: "saint-exemple" }] });
    expect(named(nextRung(request, around()))).toBe("2 loire-aide");
  });

  it("is none when all know it", () => {
    const teams = ["saint-exemple", "loire-aide", "sans-frontiere"];
    const request = requestLike(TUESDAY, { offers: teams.map((team) => ({ ...offer, team })) });
    expect(nextRung(request, around())).toBeUndefined();
  });

  it("is, for what was given back, whoever knows it already", () => {
    const fresh = requestLike(TUESDAY);
    expect(named(firstRung(fresh, around()))).toBe("1 saint-exemple");
    const teams = ["saint-exemple", "loire-aide"];
    const back = requestLike(TUESDAY, { offers: teams.map((team) => ({ ...offer, team })) });
    expect(named(firstRung(back, around()))).toBe("1 saint-exemple loire-aide");
  });
});

describe("who coordinates", () => {
  it("is who does in the territory, else in the nation, else nobody", () => {
    const directory = handoffDirectory({ team: "exemple" });
    const [ours] = directory.coordinations;
    if (!ours) throw new Error("the directory has one");
    const national = { ...ours, territories: ["national"] };
    const both = { ...directory, coordinations: [national, ours] };
    const platforms = ["exemple"];
    expect(coordinationOf({ territory: "44" }, { directory: both, platforms })).toBe(ours);
    expect(coordinationOf({ territory: "75" }, { directory: both, platforms })).toBe(national);
    expect(coordinationOf({ territory: "75" }, { directory, platforms })).toBeUndefined();
    expect(coordinationOf({ territory: "44" }, { directory: both, platforms: [] })).toBeUndefined();
  });
});

function told(request: Routed, changes: Partial<Surroundings> = {}): readonly string[] {
  return rungsOf(request, around(changes)).map((rung) => named(rung) ?? "");
}

function named(rung: ReturnType<typeof nextRung>): string | undefined {
  return rung && [rung.rung, ...rung.teams.map(({ id }) => id)].join(" ");
}

function around(changes: Partial<Surroundings> = {}): Surroundings {
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

function withTeam(id: string, changes: Partial<Team>): Directory {
  const directory = handoffDirectory({ team: "exemple" });
  const teams = directory.teams.map((team) => (team.id === id ? { ...team, ...changes } : team));
  return { ...directory, teams };
}
