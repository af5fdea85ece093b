import { describe, expect, it } from "vitest";
import { cancellationWords, changeWords } from "../../../src/announcements/words/change-words.ts";
import { announcing } from "../announcing.ts";
import { workshop } from "../programme-of.ts";
import { labels, whole } from "./told-workshops.ts";

describe("a change", () => {
  const moved = workshop({
    ...whole,
    localStart: "2027-03-16T18:30",
    localEnd: "2027-03-16T20:00",
    status: "moved",
    previousStarts: ["2027-03-09T18:00"],
    place: { name: "Agora" },
    reason: "la salle est prise",
  });

  it("crosses out what was and says what is, in the reader's time too", () => {
    const reader = announcing({ timeZone: "Indian/Reunion" });
    expect(changeWords({ before: whole, after: moved }, reader)?.text).toBe(
      `**Changement : Découverte des logiciels libres** (n° 12)
- Jour : ~~mardi 9 mars~~ → **mardi 16 mars**
- Heure : ~~18 h~~ → **18 h 30**
- Lieu : ~~La Chesnaie, Saint-Nazaire~~ → **Agora**

Nouveau rendez-vous : mardi 16 mars, 18 h 30 – 20 h (heure de Paris) · **21 h 30 – 23 h à La Réunion**.

Raison : la salle est prise.`,
    );
  });

  it("asks those who signed up whether they still come", () => {
    const words = changeWords({ before: whole, after: moved }, announcing({ isRegistered: true }));
    expect(words?.text).toContain("Venez-vous toujours ?");
    expect(labels(words)).toEqual([
      "Je viens toujours à l'atelier 12",
      "Je ne peux plus venir à l'atelier 12",
    ]);
  });

  it("of the price gives neither the reason of an earlier change, nor asks who comes", () => {
    const dearer = workshop({ ...moved, price: { amount: 5, currency: "EUR" } });
    const words = changeWords({ before: moved, after: dearer }, announcing({ isRegistered: true }));
    expect(words?.text).toContain("Prix");
    expect(words?.text).not.toContain("Raison");
    expect(words?.text).not.toContain("toujours");
    expect(labels(words)).toEqual(["Je ne peux plus venir à l'atelier 12"]);
    const both = changeWords({ before: whole, after: dearer }, announcing());
    expect(both?.text).toContain("Raison : la salle est prise.");
  });

  it("of the place at the same hour asks, and keeps the seat of who does not answer", () => {
    const after = workshop({ ...whole, place: { name: "Agora" } });
    const words = changeWords({ before: whole, after }, announcing({ isRegistered: true }));
    expect(words?.text).toContain("Venez-vous toujours ?");
    expect(words?.text).not.toContain("48 heures");
    expect(labels(words)).toContain("Je viens toujours à l'atelier 12");
  });

  it("of the link only registered people know is told to them alone", () => {
    const after = workshop({ ...whole, joinSecret: "https://visio.example.org/new-secret" });
    expect(changeWords({ before: whole, after }, announcing())).toBeUndefined();
    const words = changeWords({ before: whole, after }, announcing({ isRegistered: true }));
    expect(words?.text).toContain("new-secret");
  });

  it("of the house number alone says the address, not the place again", () => {
    const place = { ...whole.place, name: "La Chesnaie", address: "14 rue des Lilas" };
    const words = changeWords(
      { before: whole, after: workshop({ ...whole, place }) },
      announcing(),
    );
    expect(words?.text).toBe(
      `**Changement : Découverte des logiciels libres** (n° 12)
- Adresse : ~~12 rue des Lilas, 44600 Saint-Nazaire~~ → **14 rue des Lilas, 44600 Saint-Nazaire**`,
    );
  });

  it("without a new date promises to tell it", () => {
    const after = workshop({ ...whole, status: "postponed" });
    expect(changeWords({ before: whole, after }, announcing({ language: "en" }))?.text).toBe(
      `**Postponed: Discover free software** (no. 12)
~~Tuesday 9 March, 18:00 – 20:00 (Paris time)~~ The new date is not known yet: I will tell you.`,
    );
  });

  it("that cancels says why, and where to look next", () => {
    const after = workshop({ ...whole, status: "cancelled", reason: "trop peu d'inscrits" });
    expect(cancellationWords({ before: whole, after }, announcing()).text).toBe(
      `**Annulé : Découverte des logiciels libres** (n° 12)
~~mardi 9 mars, 18 h – 20 h (heure de Paris)~~

Raison : trop peu d'inscrits.
Désolé de ce contretemps. Pour voir les autres ateliers, demandez-moi « quels ateliers ? ».`,
    );
  });
});
