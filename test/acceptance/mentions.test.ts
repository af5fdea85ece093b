import { describe, expect, it } from "vitest";
import { Town } from "./town.ts";

const room = "#nantes";
const wish = "mentionnez-moi ici pour la sécurité";

/** A room that reads announcements and changes. */
async function quietTown(): Promise<Town> {
  const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
  await town.subscribes(`${room}@matrix`, "messages: nouveaux, changements");
  return town;
}

/** A workshop is announced. @returns what the coordinator read before confirming */
async function announce(town: Town, theme: string): Promise<string> {
  const preview = await town.coordinates(
    `nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : ${theme}`,
  );
  await town.presses("olga", "Publier");
  await town.runUntil(new Date(town.clock.now().getTime() + 1_800_000).toISOString());
  return preview;
}

/** Whom the last message of the room called. */
function called(town: Town): readonly string[] {
  return town.seenIn(room).at(-1)?.reply.mentions ?? [];
}

describe("a mention in an announcement", () => {
  it("calls who asked for its theme in that room, nobody else, and the preview counts them", async () => {
    const town = await quietTown();
    expect(await town.says("amina", wish, { room })).toContain("je vous mentionnerai ici");
    await town.says("leo", "mentionnez-moi ici pour les dons", { room });
    await town.says("ines", "mention me here", { room });
    await town.says("paul", wish, { room: "#brest" });
    expect(await announce(town, "sécurité")).toContain("2 personnes mentionnées, à leur demande");
    expect(called(town)).toEqual(["amina", "ines"]);
    await town.coordinates("déplacer 1 au 16 mars 2027 à 18h", "la salle est prise");
    await town.presses("olga", "Enregistrer");
    await town.runUntil("2027-03-01T11:00:00Z");
    expect(town.of(room).at(-1)).toContain("**Changement");
    expect(called(town)).toEqual(["amina", "ines"]);
    expect(town.corrected.map(({ reply }) => reply.mentions)).toEqual([undefined]);
  });

  it("ends with a word, and with everything else when somebody is forgotten", async () => {
    const town = await quietTown();
    await town.says("amina", wish, { room });
    await town.says("leo", wish, { room });
    expect(await town.says("amina", "Ne me mentionnez plus.", { room })).toContain("plus ici");
    await town.says("leo", "oubliez-moi");
    await town.says("leo", "oui");
    await announce(town, "sécurité");
    expect(town.of(room).at(-1)).toContain("Découverte");
    expect(called(town)).toEqual([]);
  });

  it("names at most twenty people, those who asked first, and tells the others so", async () => {
    const town = await quietTown();
    const people = Array.from({ length: 21 }, (_, at) => `p${at}`);
    const told: string[] = [];
    for (const person of people) {
      town.clock.moveByMs(1000);
      // oxlint-disable-next-line no-await-in-loop
      told.push(await town.says(person, wish, { room }));
    }
    expect(told.filter((words) => words.includes("20 personnes au plus"))).toHaveLength(1);
    await announce(town, "sécurité");
    expect(called(town)).toEqual(people.slice(0, 20));
  });

  it("is of shared rooms alone, on themes there are", async () => {
    const town = await quietTown();
    expect(await town.says("amina", wish)).toContain("dans un salon partagé");
    const unread = await town.says("amina", "mentionnez-moi pour la pétanque", { room });
    expect(unread).toContain("petanque");
    await announce(town, "sécurité");
    expect(called(town)).toEqual([]);
  });
});
