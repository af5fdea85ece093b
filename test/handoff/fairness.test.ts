import { describe, expect, it } from "vitest";
import { chosenAutomatically, mayBeTold, mayTake, whyNotTake } from "../../src/handoff/fairness.ts";
import type { Surroundings } from "../../src/handoff/ladder.ts";
import type { Adviser, Directory, Team } from "../../src/model/directory.ts";
import type { Request } from "../../src/model/request.ts";
import { freshStanding } from "../../src/model/standing.ts";
import { handoffDirectory } from "../support/handoff-directory.ts";
import { requestLike, stateLike } from "../support/request-like.ts";

/** A Tuesday, 10:00 in Paris. */
const NOW = "2026-11-24T09:00:00.000Z";
const offered = requestLike(NOW, {
  state: stateLike("offered", NOW),
  offers: [{ team: "saint-exemple", rung: 1, at: NOW, key: "k" }],
});

describe("who may take a request", () => {
  it("is anybody of a team that was told of it", () => {
    expect(mayTake(offered, adviser("camille"), around())).toBe(true);
    expect(whyNotTake(offered, adviser("elise"), around())).toBe("not-their-team");
  });

  it.each([
    [[], undefined],
    [["camille"], undefined],
    [["camille", "david"], undefined],
    [["camille", "david", "camille"], "gave-it-back-twice"],
  ] as const)("given back by %j: %s", (givenBackBy, why) => {
    const request = { ...offered, givenBackBy };
    expect(whyNotTake(request, adviser("camille"), around())).toBe(why);
    expect(mayBeTold(request, adviser("camille"))).toBe(why === undefined);
  });

  it("is nobody who holds as many as they wish", () => {
    expect(whyNotTake(offered, adviser("camille"), around({ others: held("camille", 2) }))).toBe(
      undefined,
    );
    expect(whyNotTake(offered, adviser("camille"), around({ others: held("camille", 3) }))).toBe(
      "holds-enough",
    );
    const over = held("camille", 3).map((one) => ({ ...one, state: stateLike("closed", NOW) }));
    expect(mayTake(offered, adviser("camille"), around({ others: over }))).toBe(true);
  });

  it("is nobody who is suspended, nor somebody the directory does not know", () => {
    const standing = { ...freshStanding("adviser", new Date(NOW)), isSuspended: true };
    const standings = new Map([["adviser:camille", standing]]);
    expect(whyNotTake(offered, adviser("camille"), around({ standings }))).toBe("takes-no-part");
    const zoe = { ...adviser("camille"), id: "zoe" };
    expect(whyNotTake(offered, zoe, around())).toBe("takes-no-part");
  });
});

describe("who is given a request in a team that gives them out", () => {
  it("is nobody in a team that takes freely", () => {
    expect(chosen({ team: "manual" })).toBeUndefined();
  });

  it("is who has the fewest, then who has waited the longest for one", () => {
    expect(chosen({ others: held("camille", 1) })).toBe("david");
    expect(chosen({ others: held("david", 1) })).toBe("camille");
    const before = stateLike("closed", "2026-11-20T09:00:00.000Z");
    const long = { kind: "closed", adviser: "david", since: "2026-11-10T09:00:00.000Z" } as const;
    const past = [requestLike(NOW, { state: before }), requestLike(NOW, { state: long })];
    expect(chosen({ others: past })).toBe("david");
  });

  it("is nobody who is away, busy, or gave it back twice", () => {
    const absences = [{ from: "2026-11-24", to: "2026-11-24" }];
    const standing = { ...freshStanding("adviser", new Date(NOW)), absences };
    expect(chosen({ standings: new Map([["adviser:camille", standing]]) })).toBe("david");
    expect(chosen({ others: held("camille", 3) })).toBe("david");
    expect(chosen({ request: { givenBackBy: ["camille", "camille"] } })).toBe("david");
  });

  it("is who speaks the language and knows the theme", () => {
    expect(chosen({ request: { language: "en" } })).toBeUndefined();
    expect(chosen({ david: { languages: ["fr", "en"] }, request: { language: "en" } })).toBe(
      "david",
    );
    expect(chosen({ camille: { themes: ["security"] } })).toBe("david");
  });

  it("is nobody once the team is closed, unless they have hours of their own", () => {
    const now = new Date("2026-11-24T17:00Z");
    expect(chosen({ now })).toBeUndefined();
    const ranges = [{ day: 2, from: "17:00", to: "20:00" }];
    const evening = { ranges, timeZone: "Europe/Paris", closures: [] };
    expect(chosen({ now, david: { hours: evening } })).toBe("david");
  });
});

interface Case extends Partial<Omit<Surroundings, "directory">> {
  readonly request?: Partial<Request>;
  readonly team?: Team["choice"];
  readonly camille?: Partial<Adviser>;
  readonly david?: Partial<Adviser>;
}

function chosen({ request, team = "automatic", camille, david, ...changes }: Case) {
  const plain = handoffDirectory({ team: "exemple" });
  const advisers = plain.advisers.map((one) => ({
    ...one,
    ...(one.id === "camille" ? camille : {}),
    ...(one.id === "david" ? david : {}),
  }));
  const directory: Directory = { ...plain, advisers };
  const [first] = directory.teams;
  if (!first) throw new Error("the directory has teams");
  const wanted = { ...offered, ...request };
  return chosenAutomatically(wanted, { ...first, choice: team }, around({ directory, ...changes }))
    ?.id;
}

function held(by: string, count: number): readonly Request[] {
  return Array.from({ length: count }, (_, at) =>
    requestLike(NOW, { id: `held-${at}`, state: { kind: "active", adviser: by, since: NOW } }),
  );
}

function adviser(id: string): Adviser {
  const found = handoffDirectory({ team: "exemple" }).advisers.find((one) => one.id === id);
  if (!found) throw new Error(`no adviser ${id}`);
  return found;
}

function around(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    directory: handoffDirectory({ team: "exemple" }),
    standings: new Map(),
    others: [],
    platforms: ["exemple"],
    timeZone: "Europe/Paris",
    now: new Date(NOW),
    ...changes,
  };
}
