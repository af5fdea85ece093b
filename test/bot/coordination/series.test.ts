import { beforeEach, describe, expect, it } from "vitest";
import { CoordinationTalk } from "./coordination-talk.ts";

let talk: CoordinationTalk;

beforeEach(async () => {
  talk = await CoordinationTalk.open();
});

async function sayAll(...texts: readonly string[]): Promise<string> {
  let last = "";
  // oxlint-disable-next-line no-await-in-loop
  for (const text of texts) last = await talk.says(text);
  return last;
}

/** Four Tuesdays, 12 January to 2 February 2027, published. */
async function fourTuesdays(): Promise<void> {
  await sayAll(
    "nouvel atelier",
    "Le libre",
    "tous les mardis de 18h à 20h à partir du 12 janvier, 4 séances",
    "en ligne",
  );
  await talk.presses("Voir l'aperçu");
  await sayAll("libre");
  await talk.presses("Publier");
}

function starts(): readonly string[] {
  return talk.programme.workshops.map(({ localStart, status }) => `${localStart} ${status}`);
}

describe("a new series", () => {
  it("is written out, its holidays proposed for skipping, and announced as one message", async () => {
    await talk.says("abonner messages: tout", {
      address: { platform: "here", room: "#nantes", isDirect: false },
    });
    await sayAll("nouvel atelier", "Le libre");
    expect(await talk.says("tous les lundis de mars à mai à 18 h")).toContain(
      "Noté, 14 séances, la première : lundi 1er mars 2027, 18 h (heure de Paris).",
    );
    await talk.says("en ligne");
    await talk.presses("Voir l'aperçu");
    const preview = await talk.says("libre");
    expect(preview).toContain("Série de 14 séances");
    expect(preview.match(/lundi 8 mars/gu)).toHaveLength(1);
    expect(preview).toContain("- … et 6 de plus, jusqu'au lundi 31 mai");
    expect(preview).toContain("lundi 29 mars (le lundi de Pâques)");
    expect(await talk.presses("Sauter les jours fériés")).toContain("Série de 12 séances");
    expect(await talk.presses("Publier")).toContain("Cela vaut pour 12 séances");
    const days = talk.programme.workshops.map(({ localStart }) => localStart);
    expect(days).toHaveLength(12);
    expect(days).not.toContain("2027-03-29T18:00");
    expect(new Set(talk.programme.workshops.map(({ seriesId }) => seriesId)).size).toBe(1);
    const before = talk.chat.sent.length;
    talk.chat.clock.moveByMs(11 * 60_000);
    await talk.chat.bot.tick();
    await talk.chat.bot.idle();
    const shown = talk.chat.sent.slice(before).filter(({ to }) => to.room === "#nantes");
    expect(shown).toHaveLength(1);
  });

  it("is asked what is missing of it, in English too", async () => {
    await talk.says("English");
    await sayAll("new workshop", "Free software");
    expect(await talk.says("the second Tuesday of the month")).toContain("At what time");
    expect(await talk.says("6pm to 8pm")).toContain("Until when");
    expect(await talk.says("until June")).toContain(
      "7 sessions, the first: Tuesday, 8 December 2026",
    );
  });
});

describe("an occurrence of a series", () => {
  beforeEach(fourTuesdays);

  it("is moved alone", async () => {
    await sayAll("déplacer 2 au 20 janvier 2027 18h : salle prise");
    const preview = await talk.presses("Cette séance");
    expect(preview).not.toContain("Concerne");
    await talk.presses("Enregistrer");
    expect(starts()).toEqual([
      "2027-01-12T18:00 scheduled",
      "2027-01-20T18:00 moved",
      "2027-01-26T18:00 scheduled",
      "2027-02-02T18:00 scheduled",
    ]);
  });

  it("is moved with those that follow, which become a series of their own", async () => {
    const ids = talk.programme.workshops.map(({ id }) => id);
    expect(await talk.says("déplacer 3 au 27 janvier 2027 19h : salle prise")).toContain(
      "[Celle-ci et les suivantes]",
    );
    expect(await talk.says("les suivantes")).toContain(
      "Concerne 2 séances : ~~mardi 26 janvier, mardi 2 février~~ → **mercredi 27 janvier, mercredi 3 février**",
    );
    expect(await talk.presses("Enregistrer")).toContain("Cela vaut pour 2 séances : 3, 4.");
    expect(starts()).toEqual([
      "2027-01-12T18:00 scheduled",
      "2027-01-19T18:00 scheduled",
      "2027-01-27T19:00 moved",
      "2027-02-03T19:00 moved",
    ]);
    expect(talk.programme.workshops.map(({ id }) => id)).toEqual(ids);
    const [first, second, third, fourth] = talk.programme.workshops.map(({ seriesId }) => seriesId);
    expect(first).toBe(second);
    expect(third).toBe(fourth);
    expect(third).not.toBe(first);
    expect(talk.programme.workshops[3]?.localEnd).toBe("2027-02-03T21:00");
  });

  it("is cancelled with all the others, and taken back with them", async () => {
    await talk.says("annuler 2 : plus d'animatrice");
    expect(await talk.says("toutes")).toContain("Concerne 4 séances");
    expect(await talk.presses("Annuler l'atelier")).toContain("Cela vaut pour 4 séances");
    expect(starts().every((one) => one.endsWith("cancelled"))).toBe(true);
    expect(await talk.says("annuler ma dernière action")).toContain("Cela vaut pour 4 séances");
    expect(starts().every((one) => one.endsWith("scheduled"))).toBe(true);
  });

  it("is corrected in one field with all the others", async () => {
    await sayAll("modifier 1", "le nombre de places", "12");
    await talk.presses("Toutes les séances");
    await talk.presses("Enregistrer");
    expect(talk.programme.workshops.map(({ capacity }) => capacity)).toEqual([12, 12, 12, 12]);
  });
});
