import { describe, expect, it } from "vitest";
import { formatDay, formatMonth } from "../../src/answers/format-day.ts";
import { tellIn } from "../../src/answers/tell-in.ts";
import { foldText } from "../../src/understanding/fold-text.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { nextOnTheme, tellDetails, tellProgramme } from "../../src/workshops/tell-workshops.ts";
import { isUpcoming, monthOf, nextMonth, weekOf } from "../../src/workshops/workshop-time.ts";
import { library } from "../support/small-library.ts";

const site: Workshop = {
  id: "site",
  title: "Créer son site",
  summary: undefined,
  themes: ["website"],
  day: "2026-11-26",
  starts: ["18:30"],
  ends: "20:00",
  timeZone: "Europe/Paris",
  place: undefined,
  isOnline: true,
  partners: ["What the Web"],
  price: "gratuit",
  registration: undefined,
  bring: undefined,
  audience: undefined,
  organiser: "la maison des associations",
};
const libre: Workshop = {
  ...site,
  id: "libre",
  title: "Découvrir les logiciels libres",
  themes: ["free-software"],
  day: "2026-12-03",
  starts: ["10:00", "11:00"],
  ends: undefined,
  place: "La Chesnaie",
  isOnline: false,
};

function telling(question: string, workshops: readonly Workshop[] = [site, libre]) {
  return {
    question: foldText(question),
    workshops,
    themes: library.themes,
    now: new Date("2026-11-23T09:00:00Z"),
    timeZone: "Europe/Paris",
    language: "fr" as const,
    tell: tellIn(library.phrases.fr),
    sayDay: (day: string) => formatDay(day, "fr", true),
    sayMonth: (day: string) => formatMonth(day, "fr"),
  };
}

describe("the programme", () => {
  it("of this week leaves the later ones out", () => {
    const said = tellProgramme(telling("quels ateliers cette semaine ?"));
    expect(said).toContain(
      "**Créer son site** : jeudi 26 novembre 2026 de 18:30 à 20:00, en visio",
    );
    expect(said).not.toContain("logiciels libres");
  });

  it("of next week shows two starts as a choice", () => {
    expect(tellProgramme(telling("et la semaine prochaine ?"))).toContain(
      "jeudi 3 décembre 2026 à 10:00 ou 11:00, La Chesnaie",
    );
  });

  it("of a month named is that month's, this year's when it is still to come", () => {
    const said = tellProgramme(telling("les ateliers de décembre"));
    expect(said).toContain("En décembre 2026 :\n\n- **Découvrir les logiciels libres**");
    expect(said).not.toContain("Créer son site");
    expect(tellProgramme(telling("What's on in November?"))).toContain("En novembre 2026 :");
  });

  it("of a month gone by this year is next year's", () => {
    const nextMarch = { ...libre, id: "mars", title: "Ranger ses fichiers", day: "2027-03-02" };
    const said = tellProgramme(telling("quoi de prévu en mars ?", [site, libre, nextMarch]));
    expect(said).toContain("En mars 2027 :\n\n- **Ranger ses fichiers**");
    expect(said).not.toContain("Créer son site");
  });

  it("of a month without workshop says so kindly, then shows what comes next", () => {
    const said = tellProgramme(telling("les ateliers de mars"));
    expect(said).toContain("Je ne vois rien d'annoncé en mars 2027 pour le moment.");
    expect(said).toContain("Les prochains ateliers :\n\n- **Créer son site**");
  });

  it("of two months tells each, and keeps what comes next for when both are empty", () => {
    const said = tellProgramme(telling("les ateliers de décembre et janvier"));
    expect(said).toContain("En décembre 2026 :");
    expect(said).toContain("rien d'annoncé en janvier 2027");
    expect(said).not.toContain("Les prochains ateliers");
  });

  it("of a month and a theme does not say that nothing else is on", () => {
    const said = tellProgramme(telling("un atelier sur le site internet en décembre ?"));
    expect(said).toContain("rien d'annoncé sur ce thème à ce moment-là");
    expect(said).not.toContain("rien d'annoncé en décembre");
    expect(said).toContain("Créer son site");
  });

  it("of a stretch of months is what comes next", () => {
    expect(tellProgramme(telling("qu'y a-t-il d'ici fin décembre ?"))).toContain(
      "Les prochains ateliers :\n\n- **Créer son site**",
    );
  });

  it("of next month is not this month's", () => {
    const said = tellProgramme(telling("les ateliers du mois prochain ?"));
    expect(said).toContain("Découvrir les logiciels libres");
    expect(said).not.toContain("Rien n'est annoncé");
  });

  it("of a theme is found before a question mark too", () => {
    expect(tellProgramme(telling("any workshop on free software?"))).not.toContain(
      "Créer son site",
    );
  });

  it("of a theme, in the person's words", () => {
    const said = tellProgramme(telling("un atelier sur les LOGICIELS LIBRES ?"));
    expect(said).toContain("Découvrir les logiciels libres");
    expect(said).not.toContain("Créer son site");
  });

  it("of a theme without workshop says so, then shows what there is", () => {
    const said = tellProgramme(telling("quelque chose sur la sécurité ?"));
    expect(said).toContain("pas d'atelier à venir sur ce thème");
    expect(said).toContain("Créer son site");
  });

  it("never shows a past workshop as coming: the sample of 2022 is all past", () => {
    const said = tellProgramme(telling("quels ateliers cette semaine ?", library.workshops));
    expect(library.workshops).toHaveLength(6);
    expect(said).toContain("Aucun atelier à venir");
    expect(said).toContain("vendredi 11 mars 2022 : il est passé");
  });
});

describe("practical details", () => {
  it("are those of the workshop whose day is named", () => {
    const said = tellDetails(telling("c'est où le 3 décembre ?"));
    expect(said).toContain("Découvrir les logiciels libres");
    expect(said).toContain("La Chesnaie");
    expect(said).toContain("Prix : gratuit.");
    expect(said).toContain("demandez à la maison des associations");
  });

  it("are those of the workshops of the month named, or say that it has none", () => {
    expect(tellDetails(telling("il coûte combien, l'atelier de décembre ?"))).toMatch(
      /^\*\*Découvrir les logiciels libres\*\*/,
    );
    expect(tellDetails(telling("il coûte combien, l'atelier de mars ?"))).toMatch(
      /^Je ne vois rien d'annoncé en mars 2027.*\n\n\*\*Créer son site\*\*/,
    );
  });

  it("of a past workshop say that it is past", () => {
    const said = tellDetails(telling("l'atelier du 8 mars c'est où ?", library.workshops));
    expect(said).toContain("a eu lieu le mardi 8 mars 2022 : il est passé");
  });
});

it("proposes the next workshop of a theme, if one is to come", () => {
  expect(nextOnTheme("website", telling(""))).toContain("Créer son site");
  expect(nextOnTheme("website", telling("", library.workshops))).toBeUndefined();
});

describe("time", () => {
  it.each([
    ["2026-11-26T17:00:00Z", true],
    ["2026-11-26T18:59:00Z", true],
    ["2026-11-26T19:01:00Z", false],
    ["2026-11-27T08:00:00Z", false],
  ])("at %s a workshop until 20:00 in Paris is upcoming: %s", (now, expected) => {
    expect(isUpcoming(site, new Date(now))).toBe(expected);
  });

  it("counts weeks from Monday, across months and years", () => {
    expect(weekOf("2026-11-23")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(weekOf("2026-11-29")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(weekOf("2026-12-31", 1)).toEqual({ from: "2027-01-04", to: "2027-01-10" });
    expect(monthOf("2026-02-10").from).toBe("2026-02-01");
  });

  it.each([
    ["2026-11-23", 11, undefined, "2026-11-01"],
    ["2026-11-23", 12, undefined, "2026-12-01"],
    ["2026-11-23", 10, undefined, "2027-10-01"],
    ["2026-11-23", 10, 2026, "2026-10-01"],
  ])("from %s the next month %d (of %s) begins on %s", (today, month, year, from) => {
    expect(nextMonth(today, month, year).from).toBe(from);
  });
});
