import { describe, expect, it } from "vitest";
import { CoordinationTalk } from "./coordination-talk.ts";

const table = `importer
titre;date;heure;theme;lieu
Atelier A;9/03/2027;18h;libre;Mairie
Atelier B;10/03/2027;18h30;site;Mairie
Atelier C;40/03/2027;18h;libre;Mairie
Atelier D;11/03/2027;18h;;Mairie`;

const floating = `import
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:a@example.org
SUMMARY:Le libre
CATEGORIES:libre
DTSTART:20270309T180000
DTEND:20270309T200000
END:VEVENT
END:VCALENDAR`;

describe("an import", () => {
  it("tells what it would do, does it once confirmed, and does nothing again", async () => {
    const talk = await CoordinationTalk.open();
    const rehearsal = await talk.says(table);
    expect(rehearsal).toContain("4 lignes : 3 nouvelles, 0 modifiée, 1 erreur.");
    expect(rehearsal).toContain("ligne 4 : je ne lis pas la date « 40/03/2027 »");
    expect(talk.programme.workshops).toEqual([]);
    expect(rehearsal).toContain("ligne 5 : sans thème");
    const done = await talk.presses("Importer");
    expect(done).toContain("Importé : 3 nouvelles, 0 modifiée.");
    expect(done).toContain("Sans thème : n° 3. Dites « modifier 3 »");
    expect(talk.programme.workshops).toMatchObject([
      { title: { fr: "Atelier A" }, publication: "draft", number: 1 },
      { title: { fr: "Atelier B" }, publication: "draft", number: 2 },
      { title: { fr: "Atelier D" }, publication: "draft", number: 3, themes: [] },
    ]);
    expect(await talk.says(table)).toContain("0 nouvelle, 0 modifiée");
    expect(talk.programme.workshops).toHaveLength(3);
  });

  it("changes what the file changed", async () => {
    const talk = await CoordinationTalk.open();
    const file = (place: string) =>
      `importer\nid;titre;date;heure;theme;lieu\n1;A;9/03/2027;18h;libre;${place}`;
    await talk.says(file("Mairie"));
    await talk.says("oui");
    expect(await talk.says(file("Halle"))).toContain("0 nouvelle, 1 modifiée");
    await talk.says("oui");
    expect(talk.programme.workshops).toMatchObject([{ place: { name: "Halle" } }]);
    expect(await talk.says(file("Halle"))).toContain("0 nouvelle, 0 modifiée, 1 inchangée");
  });

  it("is left by a no, and survives a restart", async () => {
    const before = await CoordinationTalk.open();
    await before.says(table);
    expect(await before.says("non")).toContain("Rien n'a été importé");
    await before.says(table);
    const talk = await before.restarted();
    await talk.says("oui");
    expect(talk.programme.workshops).toHaveLength(3);
  });

  it("makes drafts that wait for their theme, and publishes none before it is chosen", async () => {
    const talk = await CoordinationTalk.open();
    const said = await talk.says(
      "importer\nNom de l'évènement,Quand\nCollecter,mardi 9 mars 2027 à 18h\nPoterie,mercredi 10 mars 2027 à 18h",
    );
    expect(said.match(/thème/gu)).toHaveLength(2);
    await talk.presses("Importer");
    expect(await talk.says("publier 1")).toContain(
      "⛔ À corriger avant de publier : il faut un à trois thèmes",
    );
    await talk.says("annuler");
    await talk.says("modifier 1 : thème : libre");
    await talk.presses("Publier");
    expect(talk.programme.byNumber(1)).toMatchObject({ publication: "published" });
  });

  it("asks once for the zone of hours that have none", async () => {
    const talk = await CoordinationTalk.open();
    await talk.says("English");
    expect(await talk.says(floating)).toContain("[Réunion time]");
    expect(await talk.says("974")).toContain("1 line: 1 new, 0 changed");
    await talk.presses("Import");
    expect(talk.programme.workshops).toMatchObject([
      { timeZone: "Indian/Reunion", localStart: "2027-03-09T18:00" },
    ]);
  });

  it("takes the file in the message after the word", async () => {
    const talk = await CoordinationTalk.open();
    expect(await talk.says("importer")).toContain("Collez le texte");
    expect(await talk.says(table.replace("importer\n", ""))).toContain("3 nouvelles");
    await talk.says("oui");
    expect(talk.programme.workshops).toHaveLength(3);
  });

  it("takes a table longer than a question may be, and says what is missing", async () => {
    const talk = await CoordinationTalk.open();
    const rows = Array.from(
      { length: 120 },
      (_, at) => `Atelier numéro ${at};${1 + (at % 28)}/03/2027;18h;libre;Mairie`,
    );
    expect(await talk.says(`importer\ntitre;date;heure;theme;lieu\n${rows.join("\n")}`)).toContain(
      "120 lignes : 120 nouvelles",
    );
    expect(await talk.says("importer\ncouleur;taille\nA;B")).toContain("colonne « titre »");
  });
});
