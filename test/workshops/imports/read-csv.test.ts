import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../src/workshops/imports/read-csv.ts";
import { bytes, defaults, toldBy } from "./import-fixtures.ts";

const head = "titre;date;heure;fin;theme";

function table(...lines: readonly string[]): readonly string[] {
  return toldBy(readCsv(bytes([head, ...lines].join("\n")), defaults));
}

describe("a table of workshops", () => {
  it("is read whatever its separator and the order, language and accents of its headers", () => {
    const expected = ["2027-03-09T18:00 – 20:00 Découverte"];
    expect(table("Découverte;09/03/2027;18h;20h;Logiciels libres")).toEqual(expected);
    for (const text of [
      "Thème,Intitulé,Horaires,Date\nlogiciels-libres,Découverte,18 h – 20 h,2027-03-09",
      "start time\tend time\tTITLE\tstart date\ttopics\n6pm\t8:00 pm\tDécouverte\tMarch 9, 2027\tLogiciels libres",
      "sep=;\nTITRE;DÉBUT;DURÉE;THÉMATIQUES\nDécouverte;mardi 9 mars 2027 à 18h00;2h;Logiciels  LIBRES",
      '\ufefftitre;date;heure;fin;theme\r\n"Découverte";46455;0,75;20:00:00;logiciels-libres\r\n',
    ]) {
      expect(toldBy(readCsv(bytes(text), defaults))).toEqual(expected);
    }
  });

  it.each([
    // Framacalc, Ethercalc
    ["Nom de l'évènement,Quand,Où", "Découverte,mardi 9 mars 2027 de 18h à 20h,Mairie"],
    ["Quoi ?,Quand ?,À quelle heure ?,Où ?", "Découverte,9 mars 2027,18h-20h,Mairie"],
    ["Atelier;Jour et heure;Endroit", "Découverte;09/03/2027 18:00-20:00;Mairie"],
    // HelloAsso, list of campaigns
    [
      "Nom de la campagne;Date de début;Heure de début;Date de fin;Heure de fin;Lieu de l'événement;Statut",
      "Découverte;09/03/2027;18:00;09/03/2027;20:00;Mairie;Publiée",
    ],
    // Google Calendar, Outlook
    [
      "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Location",
      "Découverte,2027-03-09,6:00 PM,2027-03-09,8:00 PM,False,Mairie",
    ],
    [
      "Objet;Date de début;Heure de début;Date de fin;Heure de fin;Lieu",
      "Découverte;9/3/2027;18:00:00;9/3/2027;20:00:00;Mairie",
    ],
    // Spreadsheets of associations
    [
      "Jour;Date;Horaires;Intitulé de l'atelier;Salle",
      "mardi;09/03/2027;18h-20h;Découverte;Mairie",
    ],
    [
      "Date de l'atelier *;Horaires (de … à …);Titre de l'atelier *;Lieu de l'atelier",
      "mar. 09/03/2027;18h/20h;Découverte;Mairie",
    ],
    [
      "DATE (jj/mm/aaaa);HEURE DEBUT;DUREE (en heures);LIBELLE;LIEU",
      "09/03/2027;18H;2;Découverte;Mairie",
    ],
    [
      "Le;Horaire de début;Horaire de fin;Sujet;Lieu de rendez-vous",
      "9/3/2027;18h00;20h00;Découverte;Mairie",
    ],
    [
      "Thématique;Libellé;Date et horaires;Lieu",
      ";Découverte;mardi 9 mars 2027 - 18h à 20h;Mairie",
    ],
    [
      "Animateur·trice;Activité;Date;Créneau;Nb places",
      "Zoé;Découverte;mardi 9 mars 2027;18h – 20h;12",
    ],
    [
      "N°;Nom de l’activité;Description de l’activité;Date de la séance;Heure de début de la séance;Heure de fin;Nombre max de participants",
      "1;Découverte;Venez;le 09/03/2027;18 h;20 h;12",
    ],
    [
      "Formation;Formateur;Dates;Heures;Public cible;Participation",
      "Découverte;Zoé;09.03.2027;18h-20h;tous;5 €",
    ],
    ["Programme des ateliers 2027;;;\n;;;\nTitre;Date;Début;Fin", "Découverte;09/03/2027;18h;20h"],
    ["Nom;Atelier;Date;Heure;Durée", "Zoé;Découverte;09/03/2027;18h;120"],
  ])("has the headers people give it: %s", (headers, row) => {
    const [told = "", ...others] = toldBy(readCsv(bytes(`${headers}\n${row}`), defaults));
    expect(told.replaceAll(/ !import-[a-z-]+/gu, "")).toBe("2027-03-09T18:00 – 20:00 Découverte");
    expect(others).toEqual([]);
  });

  it("of who paid is none of workshops", () => {
    const paid = "Référence commande;Date de la commande;Nom participant;Prénom participant;Tarif";
    expect(toldBy(readCsv(bytes(`${paid}\n1;09/03/2027 18:00;Martin;Zoé;5`), defaults))).toEqual([
      "refused: import-columns-missing",
    ]);
  });

  it("is read in the bytes Windows writes, and in UTF-16", () => {
    const text = `${head}\nDécouverte – l’été;09/03/2027;18h;20h;logiciels-libres`;
    const windows = Uint8Array.from(
      text,
      (one) => ({ "–": 0x96, "’": 0x92 })[one] ?? one.charCodeAt(0),
    );
    const expected = ["2027-03-09T18:00 – 20:00 Découverte – l’été"];
    expect(toldBy(readCsv(windows, defaults))).toEqual(expected);
    const wide = Buffer.from(`\ufeff${text}`, "utf16le");
    expect(toldBy(readCsv(wide, defaults))).toEqual(expected);
  });

  it.each([
    ["Atelier;09/03/27;18h;20h;", "2: import-year-two-digits"],
    ["Atelier;03/13/2027;18h;20h;", "2: import-date-unread"],
    ["Atelier;30/02/2027;18h;20h;", "2: import-date-unread"],
    ["Atelier;bientôt;18h;20h;", "2: import-date-unread"],
    ["Atelier;;18h;20h;", "2: import-date-missing"],
    ["Atelier;09/03/2027;;20h;", "2: import-hour-missing"],
    ["Atelier;09/03/2027;10h ou 11h;;", "2: import-hour-unread"],
    ["Atelier;09/03/2027;25h;;", "2: import-hour-unread"],
    ["Atelier;09/03/2027;18h;tard;", "2: import-end-unread"],
    ["Atelier;09/03/2027;20h;18h;", "2: import-end-before-start"],
    ["Atelier;28/03/2027;2h30;4h;", "2: import-hour-skipped"],
    [";09/03/2027;18h;20h;", "2: import-title-missing"],
  ])("says what is wrong with %s", (line, told) => {
    expect(table(line)).toEqual([told]);
  });

  it("keeps, with a warning, what somebody should look at", () => {
    expect(
      table(
        "Nuit;31/10/2027;2h30;4h;logiciels-libres",
        "Jour;mercredi 9 mars 2027;18h;20h;logiciels-libres",
        "Thème;09/03/2027;18h;minuit;poterie",
      ),
    ).toEqual([
      "2027-10-31T02:30 – 04:00 Nuit !import-hour-twice",
      "2027-03-09T18:00 – 20:00 Jour !import-weekday-wrong",
      "2027-03-09T18:00 – 00:00 Thème !import-theme-unknown",
    ]);
  });

  it("keeps only what makes no formula of a cell, and wakes nobody", () => {
    const text = `${head};description;tel;cp;lieu\n"=HYPERLINK(""http://x"")";09/03/2027;18h;20h;;"Avec @everyone <@&12> <b>venez</b>";+33 6 12 34 56 78;="01000";-la salle`;
    const reading = readCsv(bytes(text), defaults);
    const [line] = reading.kind === "read" ? reading.lines : [];
    expect(line).toMatchObject({
      fields: {
        title: { fr: 'HYPERLINK("http://x")' },
        description: { fr: "Avec @\u200beveryone  venez" },
        phone: "+33 6 12 34 56 78",
        place: { name: "la salle", postcode: "01000" },
      },
    });
  });

  it("reads every column it knows and names the others", () => {
    const text =
      "id;titre;titre en;date;horaire;lieu;ville;places;prix;public;mode;niveau;inscription;lien privé;couleur\n" +
      "A1;Découverte;Discovery;09/03/2027;de 18h à 20h;La Chesnaie;Saint-Nazaire;12 places;gratuit;Bénévoles;mixte;débutants;inscription@exemple.org;https://visio.exemple.org/s;bleu";
    const reading = readCsv(bytes(text), defaults);
    expect(reading).toMatchObject({
      kind: "read",
      notes: [{ key: "import-columns-ignored", values: { columns: "couleur" } }],
      lines: [
        {
          line: 2,
          externalId: "A1",
          fields: {
            title: { fr: "Découverte", en: "Discovery" },
            localEnd: "2027-03-09T20:00",
            place: { name: "La Chesnaie", town: "Saint-Nazaire" },
            capacity: 12,
            price: { amount: 0, currency: "EUR" },
            audience: { fr: "Bénévoles" },
            mode: "both",
            level: "beginner",
            registration: { by: "mail", to: "inscription@exemple.org" },
            joinSecret: "https://visio.exemple.org/s",
            territories: ["44"],
          },
        },
      ],
    });
    const [line] = reading.kind === "read" ? reading.lines : [];
    expect(line?.kind === "workshop" && "host" in line.fields).toBe(false);
  });

  it.each([
    ["a workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "import-spreadsheet"],
    ["other bytes", Uint8Array.of(1, 0, 2, 0), "import-not-text"],
    ["nothing", new Uint8Array(), "import-columns-missing"],
    ["a table of something else", bytes("nom;prénom\nDurand;Anne"), "import-columns-missing"],
    ["quotes never closed", bytes(`${head}\n"Atelier;09/03/2027`), "import-table-broken"],
    ["more than 5 MB", new Uint8Array(5_000_001), "import-too-big"],
    ["100,001 lines", bytes("\n".repeat(100_000)), "import-too-many-lines"],
    [
      "5,001 workshops",
      bytes(`${head}\n${"a;09/03/2027;18h;;\n".repeat(5001)}`),
      "import-too-many-workshops",
    ],
  ])("is refused kindly when it is %s", (_, file, key) => {
    expect(toldBy(readCsv(file, defaults))).toEqual([`refused: ${key}`]);
  });

  it("never throws, whatever the bytes", () => {
    const lines = fc.array(
      fc.string({
        unit: fc.constantFrom(
          ...String.raw`; , " = 0 1 2 9 / : h à é -`.split(" "),
          "\n",
          " ",
          "\u0000",
        ),
        maxLength: 40,
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), lines, (random, rows) => {
        expect(() => readCsv(random, defaults)).not.toThrow();
        expect(() => table(...rows)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
