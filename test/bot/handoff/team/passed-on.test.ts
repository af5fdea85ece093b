import { describe, expect, it } from "vitest";
import { handoffDirectory } from "../../../support/handoff-directory.ts";
import { HandoffTown } from "../../../support/handoff-town.ts";
import { held, last, readBy } from "../../../support/held-town.ts";

describe("a transfer", () => {
  it("carries its own note alone, whatever is said while its asker is asked", async () => {
    const { town, camille } = await held();
    await camille.writes("transférer à Élise : elle connaît le sujet");
    await camille.writes("ouf, bon débarras");
    await town.passes(24 * 60);
    await town.asker.presses("D'accord");
    const offer = last(town, "loire-aide");
    expect(offer).toContain("elle connaît le sujet");
    expect(offer).not.toContain("débarras");
  });

  it.each([
    ["away", "transférer à David : merci", /^David n'est pas là jusqu'au /],
    ["unknown", "transférer à Zoé : merci", /^Je ne trouve pas « zoe »/],
    ["oneself", "transférer à Camille : merci", /^Je ne trouve pas/],
    [
      "a team the asker does not wish",
      "transférer à Loire Aide : merci",
      /ne souhaite pas que Loire Aide/,
    ],
    ["a territory nobody is of", "transférer au 85 : merci", /^Je ne trouve pas/],
  ])("to somebody who cannot take it is refused with a sentence: %s", async (_, words, told) => {
    const town = await HandoffTown.open();
    await town.hasRequest({ notTo: ["loire-aide"] });
    await town.ticks();
    const [camille, david] = [town.adviser("camille"), town.adviser("david")];
    await camille.presses("Je prends");
    await david.saysInRoom("absent du 20 novembre au 30 novembre");
    await david.saysInPrivate("absent jusqu'au 30 novembre");
    await camille.writes(words);
    expect(last(town)).toMatch(told);
    expect((await town.request()).state.kind).toBe("claimed");
  });

  it("to somebody suspended is refused with a sentence", async () => {
    const { town, camille } = await held();
    const { room, platform } = town.directory.coordinations[0]?.room ?? { room: "", platform: "" };
    const address = { platform, room, isDirect: false };
    await town.hears({ from: "gwen", address, text: "suspendre David" });
    await camille.writes("transférer à David : merci");
    expect(last(town)).toMatch(/^David ne prend pas de demande/);
  });

  it("goes back to who passed it after a working day of the other team without a word", async () => {
    const { town, camille } = await held();
    await camille.writes("transférer à David : je pars");
    expect((await town.request()).state).toMatchObject({
      kind: "transferring",
      toAdviser: "david",
    });
    await town.passes(7 * 24 * 60);
    expect((await town.request()).state).toMatchObject({ adviser: "camille" });
  });

  it("to a colleague who is in another team as well stays in the thread they share", async () => {
    const directory = handoffDirectory({ team: "there" });
    const [first, second, ...others] = directory.teams;
    if (!first || !second) throw new Error("two teams are needed");
    const teams = [{ ...second, advisers: ["elise", "david"] }, first, ...others];
    const { town, camille } = await held({ directory: { ...directory, teams } });
    await camille.writes("transférer à David : je pars");
    expect((await town.request()).state).toMatchObject({ toTeam: "saint-exemple" });
  });
});

describe("at night", () => {
  /** Camille takes it at 22:30 in Paris. */
  async function takenAtNight() {
    const town = await HandoffTown.open({ from: "2026-11-24T15:00:00Z" });
    await town.hasRequest();
    await town.ticks();
    await town.passesTo("2026-11-24T21:30:00Z");
    const camille = town.adviser("camille");
    await camille.presses("Je prends");
    return { town, camille };
  }

  it("its asker hears in the morning that somebody took it", async () => {
    const { town } = await takenAtNight();
    expect(town.asker.read).toEqual([]);
    await town.passesTo("2026-11-25T06:59:00Z");
    expect(town.asker.read).toEqual([]);
    await town.passesTo("2026-11-25T07:01:00Z");
    expect(town.asker.read.map(({ text }) => text)).toEqual([
      "**Camille** (*Saint-Exemple Associations*) a pris votre demande **A-1**.",
    ]);
  });

  it("and does not hear it any more once she has written, which she may at any hour", async () => {
    const { town, camille } = await takenAtNight();
    await camille.writes("> Bonsoir !");
    await camille.presses("Envoyer");
    expect(town.asker.read).toHaveLength(1);
    await town.passesTo("2026-11-25T07:01:00Z");
    expect(town.asker.read).toHaveLength(1);
    await town.asker.says("merci");
    expect(readBy(town)).not.toContain("a pris votre demande");
  });

  it("is asked by day whether another organisation may read it", async () => {
    const { town, camille } = await takenAtNight();
    await camille.writes("transférer à Élise : elle connaît");
    expect(town.asker.read).toEqual([]);
    await town.passesTo("2026-11-25T07:01:00Z");
    expect(readBy(town)).toContain("D'autres personnes la liraient");
    await town.asker.says("oui");
    expect(last(town, "loire-aide")).toContain("elle connaît");
  });
});

describe("a team that gives requests out", () => {
  it("asks who has the fewest first, then the next who does not decline, then leaves it to anybody", async () => {
    const directory = handoffDirectory({ team: "there" });
    const teams = directory.teams.map((team) => ({ ...team, choice: "automatic" as const }));
    const town = await HandoffTown.open({ directory: { ...directory, teams } });
    await town.hasRequest();
    await town.ticks();
    const [camille, david] = [town.adviser("camille"), town.adviser("david")];
    expect(town.team()[0]?.text).toContain("**Camille**, pouvez-vous prendre A-1 ?");
    await david.writes("je refuse");
    expect(last(town)).toBe("Ce n'est plus possible pour A-1.");
    await camille.presses("Je refuse");
    expect(last(town)).toContain("**David**, pouvez-vous prendre A-1 ?");
    await david.presses("Je refuse");
    expect(last(town)).toBe("David ne peut pas prendre A-1 : elle est à qui veut.");
    await camille.writes("je prends");
    expect((await town.request()).state).toMatchObject({ kind: "claimed", adviser: "camille" });
  });

  it("never asks who asked it themselves, and asks nobody where they take freely", async () => {
    const directory = handoffDirectory({ team: "there" });
    const [first, ...others] = directory.teams;
    if (!first) throw new Error("a team is needed");
    const advisers = directory.advisers.map((one) =>
      one.id === "camille" ? { ...one, accounts: [{ platform: "here", person: "amina" }] } : one,
    );
    const automatic = [{ ...first, choice: "automatic" as const }, ...others];
    const town = await HandoffTown.open({
      directory: { ...directory, advisers, teams: automatic },
    });
    await town.hasRequest();
    await town.ticks();
    expect(town.team()[0]?.text).toContain("**David**, pouvez-vous");
    const free = await HandoffTown.open();
    await free.hasRequest();
    await free.ticks();
    expect(free.team()[0]?.text).not.toContain("pouvez-vous");
  });
});
