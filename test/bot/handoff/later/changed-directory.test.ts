import { describe, expect, it } from "vitest";
import { noDirectory, type Directory } from "../../../../src/model/directory.ts";
import { handoffDirectory } from "../../../support/handoff-directory.ts";
import { HandoffTown } from "../../../support/handoff-town.ts";
import { scriptedKnowledge } from "../../../support/small-library.ts";

const full = handoffDirectory({ team: "there" });

/** Taken in the first team and answered, before somebody edits the directory. */
async function talked(): Promise<HandoffTown> {
  const town = await HandoffTown.open();
  await town.hasRequest();
  await town.ticks();
  await town.adviser("camille").presses("Je prends");
  await town.adviser("camille").writes("> Oui, par écrit.");
  await town.adviser("camille").presses("Envoyer");
  return town;
}

/** The directory is edited: it is read again while the assistant goes on. */
function isEdited(town: HandoffTown, directory: Directory): void {
  town.bot.adopt(scriptedKnowledge({}, { directory }));
}

function without(team: string): Directory {
  return { ...full, teams: full.teams.filter(({ id }) => id !== team) };
}

async function daysPass(town: HandoffTown, days: number): Promise<void> {
  for (let hours = 0; hours < days * 24; hours += 4) {
    // oxlint-disable-next-line no-await-in-loop
    await town.passes(4 * 60);
  }
}

function readLately(town: HandoffTown, count: number): string {
  return town.asker.read
    .slice(-count)
    .map(({ text }) => text)
    .join("\n");
}

describe("a request whose people left the directory", () => {
  it("goes to the others when the team that treats it did, and its asker is told", async () => {
    const town = await talked();
    isEdited(town, without("saint-exemple"));
    await town.asker.says("Et pour les mineurs ?");
    await town.passes(26 * 60);
    const { state, offers } = await town.request();
    expect(state.kind).toBe("offered");
    expect(offers.map(({ team }) => team)).toContain("loire-aide");
    expect(readLately(town, 1)).toContain("je cherche encore");
    // What was said while there was no room reaches who takes it.
    await town.adviser("elise").presses("Je prends");
    await town.passes(1);
    expect(town.team("loire-aide").some(({ text }) => text.includes("les mineurs"))).toBe(true);
  });

  it("goes back to the team when the adviser who held it did", async () => {
    const town = await talked();
    isEdited(town, { ...full, advisers: full.advisers.filter(({ id }) => id !== "camille") });
    await town.passes(26 * 60);
    expect((await town.request()).state.kind).toBe("offered");
    expect(readLately(town, 1)).toContain("je cherche une autre personne");
  });

  it("is told to others at once when nobody took it and all who knew of it did", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    isEdited(town, without("saint-exemple"));
    await town.passes(5);
    expect((await town.request()).offers.at(-1)?.team).toBe("loire-aide");
  });

  it("comes to an honest end when everybody did, and may still be looked at and erased", async () => {
    const town = await talked();
    isEdited(town, noDirectory);
    await daysPass(town, 12);
    expect((await town.request()).state.kind).toBe("unanswered");
    expect(readLately(town, 3)).toContain("nous vous devons des excuses");
    expect(await town.asker.says("mes demandes")).toContain("A-1");
    await town.asker.says("effacer A-1");
    await town.asker.presses("Oui, effacer");
    expect((await town.request()).asker).toBeUndefined();
    expect(await town.messages()).toEqual([]);
    expect(town.log.lines.filter((line) => line.includes("failed"))).toEqual([]);
  });

  it("goes on by the hours of now when its team changes zone", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    const teams = full.teams.map((team) => ({
      ...team,
      hours: { ...team.hours, timeZone: "Indian/Reunion" },
    }));
    isEdited(town, { ...full, teams });
    // Tuesday 10:00 to 14:30 in Paris is 13:00 to 17:30 there: it closed after four hours, at 17:00.
    await town.passesTo("2026-11-24T12:55:00Z");
    expect(town.team()).toHaveLength(1);
    await town.passesTo("2026-11-24T13:05:00Z");
    expect(town.team()).toHaveLength(2);
  });
});

describe("a clock that is set", () => {
  it("back an hour says nothing twice", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await daysPass(town, 4);
    const before = new Set(town.sent.map(({ key }) => key));
    town.clock.moveByMs(-3_600_000);
    await town.ticks();
    await town.restarts();
    await town.ticks();
    expect(new Set(town.sent.map(({ key }) => key))).toEqual(before);
  });

  it("a week ahead and right again tells who asked one thing, then goes on a day later", async () => {
    const town = await talked();
    await town.passesTo("2026-12-08T10:00:00Z");
    const told = town.asker.read.length;
    await town.passesTo("2026-11-25T10:00:00Z");
    await town.passes(60);
    expect(town.asker.read).toHaveLength(told);
    await town.adviser("camille").writes("résolu");
    await town.passes(60);
    expect(town.asker.read).toHaveLength(told);
    await town.passes(25 * 60);
    expect(readLately(town, 1)).toContain("est-elle réglée");
  });
});
