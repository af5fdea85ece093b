import { describe, expect, it } from "vitest";
import { formatDay, formatShortDay } from "../../../src/answers/format-day.ts";
import { tellIn } from "../../../src/answers/tell-in.ts";
import { tellPlaces } from "../../../src/handoff/places/tell-places.ts";
import { noDirectory, type Place } from "../../../src/model/directory.ts";
import type { Language } from "../../../src/model/language.ts";
import { placeLike } from "../../support/place-like.ts";
import { library } from "../../support/small-library.ts";

/** A Tuesday, 10:00 in Paris. */
const tuesday = "2026-11-24T09:00:00Z";

interface Around {
  readonly territory?: string;
  readonly theme?: string;
  readonly postcode?: string;
  readonly at?: string;
  readonly zone?: string;
  readonly language?: Language;
}

function toldOf(places: readonly Place[], around: Around = {}): string | undefined {
  const { territory = "44", language = "fr", at = tuesday } = around;
  return tellPlaces(
    { territory, theme: around.theme, postcode: around.postcode },
    {
      directory: { ...noDirectory, places },
      now: new Date(at),
      platform: "test",
      language,
      timeZone: around.zone ?? "Europe/Paris",
      tell: tellIn(library.phrases[language]),
      sayDay: (day) => formatDay(day, language, true),
      sayShortDay: (day) => formatShortDay(day, language),
    },
  );
}

/** Names of the places told, in order. */
function namesOf(places: readonly Place[], around: Around = {}): readonly string[] {
  const told = toldOf(places, around) ?? "";
  return [...told.matchAll(/\*\*(?<name>.+?)\*\*/g)].map(({ groups }) => groups?.["name"] ?? "");
}

describe("the places somebody is sent to", () => {
  const inNantes = placeLike({ id: "nantes" });
  const inVendee = placeLike({ id: "vendee", postcode: "85000", town: "La Roche-sur-Yon" });
  const inAngers = placeLike({ id: "angers", postcode: "49000", latitude: 47.5, longitude: -0.6 });
  const inNice = placeLike({ id: "nice", postcode: "06000" });

  it("are three at most, those of the département first, then the nearest", () => {
    expect(namesOf([inNice, inAngers, inVendee, inNantes])).toEqual(["nantes", "vendee", "angers"]);
    const many = ["a", "b", "c", "d"].map((id) => placeLike({ id }));
    expect(namesOf([inVendee, ...many])).toEqual(["a", "b", "c"]);
  });

  it("are those that help associations before others, at the same distance", () => {
    const helping = placeLike({ id: "z-helping", helpsAssociations: true });
    expect(namesOf([inNantes, helping])).toEqual(["z-helping", "nantes"]);
  });

  it("are the nearest to the postcode inside a département, as far as we know where things are", () => {
    const near = placeLike({ id: "near", postcode: "44600", latitude: 47.3, longitude: -2.2 });
    const far = placeLike({ id: "far", latitude: 47.2, longitude: -1.5 });
    expect(namesOf([far, near], { postcode: "44600" })).toEqual(["near", "far"]);
    expect(namesOf([near, far], { postcode: "44000" })).toEqual(["far", "near"]);
  });

  it("know about the theme, or about any", () => {
    const other = placeLike({ id: "other", themes: ["website"] });
    const same = placeLike({ id: "same", themes: ["data"] });
    expect(namesOf([other, same, inNantes], { theme: "data" })).toEqual(["nantes", "same"]);
  });

  it("are never across a sea, unless they help from a distance", () => {
    const martinique = placeLike({ id: "martinique", postcode: "97200" });
    const afar = placeLike({ id: "afar", postcode: "75001", helpsRemotely: true });
    expect(namesOf([martinique, afar, inNantes], { territory: "971" })).toEqual(["afar"]);
    expect(toldOf([afar], { territory: "971" })).toMatch(/^Ces lieux aident à distance/);
  });

  it("help from a distance when nobody knows where the person is", () => {
    const afar = placeLike({ id: "afar", helpsRemotely: true });
    expect(namesOf([inNantes, afar], { territory: "national" })).toEqual(["afar"]);
    expect(toldOf([inNantes], { territory: "national" })).toBeUndefined();
  });

  it("know a département by a postcode alone, and an island by its own", () => {
    const saintMartin = placeLike({ id: "saint-martin", postcode: "97150" });
    expect(namesOf([saintMartin], { territory: "978" })).toEqual(["saint-martin"]);
    expect(namesOf([saintMartin], { territory: "971" })).toEqual([]);
    expect(namesOf([inNantes], { territory: "national", postcode: "44300" })).toEqual(["nantes"]);
  });

  it("say when none is in the département", () => {
    expect(toldOf([inVendee])).toMatch(/^Je ne connais pas encore de lieu dans votre département/);
  });
});

describe("the sheet of a place", () => {
  it("has all one needs to go there or to ring", () => {
    const place = placeLike({
      id: "maison",
      name: "Maison des associations",
      emails: ["maison@example.org"],
      sites: ["https://example.org"],
      openingHours: "Tu 09:00-12:00",
      helpsRemotely: true,
      booking: "https://example.org/rdv",
    });
    expect(toldOf([place])).toBe(`Des lieux où aller, ou que vous pouvez appeler :

**Maison des associations**
1 rue de l'Essai, 44000 Nantes
02 61 91 00 00 · maison@example.org · https://example.org
Ouvert en ce moment, jusqu'à 12 h.
Aide aussi à distance.
Pour prendre rendez-vous : https://example.org/rdv
Fiche vérifiée le lundi 5 octobre 2026.`);
  });

  it.each([
    ["before it opens", "Tu 14:00-17:00", tuesday, "ouvre mardi 24 novembre, 14 h."],
    ["at the minute it closes", "Tu 09:00-10:00", tuesday, "ouvre mardi 1er décembre, 9 h."],
    [
      "the night before a holiday",
      "Th,Fr 09:00-12:00",
      "2026-12-24T20:00:00Z",
      "ouvre jeudi 31 décembre, 9 h.",
    ],
    ["in words it cannot read", "sur rendez-vous", tuesday, "Horaires : à demander"],
    ["never", "Mo off", tuesday, "Horaires : à demander"],
  ])("says when it opens: %s", (_, openingHours, at, said) => {
    expect(toldOf([placeLike({ id: "a", openingHours })], { at })).toContain(said);
  });

  it("tells hours on its own clock, and which clock that is to who reads another", () => {
    const place = placeLike({ id: "a", openingHours: "Tu 14:00-17:00", helpsRemotely: true });
    const told = toldOf([place], { territory: "971", zone: "America/Guadeloupe" });
    expect(told).toContain("ouvre mardi 24 novembre, 14 h (heure de Paris).");
    const there = placeLike({ id: "b", postcode: "97100", openingHours: "Tu 08:00-12:00" });
    const local = { territory: "971", zone: "America/Guadeloupe" };
    expect(toldOf([there], local)).toContain("ouvre mardi 24 novembre, 8 h.");
    expect(toldOf([there], { ...local, at: "2026-11-24T13:00:00Z" })).toContain(
      "Ouvert en ce moment",
    );
  });

  it("asks to make sure of what was checked a year ago or more", () => {
    const said = (updated: string, phones: readonly string[] = ["02 61 91 00 00"]) =>
      toldOf([placeLike({ id: "a", updated, phones })]) ?? "";
    expect(said("2025-11-24")).toContain("il y a plus d'un an : à vérifier par téléphone.");
    expect(said("2025-11-24", [])).toContain("à vérifier avant de vous déplacer.");
    expect(said("2025-11-25")).toMatch(/Fiche vérifiée le mardi 25 novembre 2025\.$/);
  });

  it("warns of a place that moves about", () => {
    const told = toldOf([placeLike({ id: "bus", isItinerant: true, address: "" })]);
    expect(told).toContain("\n44000 Nantes\n");
    expect(told).toContain("demandez où il sera avant de partir");
  });

  it("is told in English too", () => {
    const place = placeLike({ id: "a", openingHours: "Tu 14:00-17:00" });
    expect(toldOf([place], { language: "en" })).toContain("Closed for the moment, opens Tuesday");
  });
});

it("tells the places of the sample on its own platform alone", () => {
  const { directory } = library;
  const telling = {
    directory,
    now: new Date(tuesday),
    language: "fr" as const,
    timeZone: "Europe/Paris",
    tell: tellIn(library.phrases.fr),
    sayDay: (day: string) => formatDay(day, "fr", true),
  };
  const wish = { territory: "44", theme: "data" };
  expect(tellPlaces(wish, { ...telling, platform: "matrix" })).toBeUndefined();
  expect(tellPlaces(wish, { ...telling, platform: "exemple" })).toContain(
    "Exemple Maison des associations",
  );
});
