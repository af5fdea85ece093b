import { describe, expect, it } from "vitest";
import { HandoffTown } from "../../../support/handoff-town.ts";

/** Camille has taken it. */
async function taken(changes = {}) {
  const town = await HandoffTown.open();
  await town.hasRequest(changes);
  await town.ticks();
  await town.adviser("camille").presses("Je prends");
  return { town, camille: town.adviser("camille"), david: town.adviser("david") };
}

/** Camille has written to who asked. */
async function active(changes = {}) {
  const all = await taken(changes);
  await all.camille.writes("> Bonjour, je regarde.");
  await all.camille.presses("Envoyer");
  return all;
}

const last = (town: HandoffTown) =>
  town.team().findLast(({ reaction }) => reaction === undefined)?.text;

describe("in the thread of a request", () => {
  it("keeps what is not addressed among colleagues, and signs it 🔒", async () => {
    const { town, camille } = await active();
    const before = town.asker.read.length;
    const sent = await camille.writes("elle a l'air pressée");
    expect(sent.map(({ reaction }) => reaction?.sign)).toEqual(["🔒"]);
    expect(town.asker.read).toHaveLength(before);
    expect((await town.messages()).at(-1)).toMatchObject({
      direction: "note",
      text: "elle a l'air pressée",
    });
  });

  it("shows an adviser their first words before they cross, and lets them correct these", async () => {
    const { town, camille } = await taken();
    await camille.writes("> Bonjour madame");
    expect(last(town)).toBe("Voici ce que la personne recevra :\n\n> Bonjour madame");
    expect(town.asker.read).toHaveLength(1);
    await camille.presses("Corriger");
    await camille.writes("Bonjour !");
    expect(town.asker.read).toHaveLength(1);
    await camille.presses("Envoyer");
    expect(town.asker.read.at(-1)?.text).toContain("Bonjour !");
    expect(town.asker.read.at(-1)?.text).not.toContain("madame");
    await camille.writes("!r Voici la suite.");
    expect(town.asker.read.at(-1)?.text).toContain("Voici la suite.");
  });

  it("takes one message after « Répondre », and the next one for a note", async () => {
    const { town, camille } = await active();
    await camille.presses("Répondre");
    await camille.writes("Oui, il faut leur accord.");
    await camille.writes("ouf, c'était long");
    const read = town.asker.read.map(({ text }) => text).join("\n");
    expect(read).toContain("Oui, il faut leur accord.");
    expect(read).not.toContain("ouf");
  });

  it("forgets « Répondre » after ten minutes", async () => {
    const { town, camille } = await active();
    await camille.presses("Répondre");
    await town.passes(11);
    await camille.writes("je ne sais plus où j'en étais");
    expect(JSON.stringify(town.asker.read)).not.toContain("je ne sais plus");
  });

  it("sends nothing of a colleague who does not hold it, and says who does", async () => {
    const { town, david } = await active();
    const before = town.asker.read.length;
    await david.writes("> Moi je sais !");
    expect(last(town)).toBe("Déjà pris par Camille : A-1.");
    expect(town.asker.read).toHaveLength(before);
  });

  it("gives a request back, and another adviser takes it with its history", async () => {
    const { town, camille, david } = await active();
    await camille.writes("je rends : je ne connais pas le sujet");
    expect(await town.request()).toMatchObject({ givenBackBy: ["camille"] });
    expect((await town.messages()).at(-1)).toMatchObject({
      direction: "note",
      text: "je ne connais pas le sujet",
    });
    await david.saysInRoom("je prends A-1");
    expect(await town.request()).toMatchObject({ state: { adviser: "david" } });
    expect(last(town)).toContain("Bonjour, je regarde.");
    expect(JSON.stringify(town.asker.read)).not.toContain("je ne connais pas");
  });

  it("passes a request to a colleague with a note that is asked for, and they take it up", async () => {
    const { town, camille, david } = await active();
    await camille.writes("transférer à David");
    expect(last(town)).toContain("Un mot pour David");
    await camille.writes("il connaît le RGPD");
    expect(await town.request()).toMatchObject({
      state: { kind: "transferring", toAdviser: "david", awaitsConsent: false },
    });
    expect(town.team().some(({ text }) => text.includes("> il connaît le RGPD"))).toBe(true);
    await david.writes("je prends");
    expect(await town.request()).toMatchObject({ state: { kind: "active", adviser: "david" } });
    expect(JSON.stringify(town.asker.read)).not.toContain("il connaît");
  });

  it("goes back to who passed it when it is declined", async () => {
    const { town, camille, david } = await active();
    await camille.writes("transférer à David : il connaît");
    await david.writes("je refuse");
    expect(await town.request()).toMatchObject({ state: { kind: "active", adviser: "camille" } });
  });

  it("asks the asker before another organisation reads it, and offers it there once they agree", async () => {
    const { town, camille } = await active();
    await camille.writes("transférer à Loire Aide : plus près de chez elle");
    expect(await town.request()).toMatchObject({ state: { awaitsConsent: true } });
    await town.passes(24 * 60);
    expect(await town.request()).toMatchObject({ asks: { kind: "transfer" } });
    expect(town.team("loire-aide")).toEqual([]);
    await town.asker.presses("D'accord");
    expect(await town.request()).toMatchObject({
      state: { awaitsConsent: false, toTeam: "loire-aide" },
    });
    expect(town.team("loire-aide").at(0)?.text).toContain("plus près de chez elle");
    await town.adviser("elise").presses("Je prends");
    expect(await town.request()).toMatchObject({ team: "loire-aide", state: { adviser: "elise" } });
  });

  it("stays with its adviser when the asker would rather not", async () => {
    const { town, camille } = await active();
    await camille.writes("transférer à Élise : plus près");
    await town.passes(24 * 60);
    await town.asker.presses("Non, je préfère rester");
    expect(await town.request()).toMatchObject({ state: { kind: "active", adviser: "camille" } });
    expect(town.team("loire-aide")).toEqual([]);
  });

  it("waits until a day, asked for when it is not said", async () => {
    const { town, camille } = await active();
    await camille.writes("attendre");
    await camille.writes("jeudi 14h");
    expect(await town.request()).toMatchObject({
      state: { kind: "waiting-asker", until: "2026-11-26T13:00:00.000Z" },
    });
    expect(last(town)).toBe("A-1 attend jusqu'au jeudi 26 novembre.");
  });

  it("waits until the next Tuesday when that is said on a Tuesday", async () => {
    const { town, camille } = await active();
    await camille.writes("attendre jusqu'à mardi");
    expect(last(town)).toBe("A-1 attend jusqu'au mardi 1er décembre.");
  });

  it("is resolved and reopened in words", async () => {
    const { town, camille } = await active();
    await camille.writes("c'est résolu");
    expect((await town.request()).state.kind).toBe("resolved");
    await camille.writes("rouvrir");
    expect((await town.request()).state).toMatchObject({ kind: "claimed", adviser: "camille" });
  });

  it("reports with a reason that coordinators read, and closes it", async () => {
    const { town, camille } = await active();
    await camille.writes("signaler");
    await camille.writes("insultes répétées");
    expect((await town.request()).state.kind).toBe("spam");
    expect(town.sentTo("!coordination").at(-1)?.text).toBe(
      "A-1 est signalée par Camille (Saint-Exemple Associations). Motif : insultes répétées",
    );
    expect(JSON.stringify(town.asker.read)).not.toContain("insultes");
    expect(JSON.stringify(town.sentTo("!coordination"))).not.toContain("amina");
  });

  it("shows a page as words to correct before they go", async () => {
    const { town, camille } = await active();
    const before = town.asker.read.length;
    const label =
      town
        .team()
        .flatMap(({ choices }) => choices)
        .find((choice) => choice.label.startsWith("Fiche 1"))?.label ?? "";
    await camille.presses(label);
    expect(last(town)).toContain("Voici ce que la personne recevra");
    expect(town.asker.read).toHaveLength(before);
  });

  it("changes nothing when an event comes twice", async () => {
    const { town, camille } = await active();
    const event = {
      id: "twice",
      from: "camille",
      isFromBot: false,
      roles: [],
      address: camille.room,
      thread: camille.thread,
      text: "> une seule fois",
      pressed: undefined,
      isForUs: true,
      sentAt: town.clock.now(),
    };
    await town.delivers(event);
    await town.delivers(event);
    expect(town.asker.read.filter(({ text }) => text.includes("une seule fois"))).toHaveLength(1);
  });
});
