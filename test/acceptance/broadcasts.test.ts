import { describe, expect, it } from "vitest";
import { Town } from "./town.ts";

const one = "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre";

async function publish(town: Town, announcement: string): Promise<void> {
  await town.coordinates(announcement);
  await town.presses("olga", "Publier");
}

describe("a room", () => {
  it("gets one announcement a day, and the others of that day together the next morning", async () => {
    const town = await Town.open({ from: "2027-03-02T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: nouveaux");
    await publish(town, one);
    await town.runUntil("2027-03-02T10:00:00Z");
    expect(town.seenIn("#nantes").at(-1)?.text).toContain("Découverte");
    const start = town.shown.length;
    await publish(town, one.replace("Découverte", "Les dons"));
    await town.runUntil("2027-03-02T11:00:00Z");
    await publish(town, one.replace("Découverte", "Les mots de passe"));
    await town.runUntil("2027-03-02T20:00:00Z", 30);
    expect(town.of("#nantes", start)).toEqual([]);
    await town.runUntil("2027-03-03T12:00:00Z");
    const [together, ...more] = town.seenIn("#nantes", start);
    expect(more).toEqual([]);
    expect(together?.at.toISOString()).toBe("2027-03-03T07:00:00.000Z");
    expect(together?.text).toMatch(/Les dons[\s\S]*Les mots de passe/u);
  });

  it("is told at once of a second one that would not wait", async () => {
    const town = await Town.open({ from: "2027-03-02T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: nouveaux");
    await publish(town, one);
    await town.runUntil("2027-03-02T10:00:00Z");
    const start = town.shown.length;
    await publish(town, one.replace("Découverte", "Ce soir").replace("9 mars", "2 mars"));
    await town.runUntil("2027-03-02T11:00:00Z");
    expect(town.of("#nantes", start)).toHaveLength(1);
  });

  it("is reminded of all the workshops of a day in one message", async () => {
    const town = await Town.open({ from: "2027-03-02T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: veille");
    await publish(town, one);
    await publish(town, one.replace("Découverte", "Les dons"));
    await town.runUntil("2027-03-08T16:50:00Z", 60);
    const start = town.shown.length;
    await town.runUntil("2027-03-08T17:30:00Z");
    expect(town.of("#nantes", start)).toHaveLength(1);
    expect(town.of("#nantes", start)[0]).toMatch(
      /^\*\*Demain\*\*\n\n\*\*Découverte\*\* [\s\S]*\*\*Les dons\*\* /u,
    );
  });

  it("reads the hours of a workshop whose code is one of them, and never that code", async () => {
    const town = await Town.open({ from: "2027-03-02T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: nouveaux");
    await publish(town, one.replace("Mairie", "Mairie (code 4821)"));
    const [{ id } = { id: "" }] = town.programme.workshops;
    const by = '["matrix","olga"]';
    await town.programme.change(id, { kind: "edit", fields: { joinSecret: "4821" } }, { by });
    await publish(town, one.replace("Découverte", "Les dons"));
    const other = town.programme.workshops.find(({ title }) => title.fr === "Les dons")?.id ?? "";
    await town.programme.change(other, { kind: "edit", fields: { joinSecret: "18" } }, { by });
    await town.runUntil("2027-03-02T10:00:00Z");
    const said = town.of("#nantes").join("\n");
    expect(said).toContain("Mairie (code …)");
    expect(said.match(/18 h – 20 h \(heure de Paris\)/gu)).toHaveLength(2);
    expect(said).not.toContain("4821");
  });
});

describe("somebody who signed up", () => {
  it("finds every link in the one message that tells many late reminders", async () => {
    const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
    const numbers = [1, 2, 3, 4, 5, 6, 7];
    for (const number of numbers) {
      // oxlint-disable-next-line no-await-in-loop
      await publish(
        town,
        one
          .replace("Découverte", `Titre${number}`)
          .replace("de 18h", `de 1${number}h`)
          .replace("Mairie", `en ligne\nLien : https://visio.example.org/k${number}-secret`),
      );
    }
    await town.runUntil("2027-03-01T09:30:00Z");
    for (const number of numbers) {
      // oxlint-disable-next-line no-await-in-loop
      await town.says("amina@discord", `je m'inscris au ${number}`);
    }
    await town.runUntil("2027-03-08T16:00:00Z", 60);
    const start = town.shown.length;
    await town.isDownUntil("2027-03-08T18:00:00Z");
    await town.runUntil("2027-03-08T18:30:00Z");
    const said = town.of("@amina", start).join("\n");
    for (const number of numbers) expect(said).toContain(`k${number}-secret`);
  });
});
