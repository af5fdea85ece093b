import { describe, expect, it } from "vitest";
import type { Workshop } from "../../src/model/workshop.ts";
import { fileProgramme } from "../../src/workshops/file-programme.ts";
import { nextOnTheme, tellDetails, tellProgramme } from "../../src/workshops/tell-workshops.ts";
import { library } from "../support/small-library.ts";
import { workshopLike } from "../support/workshop-like.ts";
import { libre, site, telling } from "./asking.ts";

const filed = fileProgramme(library.workshops, new Date("2022-01-01T00:00:00Z"));

describe("the programme", () => {
  it("of this week leaves the later ones out", () => {
    const said = tellProgramme(telling("quels ateliers cette semaine ?"));
    expect(said).toContain(
      "**Créer son site** (n° 1) : jeudi 26 novembre 2026, 18 h 30 – 20 h (heure de Paris), en visio",
    );
    expect(said).not.toContain("logiciels libres");
  });

  it("is short however many there are: five lines with their numbers, how many more, each with its clock", () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      workshopLike({
        ...site,
        id: `site-${at}`,
        number: at + 1,
        title: { fr: `Atelier long à lire ${at}` },
        localStart: `2026-12-0${at + 1}T18:00`,
        localEnd: `2026-12-0${at + 1}T20:00`,
      }),
    );
    const said = tellProgramme(telling("quels ateliers ?", many));
    expect(said.match(/^- /gmu)).toHaveLength(5);
    expect(said).toContain("**Atelier long à lire 4** (n° 5) : samedi 5 décembre 2026");
    expect(said).toContain("… et 4 de plus");
    expect(said.match(/\(heure de Paris\)/gu)).toHaveLength(5);
    expect(said.length).toBeLessThanOrEqual(600);
  });

  it("of which all is called off does not say that it comes", () => {
    const off = { ...site, status: "cancelled" as const };
    const said = tellProgramme(telling("les prochains ateliers ?", [off]));
    expect(said).toContain("Aucun atelier à venir");
    expect(said).toContain("annulé");
    expect(said).not.toContain("Les prochains ateliers");
  });

  it("of next week shows two starts as a choice", () => {
    expect(tellProgramme(telling("et la semaine prochaine ?"))).toContain(
      "jeudi 3 décembre 2026, 10 h ou 11 h, au choix (heure de Paris), La Chesnaie",
    );
  });

  it("of a month named is that month's, this year's when it is still to come", () => {
    const said = tellProgramme(telling("les ateliers de décembre"));
    expect(said).toContain("En décembre 2026 :\n\n- **Découvrir les logiciels libres**");
    expect(said).not.toContain("Créer son site");
    expect(tellProgramme(telling("What's on in November?"))).toContain("En novembre 2026 :");
  });

  it("of a month gone by this year is next year's", () => {
    const nextMarch = workshopLike({
      id: "mars",
      title: { fr: "Ranger ses fichiers" },
      localStart: "2027-03-02T10:00",
    });
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
    const said = tellProgramme(telling("quels ateliers cette semaine ?", filed));
    expect(filed).toHaveLength(7);
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

  it("are all that is known, but never what only registered people get", () => {
    const full: Workshop = {
      ...site,
      mode: "both",
      place: {
        name: "Agora",
        address: "2 bis avenue X",
        postcode: "44600",
        town: "Saint-Nazaire",
        access: "sonnette B",
      },
      joinSecret: "https://exemple.fr/secret",
      capacity: 12,
      price: { amount: 5, currency: "EUR", note: "gratuit pour les adhérents" },
      registration: { by: "phone", to: "02 40 00 00 00", closesAt: "2026-11-25T12:00" },
      accessibility: ["plain-pied", "sous-titrage"],
    };
    const said = tellDetails(telling("c'est où le 26 novembre ?", [full]));
    for (const part of [
      "Agora, Saint-Nazaire, et en visio.",
      "Adresse : 2 bis avenue X, 44600 Saint-Nazaire.",
      "Pour entrer : sonnette B.",
      "12 places en tout.",
      "gratuit pour les adhérents",
      "Inscription : 02 40 00 00 00, jusqu'au mercredi 25 novembre 2026.",
      "Accessibilité : plain-pied, sous-titrage.",
      "Le lien est donné aux personnes inscrites.",
    ]) {
      expect(said).toContain(part);
    }
    expect(said).not.toContain("secret");
  });

  it("are those of the next one of a title that comes back", () => {
    const next = { ...site, id: "site-2", localStart: "2026-12-15T18:30", localEnd: undefined };
    const past = { ...site, id: "site-0", localStart: "2026-11-12T18:30", localEnd: undefined };
    const said = tellDetails(telling("c'est où, créer son site ?", [past, site, libre, next]));
    expect(said).toMatch(/^\*\*Créer son site\*\*, jeudi 26 novembre 2026/);
    expect(said).not.toContain("logiciels");
  });

  it("of a past workshop say that it is past", () => {
    const said = tellDetails(telling("l'atelier du 8 mars c'est où ?", filed));
    expect(said).toContain("a eu lieu le mardi 8 mars 2022 : il est passé");
  });
});

it("proposes the next workshop of a theme, if one is to come", () => {
  expect(nextOnTheme("website", telling(""))).toContain("Créer son site");
  expect(nextOnTheme("website", telling("", filed))).toBeUndefined();
});
