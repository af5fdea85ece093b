import { describe, expect, it } from "vitest";
import { Town } from "./town.ts";

const one = (title: string, theme: string) =>
  `nouvel atelier\n${title}\n9 mars 2027 de 18h à 20h\nMairie\nthème : ${theme}`;

/** A coordinator publishes a workshop. */
async function publishes(town: Town, who: string, words: string) {
  await town.says(who, words, { roles: ["coordinator"] });
  await town.says(who, "", { roles: ["coordinator"], pressed: "Publier" });
}

describe("what is told of announcements in private", () => {
  it("tells each author of their own workshop's rooms, also where one message tells of two", async () => {
    const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: nouveaux");
    await town.subscribes("#rennes@matrix", "messages: nouveaux, thèmes: sécurité");
    await publishes(town, "olga", one("Coffre", "sécurité"));
    await publishes(town, "ines", one("Dons", "dons"));
    await town.runUntil("2027-03-01T12:00:00Z", 1);
    const [olga, ines] = ["@olga", "@ines"].map((who) =>
      town.of(who).filter((text) => text.startsWith("Annonce n°")),
    );
    expect(olga).toHaveLength(1);
    expect(olga?.[0]).toContain("**Coffre**");
    expect(olga?.[0]).toContain("2 salons, 2 confirmés, 0 doublon.");
    expect(ines).toHaveLength(1);
    expect(ines?.[0]).toContain("**Dons**");
    expect(ines?.[0]).toContain("1 salon, 1 confirmé, 0 doublon.");
  });

  it("is said after the night, of an announcement that ended in it and of an outage", async () => {
    const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: tout");
    await publishes(town, "olga", one("Coffre", "sécurité"));
    await town.runUntil("2027-03-09T15:30:00Z", 60);
    const start = town.shown.length;
    await town.isDownUntil("2027-03-10T01:50:00Z");
    await town.runUntil("2027-03-10T06:50:00Z", 10);
    expect(town.of("@olga", start)).toEqual([]);
    await town.runUntil("2027-03-10T07:30:00Z", 10);
    expect(town.of("@olga", start).join("\n")).toContain("Coffre");
  });

  it("says in the preview when rooms that had their message of the day read it", async () => {
    const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: nouveaux");
    await publishes(town, "olga", one("Coffre", "sécurité"));
    await town.runUntil("2027-03-01T10:00:00Z", 5);
    const preview = await town.coordinates(one("Dons", "dons"));
    expect(preview).toContain("certains (1) la liront le mardi 2 mars 2027");
    await town.presses("olga", "Publier");
    const start = town.shown.length;
    await town.runUntil("2027-03-02T06:50:00Z", 10);
    expect(town.of("#nantes", start)).toEqual([]);
    await town.runUntil("2027-03-02T07:30:00Z", 10);
    expect(town.of("#nantes", start)).toHaveLength(1);
  });
});
