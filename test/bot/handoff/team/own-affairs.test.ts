import { describe, expect, it } from "vitest";
import { readSpan } from "../../../../src/bot/handoff/team/read-span.ts";
import { HandoffTown } from "../../../support/handoff-town.ts";

async function standing(town: HandoffTown, id: string) {
  return town.store.get(town.knowledge.documents.standings, id);
}

/** What a coordinator says in their room. */
async function coordinator(
  town: HandoffTown,
  from: string,
  said: { text?: string; pressed?: string },
) {
  const address = { platform: town.teamPlatform, room: "!coordination", isDirect: false };
  await town.hears({ from, address, ...said });
  return town.sentTo("!coordination").at(-1)?.text;
}

describe("advisers about themselves", () => {
  it("tells an adviser what waits for them, in the room and in private", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    const camille = town.adviser("camille");
    await camille.presses("Je prends");
    await camille.saysInRoom("mes demandes");
    const line = "- **A-1** · Données et RGPD · Loire-Atlantique (44) : c'est à vous";
    expect(town.team().at(-1)?.text).toBe(`Vos demandes :\n${line}`);
    expect(await camille.saysInPrivate("mes demandes")).toContain(line);
  });

  it("notes an absence with who stands in, and the return", async () => {
    const town = await HandoffTown.open();
    const camille = town.adviser("camille");
    await camille.saysInRoom("pas dispo du 1er au 4 décembre remplacée par David");
    expect((await standing(town, "adviser:camille"))?.absences).toEqual([
      { from: "2026-12-01", to: "2026-12-04", substitute: "david" },
    ]);
    await camille.saysInPrivate("je suis de retour");
    expect((await standing(town, "adviser:camille"))?.absences).toEqual([]);
  });

  it("shows the charter in the room of a team, in private and to coordinators", async () => {
    const town = await HandoffTown.open();
    const camille = town.adviser("camille");
    await camille.saysInRoom("charte");
    expect(town.team().at(-1)?.text).toBe("Notre charte.");
    expect(await camille.saysInPrivate("la charte")).toContain("Notre charte.");
    expect(await coordinator(town, "gwen", { text: "charter" })).toBe("Notre charte.");
  });

  it("tells figures to the adviser alone", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    await town.adviser("camille").presses("Je prends");
    await town.adviser("camille").saysInRoom("mes chiffres");
    expect(town.team().at(-1)?.text).toContain("en privé");
    expect(await town.adviser("camille").saysInPrivate("mes chiffres")).toContain(
      "En cours : 1. Prises : 1.",
    );
  });

  it("notes that a team has too much, and no longer", async () => {
    const town = await HandoffTown.open();
    await town.adviser("camille").saysInRoom("nous sommes débordés");
    expect((await standing(town, "team:saint-exemple"))?.isOverloaded).toBe(true);
    await town.adviser("david").saysInRoom("plus surchargés");
    expect((await standing(town, "team:saint-exemple"))?.isOverloaded).toBe(false);
  });

  it("takes everything from a suspended adviser at once", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    const camille = town.adviser("camille");
    await camille.presses("Je prends");
    expect(await coordinator(town, "gwen", { text: "suspendre Camille" })).toBe(
      "Camille n'a plus accès aux demandes. Demandes rendues : 1.",
    );
    expect((await town.request()).state.kind).not.toBe("claimed");
    await camille.saysInRoom("je prends A-1");
    expect(town.team().at(-1)?.text).toContain("suspendu");
    await coordinator(town, "zoe", { text: "rétablir Camille" });
    expect((await standing(town, "adviser:camille"))?.isSuspended).toBe(true);
  });

  it("shows blocked people to two coordinators together, without an account", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    await town.adviser("camille").presses("Je prends");
    await town.adviser("camille").writes("signaler : insultes");
    expect(await coordinator(town, "gwen", { text: "signalements" })).toContain(
      "Une deuxième personne",
    );
    const agreed = { pressed: "Je suis d'accord pour voir" };
    expect(await coordinator(town, "gwen", agreed)).not.toContain("insultes");
    const seen = await coordinator(town, "hugo", agreed);
    expect(seen).toBe("Personnes bloquées :\n- **A-1**, par Camille : insultes");
    expect(seen).not.toContain("amina");
    expect(await coordinator(town, "hugo", { text: "débloquer A-1" })).toContain("peut de nouveau");
  });

  it("takes no other question from somebody blocked, until they are unblocked", async () => {
    const town = await HandoffTown.open();
    await town.hasRequest();
    await town.ticks();
    await town.adviser("camille").presses("Je prends");
    await town.adviser("camille").writes("signaler : insultes");
    expect(await town.asker.says("parler à une personne")).toContain("ne peux pas confier");
    await coordinator(town, "gwen", { text: "débloquer A-1" });
    await town.asker.says("parler à une personne");
    expect(await town.asker.says("Peut-on louer la salle ?")).toContain("[Transmettre]");
  });

  it("leaves other talk in the team's room alone", async () => {
    const town = await HandoffTown.open();
    expect(
      await town
        .adviser("camille")
        .writes("bonjour tout le monde", { thread: null }, { isForUs: false }),
    ).toEqual([]);
  });
});

describe("reading days away", () => {
  const now = new Date("2026-11-24T09:00:00Z");
  it.each([
    ["", "2026-11-24", "2026-11-24"],
    ["demain", "2026-11-25", "2026-11-25"],
    ["du 3 au 10 decembre", "2026-12-03", "2026-12-10"],
    ["du 28 au 3 decembre", "2026-11-28", "2026-12-03"],
    ["from 3 to 10 december", "2026-12-03", "2026-12-10"],
    ["jusqu au 4 janvier", "2026-11-24", "2027-01-04"],
    ["du 21-12-2026 au 4-1-2027", "2026-12-21", "2027-01-04"],
    ["du 21 decembre au 4 janvier", "2026-12-21", "2027-01-04"],
  ])("reads %j", (said, from, to) => {
    expect(readSpan(said, now, "Europe/Paris")).toEqual({ from, to });
  });

  it.each(["un de ces jours", "du 10 au banane"])("asks again about %j", (said) => {
    expect(readSpan(said, now, "Europe/Paris")).toBeUndefined();
  });
});
