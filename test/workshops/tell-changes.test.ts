import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/answers/format-day.ts";
import { tellIn } from "../../src/answers/tell-in.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { nextOnTheme, tellDetails, tellProgramme } from "../../src/workshops/tell-workshops.ts";
import { library } from "../support/small-library.ts";
import { libre, libreLater, site, telling } from "./asking.ts";

describe("the programme told", () => {
  it("keeps a moved workshop where people look for it, its old time crossed out, until that time", () => {
    const moved: Workshop = {
      ...site,
      status: "moved",
      localStart: "2026-12-10T18:30",
      localEnd: "2026-12-10T20:00",
      previousStarts: ["2026-11-26T18:30"],
    };
    expect(tellProgramme(telling("quels ateliers cette semaine ?", [moved]))).toContain(
      "**Créer son site** (n° 1) : ~~jeudi 26 novembre 2026, 18 h 30 (heure de Paris)~~ déplacé : jeudi 10 décembre 2026, 18 h 30 – 20 h (heure de Paris)",
    );
    const after = { ...telling("les prochains", [moved]), now: new Date("2026-11-27T09:00:00Z") };
    expect(tellProgramme(after)).not.toContain("~~");
  });

  it("keeps a cancelled workshop crossed out until its date, and never proposes it", () => {
    const off: Workshop = { ...site, status: "cancelled", reason: "salle inondée" };
    expect(tellProgramme(telling("cette semaine ?", [off]))).toContain(
      "~~jeudi 26 novembre 2026, 18 h 30 – 20 h (heure de Paris)~~ annulé",
    );
    expect(tellDetails(telling("c'est où le 26 novembre ?", [off]))).toContain(
      "Raison : salle inondée.",
    );
    expect(nextOnTheme("website", telling("", [off]))).toBeUndefined();
    const after = { ...telling("cette semaine ?", [off]), now: new Date("2026-11-26T18:00:00Z") };
    expect(tellProgramme(after)).not.toContain("Créer son site");
  });

  it("shows nobody a draft", () => {
    expect(tellProgramme(telling("les prochains ?", [{ ...site, publication: "draft" }]))).toBe(
      "Aucun atelier à venir n'est annoncé dans mon programme.",
    );
  });

  it("says the workshop's own time with its zone, then theirs, where clocks differ", () => {
    const there = { ...telling("cette semaine ?", [site]), timeZone: "Indian/Reunion" };
    expect(tellProgramme(there)).toContain(
      "jeudi 26 novembre 2026, 18 h 30 – 20 h (heure de Paris) · **21 h 30 – 23 h à La Réunion**",
    );
    const far = { ...telling("les prochains ?", [site]), timeZone: "Pacific/Noumea" };
    expect(tellProgramme(far)).toContain(
      "**vendredi 27 novembre 2026, 4 h 30 – 6 h en Nouvelle-Calédonie**",
    );
    const belgian = { ...telling("cette semaine ?", [site]), timeZone: "Europe/Brussels" };
    expect(tellProgramme(belgian)).toContain("18 h 30 – 20 h (heure de Paris), en visio");
  });

  it("says the hours of each session at choice when both ends are known", () => {
    const sessions = [
      { ...libre, localEnd: "2026-12-03T11:00" },
      { ...libreLater, localEnd: "2026-12-03T12:00" },
    ];
    expect(tellProgramme(telling("la semaine prochaine ?", sessions))).toContain(
      "jeudi 3 décembre 2026, 10 h – 11 h ou 11 h – 12 h, au choix (heure de Paris), La Chesnaie",
    );
  });

  it("is in English where somebody wrote it, else in French", () => {
    const english = {
      ...telling("this week?", [site]),
      language: "en" as const,
      tell: tellIn(library.phrases.en),
      sayDay: (day: string) => formatDay(day, "en", true),
    };
    expect(tellProgramme(english)).toContain("**Build your website** (no. 1): Thursday");
    expect(tellProgramme({ ...english, workshops: [libre] })).toContain("logiciels libres");
  });
});
