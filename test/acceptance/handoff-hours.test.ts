import { describe, expect, it } from "vitest";
import type { Directory, OpeningHours } from "../../src/model/directory.ts";
import { handoffDirectory } from "../support/handoff-directory.ts";
import { HandoffTown } from "../support/handoff-town.ts";

type Range = readonly [day: number, from: string, to: string];
type Night = readonly [what: string, ranges: readonly Range[], from: string, opens: string];

/** The directory with the first team alone, open as said, and its advisers changed. */
function oneTeam(ranges: readonly Range[], changes: Partial<Directory> = {}): Directory {
  const directory = handoffDirectory({ team: "there" });
  const hours: OpeningHours = {
    ranges: ranges.map(([day, from, to]) => ({ day, from, to })),
    timeZone: "Europe/Paris",
    holidaysOf: "44",
    closures: [],
  };
  const teams = directory.teams
    .slice(0, 1)
    .map((team) => ({ ...team, territories: ["44", "971", "national"], hours }));
  return { ...directory, teams, ...changes };
}

const office = [1, 2, 3, 4, 5].map((day) => [day, "09:00", "17:00"] as const);

function reminders(town: HandoffTown): number {
  return town.team().filter(({ text }) => text.includes("attend toujours")).length;
}

async function passesHourly(town: HandoffTown, until: string): Promise<void> {
  while (town.clock.now() < new Date(until)) {
    // oxlint-disable-next-line no-await-in-loop
    await town.passes(60);
  }
}

describe("hand-off (HANDOFF.md 12)", () => {
  it("5. from Guadeloupe on a Friday evening nothing is escalated before Monday's opening in Paris, and the reopening is read in local time", async () => {
    // Friday 27 November 2026, 18:00 in Guadeloupe.
    const town = await HandoffTown.open({
      from: "2026-11-27T22:00:00Z",
      directory: oneTeam(office),
    });
    await town.hasRequest({ territory: "971" });
    await town.ticks();
    await passesHourly(town, "2026-11-30T08:00:00Z");
    expect(reminders(town)).toBe(0);
    await passesHourly(town, "2026-11-30T12:00:00Z");
    expect(reminders(town)).toBe(1);
    await town.adviser("camille").presses("Je prends");
    await town.adviser("camille").writes("> Bonjour !");
    await town.adviser("camille").presses("Envoyer");
    // The day after they heard that it was taken, 18:30 in Paris, 13:30 in Guadeloupe: the team closed at 17:00.
    await town.passesTo("2026-12-01T17:30:00Z");
    await town.asker.says("Merci, et pour les mineurs ?");
    await town.passes(40);
    const told = town.asker.read.filter(({ text }) => text.includes("Réouverture"));
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringMatching(/mercredi 2 décembre.*9 h.*mercredi 2 décembre.*4 h.*chez vous/u),
    ]);
    await town.asker.says("Encore une chose.");
    await town.passes(40);
    expect(town.asker.read.filter(({ text }) => text.includes("Réouverture"))).toHaveLength(1);
  });

  it.each<Night>([
    ["Saturday evening, an office", office, "2026-11-28T19:00:00Z", "2026-11-30T08:00:00Z"],
    [
      "a team open only on Sunday",
      [[7, "10:00", "16:00"]],
      "2026-11-30T09:00:00Z",
      "2026-12-06T09:00:00Z",
    ],
    [
      "two ranges in a day, at noon",
      [1, 2, 3, 4, 5].flatMap((day): readonly Range[] => [
        [day, "09:00", "11:00"],
        [day, "15:00", "17:00"],
      ]),
      "2026-12-01T11:00:00Z",
      "2026-12-01T14:00:00Z",
    ],
    ["a holiday Monday", office, "2027-03-26T17:00:00Z", "2027-03-30T07:00:00Z"],
  ])("5. %s: the clock stands still until it opens", async (_, ranges, from, opens) => {
    const directory = oneTeam(ranges);
    const town = await HandoffTown.open({ from, directory });
    await town.hasRequest();
    await town.ticks();
    await passesHourly(town, opens);
    expect(reminders(town)).toBe(0);
    await passesHourly(town, new Date(Date.parse(opens) + 30 * 3_600_000).toISOString());
    expect(reminders(town)).toBe(1);
  });

  it("5. a team that is never open is not told; who coordinates is", async () => {
    const town = await HandoffTown.open({ directory: oneTeam([]) });
    await town.hasRequest();
    await town.passes(60);
    expect(town.team()).toEqual([]);
    expect(town.sentTo("gwen")).toHaveLength(1);
  });

  it("6. an adviser absent with a substitute who is absent too, in a loop: it goes back to the team, and its asker is told", async () => {
    const away = { from: "2026-11-25", to: "2026-12-24" };
    const { advisers } = handoffDirectory({ team: "there" });
    const absent = advisers.map((adviser) => {
      if (adviser.id === "camille")
        return { ...adviser, absences: [{ ...away, substitute: "david" }] };
      if (adviser.id === "david")
        return { ...adviser, absences: [{ ...away, substitute: "camille" }] };
      return adviser;
    });
    const town = await HandoffTown.open({ directory: oneTeam(office, { advisers: absent }) });
    await town.hasRequest();
    await town.ticks();
    await town.adviser("camille").presses("Je prends");
    expect((await town.request()).state.kind).toBe("claimed");
    await town.passesTo("2026-11-25T09:00:00Z");
    await town.passes(1);
    expect((await town.request()).state.kind).toBe("offered");
    expect(town.team().some(({ text }) => text.includes("revient à l'équipe"))).toBe(true);
    expect(town.asker.read.some(({ text }) => text.includes("je cherche une autre personne"))).toBe(
      true,
    );
  });

  it("6. an adviser absent with a substitute who is there: they take over, and its asker is told", async () => {
    const { advisers } = handoffDirectory({ team: "there" });
    const absences = [{ from: "2026-11-25", to: "2026-12-24", substitute: "david" }];
    const absent = advisers.map((adviser) =>
      adviser.id === "camille" ? { ...adviser, absences } : adviser,
    );
    const town = await HandoffTown.open({ directory: oneTeam(office, { advisers: absent }) });
    await town.hasRequest();
    await town.ticks();
    await town.adviser("camille").presses("Je prends");
    await town.passesTo("2026-11-25T09:00:00Z");
    await town.passes(1);
    expect((await town.request()).state).toMatchObject({ kind: "claimed", adviser: "david" });
    expect(town.asker.read.some(({ text }) => text.includes("prend le relais"))).toBe(true);
  });

  it("11. a resolved request never closes while the last word is the asker's « pas encore »", async () => {
    const town = await HandoffTown.open({ directory: oneTeam(office) });
    await town.hasRequest();
    await town.ticks();
    const camille = town.adviser("camille");
    await camille.presses("Je prends");
    await camille.writes("> Oui, par écrit.");
    await camille.presses("Envoyer");
    await camille.writes("résolu");
    // They heard today that it was taken: they are asked tomorrow.
    await town.passes(24 * 60);
    expect((await town.request()).state.kind).toBe("resolved");
    await town.asker.presses("Pas encore");
    for (let day = 0; day < 40; day += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await town.passes(24 * 60);
      // oxlint-disable-next-line no-await-in-loop
      expect(["closed", "resolved"]).not.toContain((await town.request()).state.kind);
    }
  });

  it("11. without « pas encore » it closes after three days, and satisfaction is asked once, a day later", async () => {
    const town = await HandoffTown.open({ directory: oneTeam(office) });
    await town.hasRequest();
    await town.ticks();
    const camille = town.adviser("camille");
    await camille.presses("Je prends");
    await camille.writes("> Oui, par écrit.");
    await camille.presses("Envoyer");
    await camille.writes("résolu");
    await passesHourly(town, "2026-11-27T08:00:00Z");
    expect((await town.request()).state.kind).toBe("resolved");
    await passesHourly(town, "2026-12-05T12:00:00Z");
    expect((await town.request()).state.kind).toBe("closed");
    const rated = town.asker.read.filter(({ choices }) =>
      choices.some(({ label }) => label === "👍"),
    );
    expect(rated).toHaveLength(1);
    expect((await town.messages()).every(({ closedAt }) => closedAt !== undefined)).toBe(true);
  });
});
