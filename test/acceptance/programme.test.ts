import { convertIcsCalendar } from "ts-ics";
import { describe, expect, it } from "vitest";
import { readCalendar } from "../../src/workshops/calendar/read-calendar.ts";
import { writeCalendar } from "../../src/workshops/calendar/write-calendar.ts";
import { startOf } from "../../src/workshops/workshop-time.ts";
import { inFrench } from "../workshops/calendar/a-workshop.ts";
import { Town } from "./town.ts";

const from = "2027-02-01T09:00:00Z";

const table = `importer
titre;date;heure;theme;lieu
Sécurité : les mots de passe;9/03/2027;18h;securite;Mairie
Ma page de collecte;10/03/2027;18h30 - 20h;collecte;Mairie`;

async function publish(town: Town, when: string, title = "Découverte"): Promise<string> {
  return town.coordinates(`nouvel atelier\n${title}\n${when}\nen ligne\nthème : libre`);
}

function feedOf(town: Town): string {
  return writeCalendar(town.programme.workshops, { ...inFrench, now: town.clock.now() });
}

describe("the programme (WORKSHOPS.md 15)", () => {
  it("7. feeds two readers, keeps the UID of what moves, raises its SEQUENCE, and folds a title with emoji", async () => {
    const town = await Town.open({ from });
    const title =
      "🎉 Découverte émerveillée des logiciels libres, à Saint-Nazaire, pour les bénévoles 🧑‍🤝‍🧑 et les salarié·es";
    await publish(town, "9 mars 2027 de 18h à 20h", title);
    await town.presses("olga", "Publier");
    const before = feedOf(town);
    await town.coordinates("déplacer 1 au 16 mars 2027 à 18h30", "salle prise");
    await town.presses("olga", "Enregistrer");
    const after = feedOf(town);
    const [first, second] = [before, after].map((text) => {
      const [ours] = readCalendar(text).events;
      const [theirs] = convertIcsCalendar(undefined, text).events ?? [];
      expect(theirs?.summary).toBe(title);
      expect(ours).toMatchObject({ uid: theirs?.uid, sequence: theirs?.sequence ?? 0, title });
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThan(76);
      return { uid: ours?.uid, at: theirs?.start.date, sequence: ours?.sequence ?? 0 };
    });
    expect(first).toMatchObject({ at: new Date("2027-03-09T17:00:00Z") });
    expect(second).toMatchObject({ at: new Date("2027-03-16T17:30:00Z"), uid: first?.uid });
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0);
  });

  it("8. imports the same CSV twice: « 0 nouvelle, 0 modifiée » the second time", async () => {
    const town = await Town.open({ from });
    expect(await town.coordinates(table)).toContain("2 lignes : 2 nouvelles, 0 modifiée");
    await town.presses("olga", "Importer");
    const imported = town.programme.workshops;
    expect(imported.map((one) => startOf(one).toISOString())).toEqual([
      "2027-03-09T17:00:00.000Z",
      "2027-03-10T17:30:00.000Z",
    ]);
    expect(await town.coordinates(table)).toContain("0 nouvelle, 0 modifiée");
    await town.isDownUntil("2027-02-02T09:00:00Z");
    expect(await town.coordinates(table)).toContain("0 nouvelle, 0 modifiée");
    expect(town.programme.workshops).toEqual(imported);
  });
});
