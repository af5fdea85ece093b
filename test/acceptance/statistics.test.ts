import { beforeEach, describe, expect, it } from "vitest";
import { Town } from "./town.ts";

const one =
  "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre\nplaces : 12\nterritoire : 44";
const people = ["amina", "bob", "chloe", "david", "emma"];

let town: Town;

beforeEach(async () => {
  town = await Town.open({ from: "2027-03-01T09:00:00Z" });
  await town.subscribes("#nantes@matrix", "messages: nouveaux");
  await town.coordinates(one);
  await town.presses("olga", "Publier");
  await town.runUntil("2027-03-01T09:30:00Z");
});

/** Everybody signs up, the first from the announcement; Bob gives up the day before. */
async function takesPlace(): Promise<void> {
  await town.pressesFirst("amina@matrix", "#nantes");
  for (const who of [...people.slice(1), "fanny"]) {
    // oxlint-disable-next-line no-await-in-loop
    await town.says(who, "je m'inscris au 1");
  }
  await town.runUntil("2027-03-08T20:00:00Z", 60);
  await town.says("fanny", "je ne peux plus venir au 1");
  await town.runUntil("2027-03-10T12:00:00Z", 60);
}

/** The cells of a line of the file that came with the last message, by their heads. */
function line(of: string, name: RegExp): Readonly<Record<string, string>> {
  const text = town.seenIn("@olga").at(-1)?.reply.attachments[0]?.text ?? "";
  const [head = [], ...lines] = text
    .replace("\uFEFF", "")
    .trim()
    .split("\r\n")
    .map((cells) => cells.split(";"));
  const found = lines.find(([kind, named = ""]) => kind === of && name.test(named)) ?? [];
  return Object.fromEntries(head.map((title, at) => [title, found[at] ?? ""]));
}

describe("statistics (WORKSHOPS.md 14)", () => {
  it("tell coordinators what became of a workshop, in words and in a file", async () => {
    await takesPlace();
    expect(await town.coordinates("présents 1 : 4")).toContain("Nombre de personnes présentes");
    const told = await town.coordinates("statistiques 1");
    expect(told).toContain("Places prises : 5 sur 12 (42 %)");
    expect(told).toContain("Personnes inscrites : 5");
    expect(told).toContain(
      "Désistements : 1 (plus d'une semaine avant : 0, la dernière semaine : 0, le dernier jour : 1)",
    );
    expect(told).toContain("Personnes venues : 4");
    expect(told).toContain("une annonce : 1, une demande directe : 5");
    // Who gave up was reminded too.
    expect(told).toContain("Salons atteints : 1, personnes prévenues en privé : 6");
    expect(told).toContain("moins de 5, je ne les montre donc pas");
    expect(line("atelier", /Découverte/u)).toMatchObject({
      Date: "2027-03-09",
      Places: "12",
      "Personnes venues": "4",
      "Remplissage (%)": "42",
      "Avis : utile": "",
    });
  });

  it("show what people thought from five opinions on, each counted once, and not by whom", async () => {
    await takesPlace();
    for (const who of people.slice(0, 4)) {
      expect(town.choiceOf(`@${who}`)).toBe("👍 Oui, l'atelier 1 m'a été utile");
      // oxlint-disable-next-line no-await-in-loop
      expect(await town.pressesFirst(who, `@${who}`)).toContain("votre avis");
      // oxlint-disable-next-line no-await-in-loop
      expect(await town.says(who, "l'atelier 1 ne m'a pas été utile")).toContain("déjà compté");
    }
    expect(await town.says("fanny", "l'atelier 1 m'a été utile")).toContain("que l'avis");
    expect(await town.coordinates("statistiques 1")).not.toContain("jugé utile");
    await town.says("emma", "l'atelier 1 ne m'a pas été utile");
    expect(await town.coordinates("statistiques 1")).toContain(
      "Atelier jugé utile : 4, un peu utile : 0, pas utile : 1",
    );
    const { documents } = town.knowledge;
    const kept = await town.store.list(documents.registrations);
    expect(JSON.stringify(kept)).not.toMatch(/good|bad/u);
  });

  it("stay the same when registrations are erased, and when more is counted after that", async () => {
    await takesPlace();
    await town.coordinates("présents 1 : 4");
    await town.coordinates("statistiques 1");
    const before = line("atelier", /Découverte/u);
    await town.runUntil("2027-04-20T09:00:00Z", 24 * 60);
    expect(await town.store.list(town.knowledge.documents.registrations)).toEqual([]);
    await town.coordinates("présents 1 : 5");
    await town.coordinates("statistiques 1");
    expect(line("atelier", /Découverte/u)).toEqual({ ...before, "Personnes venues": "5" });
  });

  it.each([
    ["statistiques", "tout le programme gardé"],
    ["statistiques mars", "mars 2027"],
    ["Statistiques du mois de mars 2027", "mars 2027"],
    ["stats territoire 44", "département 44"],
    ["stats libre mars 44", "département 44, mars 2027"],
  ])("are those asked for by %j", async (asked, about) => {
    const told = await town.coordinates(asked);
    expect(told.split("\n")[0]).toContain(about);
    expect(told).toMatch(/Ateliers publiés : 1|Published workshops: 1/u);
  });

  it("are told in English to those who speak it", async () => {
    const told = await town.coordinates("english", "statistics for March");
    expect(told).toContain("**Statistics** · March 2027");
    expect(told).toContain("Published workshops: 1");
    expect(line("month", /March 2027/u)).toMatchObject({ "Published workshops": "1" });
  });

  it("say so when there is nothing, or when they are not understood", async () => {
    expect(await town.coordinates("statistiques avril")).toContain("Aucun atelier publié");
    expect(await town.coordinates("statistiques bidule")).toContain("Je n'ai pas compris");
  });

  it("are for those who coordinate, alone with us", async () => {
    expect(await town.says("amina", "statistiques")).not.toContain("Ateliers publiés");
    const asked = { room: "#nantes", roles: ["coordinator"] as const };
    expect(await town.says("olga", "statistiques", asked)).toContain("en privé seulement");
  });

  it("take no count before the workshop, nor from anybody else", async () => {
    expect(await town.coordinates("présents 1 : 4")).toContain("pas encore commencé");
    await town.runUntil("2027-03-10T12:00:00Z", 60);
    expect(await town.says("amina", "présents 1 : 4")).not.toContain("C'est noté");
  });
});
