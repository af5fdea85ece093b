import { describe, expect, it } from "vitest";
import { Town } from "./town.ts";

const one = "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre";

describe("sending (WORKSHOPS.md 15)", () => {
  it("4. sends exactly one more day-before reminder after a move, for the new date", async () => {
    const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: nouveaux, changements, veille");
    await town.coordinates(one);
    await town.presses("olga", "Publier");
    await town.runUntil("2027-03-01T09:30:00Z");
    await town.says("amina@discord", "je m'inscris au 1");
    await town.runUntil("2027-03-08T18:00:00Z", 30);
    const start = town.shown.length;
    await town.coordinates("déplacer 1 au 16 mars 2027 à 18h30", "la salle est prise");
    await town.presses("olga", "Enregistrer");
    await town.runUntil("2027-03-08T19:00:00Z");
    await town.says("amina@discord", "je viens toujours");
    await town.runUntil("2027-03-18T12:00:00Z", 30);
    const before = (room: string) =>
      town.shown
        .slice(0, start)
        .filter(({ reply: { to }, text }) => to.room === room && /Demain/u.test(text));
    const after = (room: string) => town.of(room, start).filter((text) => /Demain/u.test(text));
    for (const reader of ["#nantes", "@amina"]) {
      expect(before(reader)).toHaveLength(1);
      expect(after(reader)).toHaveLength(1);
      expect(after(reader)[0]).toContain("18 h 30");
      const changes = town.of(reader, start).filter((text) => text.includes("**Changement"));
      expect(changes).toHaveLength(1);
    }
  });

  it("5. after a stop from Friday 17:00 to Monday 10:00 sends nothing stale, one digest, and a summary to the coordinator", async () => {
    const town = await Town.open({ from: "2027-02-22T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: tout");
    for (const [title, day] of [
      ["Samedi", 6],
      ["Dimanche", 7],
      ["Mardi", 9],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      await town.coordinates(one.replace("9 mars", `${day} mars`).replace("Découverte", title));
      // oxlint-disable-next-line no-await-in-loop
      await town.presses("olga", "Publier");
    }
    await town.runUntil("2027-03-05T16:00:00Z", 30);
    const start = town.shown.length;
    await town.isDownUntil("2027-03-08T09:00:00Z");
    const [digest, ...others] = town.of("#nantes", start);
    expect(digest).toMatch(/^\*Ce message arrive en retard/u);
    expect(digest).toContain("Mardi 9 mars");
    expect(digest).not.toMatch(/Samedi|Dimanche/u);
    expect(others).toEqual([]);
    const summary = town.of("@olga", start);
    expect(summary).toHaveLength(1);
    expect(summary[0]).toContain("du vendredi 5 mars, 17 h au lundi 8 mars, 10 h");
    await town.runUntil("2027-03-08T12:00:00Z");
    expect(town.shown.slice(start)).toHaveLength(2);
  });
});
