import { describe, expect, it } from "vitest";
import { HandoffTown } from "../../../support/handoff-town.ts";
import { wordsRead } from "../../../support/handoff-people.ts";

const long = "Faut-il l'accord des parents pour publier des photos du tournoi ? ".repeat(6);

async function offered(text = long) {
  const town = await HandoffTown.open();
  await town.hasRequest({}, text);
  await town.ticks();
  return town;
}

describe("offering and taking a request", () => {
  it("tells the team the number, theme, département, language, age and 200 characters, and nothing of the asker", async () => {
    const town = await offered();
    const [offer] = town.team();
    const read = offer ? wordsRead(offer) : "";
    expect(read).toContain(
      "**A-1** · Données et RGPD · Loire-Atlantique (44) · français · depuis moins d'une heure ouvrée",
    );
    expect(offer?.opensThread).toBe(true);
    expect(read).toContain(
      "[Je prends]\n[Note interne]\n[Transférer]\n[Proposer une fiche]\n[Atelier lié]",
    );
    expect(read.split("\n")[1]).toHaveLength(202);
    expect(JSON.stringify(offer)).not.toContain("amina");
  });

  it.each([
    ["the button", async (town: HandoffTown) => town.adviser("camille").presses("Je prends")],
    ["a sign", async (town: HandoffTown) => town.adviser("camille").reacts("✋")],
    [
      "words in the thread",
      async (town: HandoffTown) => town.adviser("camille").writes("je prends"),
    ],
    [
      "words in the room",
      async (town: HandoffTown) => town.adviser("camille").saysInRoom("je prends A-1"),
    ],
  ])("is taken by %s, and the asker reads who has it", async (_, take) => {
    const town = await offered();
    await take(town);
    const request = await town.request();
    expect(request.state).toMatchObject({ kind: "claimed", adviser: "camille" });
    expect(request.team).toBe("saint-exemple");
    expect(town.asker.read.map(({ text }) => text)).toEqual([
      "**Camille** (*Saint-Exemple Associations*) a pris votre demande **A-1**.",
    ]);
  });

  it("shows the whole sheet in the thread once it is taken", async () => {
    const town = await offered();
    await town.adviser("camille").presses("Je prends");
    const sheet = town.team().at(-1);
    expect(sheet?.thread).toBe(town.adviser("camille").thread);
    expect(sheet?.text).toContain(long.trim());
    expect(sheet?.text).toContain("la personne a demandé quelqu'un");
    expect(sheet?.text).toContain("Diagnostic partagé :* non");
    expect(sheet?.choices.map(({ label }) => label)).toContain("Répondre");
    expect(sheet?.choices.filter(({ label }) => label.startsWith("Fiche "))).toHaveLength(3);
    expect(JSON.stringify(town.team())).not.toContain("amina");
  });

  it("tells whoever comes second who has it", async () => {
    const town = await offered();
    await town.adviser("camille").presses("Je prends");
    await town.adviser("david").presses("Je prends");
    expect(town.team().at(-1)?.text).toBe("Déjà pris par Camille : A-1.");
    expect(await town.request()).toMatchObject({ state: { adviser: "camille" } });
  });

  it("hides the adviser's name when they wish so", async () => {
    const town = await offered();
    await town.adviser("camille").saysInRoom("cacher mon nom");
    await town.adviser("camille").presses("Je prends");
    expect(town.asker.read.at(-1)?.text).toContain("ne conseillère (*Saint-Exemple Associations*)");
    expect(JSON.stringify(town.asker.read)).not.toContain("Camille");
  });

  it("tells somebody who is not in the directory so, kindly, and keeps nothing of them", async () => {
    const town = await offered();
    await town.adviser("zoe").presses("Je prends");
    expect(town.team().at(-1)?.text).toContain("Merci de votre aide !");
    await town.adviser("zoe").writes("> bonjour madame");
    expect((await town.messages()).map(({ author }) => author)).toEqual(["asker"]);
    expect(await town.request()).toMatchObject({ state: { kind: "offered" } });
  });

  it("hides insults behind a spoiler", async () => {
    const town = await offered("Bande de connards, répondez");
    expect(town.team().at(0)?.text).toContain("Bande de ||connards||, répondez");
  });
});
