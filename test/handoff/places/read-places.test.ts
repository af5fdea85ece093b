import { describe, expect, it } from "vitest";
import { mergePlaces } from "../../../src/handoff/places/imports/merge-places.ts";
import { type PlaceLine, readPlaces } from "../../../src/handoff/places/imports/read-places.ts";
import { readPlacesFile } from "../../../src/loading/read-directory.ts";
import { writePlaces } from "../../../src/loading/write-places.ts";
import type { Place } from "../../../src/model/directory.ts";
import { placeLike } from "../../support/place-like.ts";

const columns =
  "id,nom,commune,code_postal,code_insee,adresse,complement_adresse,latitude,longitude,typologie,telephone,courriels,site_web,horaires,presentation_resume,presentation_detail,source,itinerance,structure_parente,date_maj,services,publics_specifiquement_adresses,prise_en_charge_specifique,frais_a_charge,dispositif_programmes_nationaux,formations_labels,autres_formations_labels,modalites_acces,modalites_accompagnement,fiche_acces_libre,prise_rdv";
const whole =
  'mednum_1,Anonymal,Reims,51100,51454,12 bis rue de Clercq,Le patio,49.2463,4.0321,ASSO|TIERS_LIEUX,+33180059880,contact@example.org|accueil@example.org,https://example.org|www.example.net,"Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00",Nous aidons.,Longuement,Hubik,Itinérant,Anonymal et cie,2022-06-02,Maîtrise des outils|Aide aux démarches,Seniors|Jeunes,Langues étrangères (anglais)|Surdité,Gratuit,Point numérique CAF,,PANA,Téléphoner,Accompagnement individuel|À distance,https://acceslibre.example.org/a,https://rdv.example.org';

function linesOf(text: string): readonly PlaceLine[] {
  const reading = readPlaces(Buffer.from(text));
  if (reading.kind !== "read") throw new Error(reading.kind);
  return reading.lines;
}

function placesOf(text: string): readonly Place[] {
  return linesOf(text).flatMap((line) => (line.kind === "place" ? [line.place] : []));
}

/** Lines of a short table: id, nom, commune, code_postal, adresse, date_maj. */
function shortTable(...rows: readonly string[]): string {
  return ["id;nom;commune;code_postal;adresse;date_maj", ...rows].join("\r\n");
}

const anonymal: Place = {
  id: "mednum_1",
  name: "Anonymal",
  town: "Reims",
  postcode: "51100",
  inseeCode: "51454",
  address: "12 bis rue de Clercq, Le patio",
  latitude: 49.2463,
  longitude: 4.0321,
  phones: ["01 80 05 98 80"],
  emails: ["contact@example.org", "accueil@example.org"],
  sites: ["https://example.org", "https://www.example.net"],
  updated: "2022-06-02",
  booking: "https://rdv.example.org",
  summary: "Nous aidons.",
  typologies: ["ASSO", "TIERS_LIEUX"],
  isItinerant: true,
  services: ["Maîtrise des outils", "Aide aux démarches"],
  audiences: ["Seniors", "Jeunes"],
  ways: ["Accompagnement individuel", "À distance"],
  costs: ["Gratuit"],
  languages: ["anglais"],
  accessibility: "https://acceslibre.example.org/a",
  openingHours: "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00",
  parent: "Anonymal et cie",
  source: "Hubik",
  network: ["pana"],
  themes: [],
  helpsAssociations: true,
  helpsRemotely: true,
};

describe("public data of digital-mediation places", () => {
  it("is read from a table of the national schema, and says what it keeps nothing of", () => {
    const reading = readPlaces(Buffer.from(`${columns}\n${whole}\n`));
    expect(reading).toEqual({
      kind: "read",
      lines: [{ kind: "place", line: 2, place: anonymal }],
      ignored: ["modalites_acces"],
    });
  });

  it("is read from a list (JSON), with lists or with bars, alone or under data", () => {
    const place = {
      id: 1,
      nom: "Anonymal",
      commune: "Reims",
      code_postal: "51100",
      adresse: "12 rue",
      date_maj: "2022-06-02T10:00:00Z",
      latitude: 49.2,
      longitude: 4,
      services: ["a", "b"],
      typologie: "ASSO|EPN",
      itinerance: null,
    };
    const read = placesOf(JSON.stringify([place]));
    expect(read).toMatchObject([
      {
        id: "1",
        latitude: 49.2,
        services: ["a", "b"],
        network: ["epn"],
        updated: "2022-06-02",
        isItinerant: false,
      },
    ]);
    expect(placesOf(JSON.stringify({ data: [place] }))).toEqual(read);
  });

  it("is read under the older names of its columns, with semicolons in lists", () => {
    const [place] = placesOf(
      "ID,Nom,Commune,Code postal,Adresse,date_maj,conditions_acces,labels_nationaux,publics_accueillis,courriel\n1,A,Reims,51100,1 rue,02/06/2022,Gratuit;Payant,CAF,Seniors,a@example.org",
    );
    expect(place).toMatchObject({
      costs: ["Gratuit", "Payant"],
      audiences: ["Seniors"],
      emails: ["a@example.org"],
      updated: "2022-06-02",
    });
  });

  it("gives back to postcodes and to coordinates what a spreadsheet took from them", () => {
    const [place] = placesOf(
      "id;nom;commune;code_postal;code_insee;adresse;date_maj;latitude;longitude\n1;A;Bourg;1000;1053;1 rue;2022-06-02;46,2;5,2",
    );
    expect(place).toMatchObject({
      postcode: "01000",
      inseeCode: "01053",
      latitude: 46.2,
      longitude: 5.2,
    });
  });

  it.each([
    ["1;;Reims;51100;1 rue;2022-06-02", "nom", ""],
    ["1;A;;51100;1 rue;2022-06-02", "commune", ""],
    ["1;A;Reims;99999;1 rue;2022-06-02", "code_postal", "99999"],
    ["1;A;Reims;51100;;2022-06-02", "adresse", ""],
    ["1;A;Reims;51100;1 rue;hier", "date_maj", "hier"],
    ["1;A;Reims;51100;1 rue;2022-02-31", "date_maj", "2022-02-31"],
    [";A;Reims;51100;1 rue;2022-06-02", "id", ""],
  ])("says of %s which column is at fault", (row, column, text) => {
    expect(linesOf(shortTable(row))).toEqual([
      { kind: "faulty", line: 2, faults: [{ column, text }] },
    ]);
  });

  it("says which line has the id already", () => {
    const row = "1;A;Reims;51100;1 rue;2022-06-02";
    expect(linesOf(shortTable(row, row))[1]).toEqual({ kind: "twice", line: 3, before: 2 });
  });

  it.each([
    ["another table", "titre;jour\nA;B", "other-schema"],
    ["a list of something else", '[{"name":"A"}]', "other-schema"],
    ["broken JSON", '[{"id":', "broken"],
    ["nothing", "", "other-schema"],
    ["a spreadsheet", "PK\u0003\u0004", "refused"],
  ])("is not taken from %s", (_, text, kind) => {
    expect(readPlaces(Buffer.from(text)).kind).toBe(kind);
  });

  it("is text and nothing else: no tag, no call to a whole room, no link that is none", () => {
    const [place] = placesOf(
      "id,nom,commune,code_postal,adresse,date_maj,site_web,prise_rdv\n1,<b>A</b> @everyone,Reims,51100,1 rue,2022-06-02,javascript:alert(1),ftp://x",
    );
    expect(place).toMatchObject({ name: "A @\u200beveryone", sites: [], booking: undefined });
  });
});

describe("public data brought in again", () => {
  const ours = placeLike({
    id: "1",
    network: ["pana"],
    themes: ["data"],
    helpsAssociations: true,
    helpsRemotely: true,
    keptBy: { platform: "test", person: "maryse" },
    updated: "2025-01-01",
  });

  it("keeps what only we know, and takes the rest", () => {
    const theirs = placeLike({ id: "1", name: "New name", updated: "2026-01-01" });
    const merged = mergePlaces([ours], [theirs]);
    expect(merged.places).toEqual([{ ...ours, name: "New name", updated: "2026-01-01" }]);
    expect(merged).toMatchObject({ added: [], changed: ["1"], notInFile: [] });
  });

  it("leaves alone a sheet that was confirmed here since, and those the file does not have", () => {
    const other = placeLike({ id: "2" });
    const theirs = placeLike({ id: "1", name: "Old name", updated: "2024-01-01" });
    const merged = mergePlaces([ours, other], [theirs, placeLike({ id: "3" })]);
    expect(merged.places).toEqual([ours, other, placeLike({ id: "3" })]);
    expect(merged).toMatchObject({ added: ["3"], changed: [], notInFile: ["2"] });
  });

  it("changes nothing the second time", () => {
    const first = mergePlaces([], [anonymal]);
    expect(mergePlaces(first.places, [anonymal])).toMatchObject({ added: [], changed: [] });
  });

  it("comes back from the file it was written to as it was", () => {
    const places = [anonymal, ours, placeLike({ id: "01", name: "44: un #lieu" })];
    const read = readPlacesFile("places.yaml", Buffer.from(writePlaces(places)));
    expect(read).toEqual(places);
    expect(readPlacesFile("places.yaml", Buffer.from(writePlaces([])))).toEqual([]);
  });
});
