import { describe, expect, it } from "vitest";
import { newWords } from "../../../src/announcements/words/new-words.ts";
import { reminderWords } from "../../../src/announcements/words/reminder-words.ts";
import { sayWhen } from "../../../src/workshops/say-when.ts";
import { announcing } from "../announcing.ts";
import { workshop } from "../programme-of.ts";
import { at10, at11, labels, on, secret, whole } from "./told-workshops.ts";

describe("a time", () => {
  it.each([
    ["Europe/Paris", "mardi 9 mars, 18 h – 20 h (heure de Paris)"],
    ["Indian/Reunion", "mardi 9 mars, 18 h – 20 h (heure de Paris) · **21 h – 23 h à La Réunion**"],
    [
      "America/Guadeloupe",
      "mardi 9 mars, 18 h – 20 h (heure de Paris) · **13 h – 15 h en Guadeloupe**",
    ],
    ["Pacific/Tahiti", "mardi 9 mars, 18 h – 20 h (heure de Paris) · **7 h – 9 h à Tahiti**"],
    [
      "Pacific/Noumea",
      "mardi 9 mars, 18 h – 20 h (heure de Paris) · **mercredi 10 mars, 4 h – 6 h en Nouvelle-Calédonie**",
    ],
  ])("is the workshop's own, and theirs where that differs: %s", (timeZone, said) => {
    expect(sayWhen([workshop()], announcing({ timeZone }))).toBe(said);
  });

  it("keeps its year when that is far", () => {
    expect(sayWhen([on("2028-01-11")], announcing())).toContain("mardi 11 janvier 2028");
  });

  it("is said in English as English people do", () => {
    const reader = announcing({ language: "en", timeZone: "Indian/Reunion" });
    const late = on("2027-03-09", { localStart: "2027-03-09T18:30", localEnd: undefined });
    expect(sayWhen([late], reader)).toBe(
      "Tuesday 9 March, 18:30 (Paris time) · **21:30 in Réunion**",
    );
  });
});

describe("a new workshop", () => {
  it("says what, when, where, for how much, in one look", () => {
    expect(newWords([whole], announcing({ timeZone: "Indian/Reunion" }))?.text).toBe(
      `**Nouvel atelier : Découverte des logiciels libres** (n° 12)
mardi 9 mars, 18 h – 20 h (heure de Paris) · **21 h – 23 h à La Réunion**
La Chesnaie, Saint-Nazaire, et en visio · gratuit · 12 places

Des logiciels gratuits et sûrs.
À apporter : votre ordinateur si vous pouvez.`,
    );
  });

  it("speaks English to who reads English", () => {
    expect(newWords([whole], announcing({ language: "en" }))?.text).toBe(
      `**New workshop: Discover free software** (no. 12)
Tuesday 9 March, 18:00 – 20:00 (Paris time)
La Chesnaie, Saint-Nazaire, and online · free · 12 seats

Software that is free and safe.
To bring: your computer if you can.`,
    );
  });

  it("with two hours at choice is one message with two buttons", () => {
    const words = newWords([at10, at11], announcing());
    expect(words?.text).toContain("mercredi 10 mars, 10 h ou 11 h, au choix (heure de Paris)");
    expect(labels(words)).toEqual([
      "✋ Je m'inscris à l'atelier 3 (10 h)",
      "✋ Je m'inscris à l'atelier 4 (11 h)",
    ]);
  });

  it("that is a series is one message with its dates", () => {
    const series = ["2027-03-10", "2027-03-17", "2027-03-24"].map((day, index) =>
      on(day, { seriesId: "tous-les-mercredis", number: 5 + index }),
    );
    expect(newWords(series, announcing())?.text).toBe(
      `**Nouveaux ateliers : Découverte des logiciels libres**

- mercredi 10 mars, 18 h – 20 h (heure de Paris) · n° 5
- mercredi 17 mars, 18 h – 20 h (heure de Paris) · n° 6
- mercredi 24 mars, 18 h – 20 h (heure de Paris) · n° 7`,
    );
  });

  it("whose sign-up is elsewhere or closed has no button", () => {
    const registration = { by: "bot", closesAt: "2027-03-08T12:00" } as const;
    expect(labels(newWords([workshop({ registration })], announcing()))).toEqual([]);
    const link = { by: "link", to: "https://example.org/inscription" } as const;
    const elsewhere = newWords([workshop({ registration: link })], announcing());
    expect(labels(elsewhere)).toEqual([]);
    expect(elsewhere?.text).toContain("Inscription : https://example.org/inscription.");
  });
});

describe("a reminder", () => {
  it("to somebody who signed up holds all they need, and a way out without guilt", () => {
    const words = reminderWords("day-before", [[whole]], announcing({ isRegistered: true }));
    expect(words.text).toBe(
      `**Demain : Découverte des logiciels libres** (n° 12)
mardi 9 mars, 18 h – 20 h (heure de Paris)

Adresse : 12 rue des Lilas, 44600 Saint-Nazaire.
Votre lien pour rejoindre, rien que pour vous : ${secret}
À apporter : votre ordinateur si vous pouvez.

Un empêchement ? Dites-le-moi simplement : la place servira à quelqu'un d'autre.`,
    );
    expect(labels(words)).toEqual(["Je ne peux plus venir à l'atelier 12"]);
  });

  it("to a room holds no link that is only for those who signed up", () => {
    for (const kind of ["three-days-before", "day-before", "hour-before"] as const) {
      const words = reminderWords(kind, [[whole]], announcing());
      expect(words.text).not.toContain("secret");
      expect(words.text).toContain("Le lien est donné aux personnes inscrites.");
      expect(labels(words)).toEqual(["✋ Je m'inscris à l'atelier 12"]);
    }
  });

  it("of sessions at choice tells them together", () => {
    const words = reminderWords("day-before", [[at10, at11]], announcing());
    expect(words.text).toContain("(n° 3 ou 4)\nmercredi 10 mars, 10 h ou 11 h, au choix");
    expect(labels(words)).toHaveLength(2);
  });

  it("of several workshops of a day is one message, with what each asks for", () => {
    const phone = { by: "phone", to: "02 40 00 00 00" } as const;
    const other = on("2027-03-09", { title: { fr: "Les dons" }, number: 13, registration: phone });
    const words = reminderWords("day-before", [[whole], [other]], announcing());
    expect(words.text).toBe(
      `**Demain**

**Découverte des logiciels libres** (n° 12)
mardi 9 mars, 18 h – 20 h (heure de Paris)

Adresse : 12 rue des Lilas, 44600 Saint-Nazaire.
Le lien est donné aux personnes inscrites.
À apporter : votre ordinateur si vous pouvez.

**Les dons** (n° 13)
mardi 9 mars, 18 h – 20 h (heure de Paris)

Inscription : 02 40 00 00 00.`,
    );
    expect(labels(words)).toEqual(["✋ Je m'inscris à l'atelier 12"]);
    const registered = announcing({ isRegistered: true });
    expect(reminderWords("day-before", [[other]], registered).text).not.toContain("Inscription");
  });

  it.each([
    ["2027-03-08T17:00:00Z", "Europe/Paris", "Demain"],
    ["2027-03-09T07:00:00Z", "Europe/Paris", "Ce soir"],
    // 04:00 the day after over there.
    ["2027-03-08T17:00:00Z", "Pacific/Noumea", "Demain"],
    ["2027-03-08T12:00:00Z", "Pacific/Noumea", "Bientôt"],
    ["2027-03-08T20:30:00Z", "Indian/Reunion", "Ce soir"],
    // 07:00 over there.
    ["2027-03-09T12:00:00Z", "Pacific/Tahiti", "Aujourd'hui"],
    ["2027-03-06T17:00:00Z", "Europe/Paris", "Dans trois jours"],
  ])("at %s in %s says %s, which is true there", (now, timeZone, said) => {
    const reader = announcing({ now: new Date(now), timeZone });
    expect(reminderWords("day-before", [[workshop()]], reader).text).toContain(`**${said} : `);
  });

  it("of the last hour says an hour only when it is one", () => {
    const at = (now: string) =>
      reminderWords("hour-before", [[workshop()]], announcing({ now: new Date(now) })).text;
    expect(at("2027-03-09T16:00:00Z")).toContain("**Dans une heure : ");
    expect(at("2027-03-09T16:40:00Z")).toContain("**C'est bientôt : ");
  });
});
