import { describe, expect, it } from "vitest";
import type { Reply } from "../../src/model/reply.ts";
import { Town } from "./town.ts";

const one = "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre";

/** Two rooms that read announcements, one that reads changes alone, and a workshop they were told of. */
async function announcedTown(): Promise<Town> {
  const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
  await town.subscribes("#nantes@matrix", "messages: nouveaux, changements");
  await town.subscribes("#rennes@discord", "messages: nouveaux, changements");
  await town.subscribes("#brest@matrix", "messages: changements");
  await town.coordinates(one);
  await town.presses("olga", "Publier");
  await town.runUntil("2027-03-01T09:30:00Z");
  return town;
}

/** The one correction that stands in a room, from one of the town on. */
function correctionIn(town: Town, room: string, from = 0): Reply {
  const [only, ...others] = correctionsIn(town, room, from);
  expect(others).toEqual([]);
  if (!only) throw new Error(`nothing was corrected in ${room}`);
  return only;
}

function correctionsIn(town: Town, room: string, from = 0): readonly Reply[] {
  return town.corrected
    .slice(from)
    .map(({ reply }) => reply)
    .filter(({ to }) => to.room === room);
}

describe("text corrections (WORKSHOPS.md 6.3)", () => {
  it("edit the announcement in place in every room that got it, and nowhere else", async () => {
    const town = await announcedTown();
    const announced = town.seenIn("#nantes").at(-1)?.reply;
    const start = town.shown.length;
    await town.coordinates("modifier 1", "titre", "Découverte du libre");
    await town.presses("olga", "Enregistrer");
    await town.runUntil("2027-03-01T10:00:00Z");
    for (const room of ["#nantes", "#rennes"]) {
      expect(correctionIn(town, room).text).toContain("Découverte du libre");
      expect(correctionIn(town, room).mentions).toBeUndefined();
    }
    expect(correctionIn(town, "#nantes").replaces).toBe(announced?.key);
    expect(town.corrected).toHaveLength(2);
    expect(town.of("#nantes", start)).toEqual([]);
    expect(town.of("#brest", start)).toEqual([]);
  });

  it("within ten minutes make one edit, and none when they are undone", async () => {
    const town = await announcedTown();
    const start = town.shown.length;
    for (const title of ["Découvertes", "Découvertes du libre"]) {
      // oxlint-disable-next-line no-await-in-loop
      await town.coordinates("modifier 1", "titre", title);
      // oxlint-disable-next-line no-await-in-loop
      await town.presses("olga", "Enregistrer");
    }
    await town.runUntil("2027-03-01T10:00:00Z");
    expect(correctionIn(town, "#nantes").text).toContain("Découvertes du libre");
    await town.coordinates("modifier 1", "titre", "Autre");
    await town.presses("olga", "Enregistrer");
    await town.coordinates("annuler ma dernière action");
    await town.runUntil("2027-03-01T10:30:00Z");
    expect(correctionsIn(town, "#nantes")).toHaveLength(1);
    expect(town.of("#nantes", start)).toEqual([]);
  });

  it("of a second time take the place of the first correction, once though the process died", async () => {
    const town = await announcedTown();
    const titles = ["Découverte I", "Découverte II"];
    const shown = [];
    for (const [at, title] of titles.entries()) {
      const start = town.corrected.length;
      // oxlint-disable-next-line no-await-in-loop
      await town.coordinates("modifier 1", "titre", title);
      // oxlint-disable-next-line no-await-in-loop
      await town.presses("olga", "Enregistrer");
      // oxlint-disable-next-line no-await-in-loop
      await town.runUntil(`2027-03-01T1${at}:40:00Z`);
      // oxlint-disable-next-line no-await-in-loop
      await town.isDownUntil(`2027-03-01T1${at}:50:00Z`);
      shown.push(correctionIn(town, "#nantes", start));
    }
    expect(shown[1]?.text).toContain("Découverte II");
    expect(shown[1]?.replaces).toBe(shown[0]?.key);
  });

  it("are silent where the date changes too: the notice tells it, and the announcement says what is so", async () => {
    const town = await announcedTown();
    const start = town.shown.length;
    await town.coordinates("déplacer 1 au 16 mars 2027 à 18h", "la salle est prise");
    await town.presses("olga", "Enregistrer");
    await town.runUntil("2027-03-01T10:00:00Z");
    const { text } = correctionIn(town, "#nantes");
    expect(text).toContain("mardi 16 mars");
    expect(text).toContain("ont changé depuis cette annonce");
    expect(town.of("#nantes", start)).toHaveLength(1);
    expect(town.of("#brest", start)).toHaveLength(1);
    expect(correctionsIn(town, "#brest")).toEqual([]);
  });

  it("are no edit when the announcement reads the same", async () => {
    const town = await announcedTown();
    const start = town.shown.length;
    await town.coordinates("modifier 1", "territoire", "44");
    await town.presses("olga", "Enregistrer");
    await town.runUntil("2027-03-01T10:00:00Z");
    expect(town.corrected).toEqual([]);
    expect(town.of("#nantes", start)).toEqual([]);
  });
});
