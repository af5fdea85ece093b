import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/answers/format-day.ts";
import { tellIn } from "../../src/answers/tell-in.ts";
import { foldText } from "../../src/understanding/fold-text.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { nextOnTheme, tellDetails, tellProgramme } from "../../src/workshops/tell-workshops.ts";
import { isUpcoming, monthOf, weekOf } from "../../src/workshops/workshop-time.ts";
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

  it("of next month is not this month's", () => {
    const said = tellProgramme(telling("les ateliers du mois prochain ?"));
    expect(said).toContain("Découvrir les logiciels libres");
    expect(said).not.toContain("Rien n'est annoncé");
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
});
