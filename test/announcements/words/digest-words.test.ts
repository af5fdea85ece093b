import { describe, expect, it } from "vitest";
import { changeWords } from "../../../src/announcements/words/change-words.ts";
import { digestWords } from "../../../src/announcements/words/digest-words.ts";
import { newWords } from "../../../src/announcements/words/new-words.ts";
import { satisfactionWords } from "../../../src/announcements/words/satisfaction-words.ts";
import { summaryWords } from "../../../src/announcements/words/summary-words.ts";
import { watchdogWords } from "../../../src/announcements/words/watchdog-words.ts";
import { readSignUp } from "../../../src/understanding/read-sign-up.ts";
import { announcing } from "../announcing.ts";
import { workshop } from "../programme-of.ts";
import { at10, at11, labels, on, whole } from "./told-workshops.ts";

describe("the digest", () => {
  const none = () => false;

  it("puts what changes on top, then each day, new ones marked", () => {
    const moved = on("2027-03-16", {
      number: 9,
      status: "moved",
      previousStarts: ["2027-03-11T18:00"],
    });
    const cancelled = on("2027-03-12", { number: 8, status: "cancelled" });
    const workshops = [whole, at10, at11, moved, cancelled];
    const words = digestWords({ workshops, isNew: ({ id }) => id === "clics-10" }, announcing());
    expect(words?.text).toBe(
      `**Les ateliers des deux semaines à venir**

**Ce qui change**
- **Découverte des logiciels libres** (n° 9) : ~~jeudi 11 mars, 18 h~~ → mardi 16 mars, 18 h – 20 h (heure de Paris)
- **Découverte des logiciels libres** (n° 8) : ~~vendredi 12 mars, 18 h – 20 h (heure de Paris)~~ annulé

**Mardi 9 mars**
- **Découverte des logiciels libres** (n° 12) : 18 h – 20 h (heure de Paris) · La Chesnaie, Saint-Nazaire, et en visio

**Mercredi 10 mars**
- *Nouveau* · **La salle des clics** (n° 3 ou 4) : 10 h ou 11 h, au choix (heure de Paris)`,
    );
    expect(labels(words).at(-1)).toBe("Atelier 3 : La salle des clics");
  });

  it("says how to sign up where that is not done here, as long as one can", () => {
    const workshops = [
      on("2027-03-10", { registration: { by: "phone", to: "02 40 00 00 00" } }),
      on("2027-03-11", {
        registration: { by: "mail", to: "a@b.org", closesAt: "2027-03-08T12:00" },
      }),
      on("2027-03-12", { registration: { by: "bot" } }),
    ];
    const text = digestWords({ workshops, isNew: none }, announcing())?.text ?? "";
    expect(text.match(/inscription : .*/gu)).toEqual(["inscription : 02 40 00 00 00"]);
  });

  it("holds seven at most and says how many are left", () => {
    const workshops = Array.from({ length: 9 }, (_, index) => on(`2027-03-${10 + index}`));
    const words = digestWords({ workshops, isNew: none }, announcing({ language: "en" }));
    expect(words?.workshops).toHaveLength(7);
    expect(words?.text).toContain("And 2 others: ask me “which workshops?”.");
  });

  it("is none when there is nothing in the next two weeks", () => {
    const workshops = [
      on("2027-03-23"),
      on("2027-03-01"),
      on("2027-03-10", { publication: "draft" }),
    ];
    expect(digestWords({ workshops, isNew: none }, announcing())).toBeUndefined();
    expect(digestWords({ workshops: [], isNew: none }, announcing())).toBeUndefined();
  });
});

describe("afterwards", () => {
  it("asks once, without insisting, with one next step", () => {
    const reader = announcing({ now: new Date("2027-03-10T09:00:00Z") });
    const words = satisfactionWords(workshop(), [workshop(), on("2027-03-16")], reader);
    expect(words.text).toBe(
      `**Découverte des logiciels libres** : cet atelier vous a-t-il été utile ? Un mot suffit, et ne rien répondre est très bien aussi.

Si le sujet vous plaît, il y a aussi **Découverte des logiciels libres** : mardi 16 mars, 18 h – 20 h (heure de Paris).`,
    );
    expect(labels(words)).toEqual([
      "👍 Oui, l'atelier 12 m'a été utile",
      "😐 L'atelier 12 m'a été un peu utile",
      "👎 L'atelier 12 ne m'a pas été utile",
    ]);
  });
});

describe("what coordinators are told", () => {
  it("after an outage is what was sent late and what was not", () => {
    const summary = {
      from: new Date("2027-03-05T16:00:00Z"),
      to: new Date("2027-03-08T09:00:00Z"),
      lines: [
        { kind: "digest", outcome: "caught-up", recipients: 11 },
        { kind: "day-before", workshop: "libres", outcome: "too-late", recipients: 3 },
      ],
    } as const;
    expect(summaryWords(summary, () => workshop(), announcing())).toBe(
      `Je me suis arrêté du vendredi 5 mars, 17 h au lundi 8 mars, 10 h (heure de Paris). Voici ce que sont devenus les messages de ce temps-là, avec le nombre de salons et de personnes :

- résumé de la semaine : envoyé en retard (11)
- rappel de la veille, « Découverte des logiciels libres » : pas envoyé, il était trop tard (3)`,
    );
  });

  it.each([
    ["2027-03-08T16:59:00Z", "Tout va bien"],
    ["2027-03-08T16:50:00Z", "Rien ne part depuis"],
  ])("of the announcer when it was last seen at %s is: %s", (at, said) => {
    expect(watchdogWords(new Date(at), announcing())).toContain(said);
  });
});

describe("every button", () => {
  it.each(["fr", "en"] as const)("is also words the assistant reads, in %s", (language) => {
    const to = { language, isRegistered: true };
    const moved = on("2027-03-16", { number: 12 });
    const said = [
      ...labels(newWords([at10, at11], announcing({ language }))),
      ...labels(newWords([whole], announcing({ language }))),
      ...labels(changeWords({ before: workshop(), after: moved }, announcing(to))),
    ].map((label) => readSignUp(label));
    expect(said.map((read) => read && "number" in read && [read.kind, read.number])).toEqual([
      ["sign-up", 3],
      ["sign-up", 4],
      ["sign-up", 12],
      ["still-coming", 12],
      ["give-up", 12],
    ]);
  });
});
