import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Workshop } from "../../../src/model/workshop.ts";
import { writeCalendar } from "../../../src/workshops/calendar/write-calendar.ts";
import {
  countPlanned,
  planImport,
  type PlannedLine,
} from "../../../src/workshops/imports/plan-import.ts";
import { readCsv } from "../../../src/workshops/imports/read-csv.ts";
import { readIcs } from "../../../src/workshops/imports/read-ics.ts";
import { addMinutes } from "../../../src/workshops/wall-time.ts";
import { aWorkshop, inFrench } from "../calendar/a-workshop.ts";
import { bytes, defaults, importedInto, now } from "./import-fixtures.ts";

const options = { source: "programme.csv", now, isTrusted: false };
const head = "id;titre;date;heure;lieu;theme";

function planned(
  programme: readonly Workshop[],
  lines: readonly string[],
  other: Partial<typeof options> = {},
): readonly PlannedLine[] {
  const reading = readCsv(bytes([head, ...lines].join("\n")), defaults);
  if (reading.kind !== "read") throw new Error(`not read: ${reading.kind}`);
  return planImport(programme, reading, { ...options, ...other });
}

function kinds(plan: readonly PlannedLine[]): readonly string[] {
  return plan.map(({ kind }) => kind);
}

const first = "A1;Découverte;09/03/2027;18h;La Chesnaie;logiciels-libres";
const second = ";Financement participatif;16/03/2027;18h;La Chesnaie;financement";

describe("an import", () => {
  it("of the same table twice changes nothing the second time", () => {
    const lines = [first, second, "B2;Atelier;30/02/2027;18h;;"];
    const once = planned([], lines);
    expect(countPlanned(once)).toMatchObject({ new: 2, error: 1 });
    const twice = planned(importedInto([], once), lines);
    expect(countPlanned(twice)).toEqual({
      new: 0,
      changed: 0,
      unchanged: 2,
      "left-out": 0,
      error: 1,
      "cancel?": 0,
    });
  });

  it.each([
    ["id;titre;date;heure;places", "A1;Découverte;09/03/2027;18h;12", { by: "bot" }],
    ["id;titre;date;heure;places;inscription", "A1;Découverte;09/03/2027;18h;12;", { by: "bot" }],
    [
      "id;titre;date;heure;places;inscription",
      "A1;Découverte;09/03/2027;18h;12;https://exemple.fr/12",
      { by: "link", to: "https://exemple.fr/12" },
    ],
    ["id;titre;date;heure", "A1;Découverte;09/03/2027;18h", undefined],
  ])("takes sign-ups here for seats it counts: %s, %s", (columns, line, registration) => {
    const reading = readCsv(bytes(`${columns}\n${line}`), defaults);
    if (reading.kind !== "read") throw new Error(`not read: ${reading.kind}`);
    const once = importedInto([], planImport([], reading, options));
    expect(once[0]?.registration).toEqual(registration);
    expect(kinds(planImport(once, reading, options))).toEqual(["unchanged"]);
  });

  it("knows a workshop again by its id, and says each field that changes", () => {
    const programme = importedInto([], planned([], [first, second]));
    const [change, other] = planned(programme, [first.replace("18h", "19h"), second]);
    expect(change).toMatchObject({
      kind: "changed",
      changes: [{ field: "localStart", before: "2027-03-09T18:00", after: "2027-03-09T19:00" }],
    });
    expect(other?.kind).toBe("unchanged");
  });

  it("knows a workshop written by hand again by title without accents, start and place", () => {
    const byHand = aWorkshop({
      title: { fr: "DECOUVERTE" },
      localEnd: undefined,
      place: { name: "la chesnaie" },
      themes: ["logiciels-libres"],
    });
    const plan = planned([byHand], [first]);
    expect(plan).toMatchObject([{ kind: "changed", workshop: { id: byHand.id } }]);
    expect(kinds(planned(importedInto([byHand], plan), [first]))).toEqual(["unchanged"]);
  });

  it("leaves what was changed by hand since until its source changes, and that it was moved here", () => {
    const [imported] = importedInto([], planned([], [first]));
    if (imported === undefined) throw new Error("nothing imported");
    const edited: Workshop = { ...imported, host: "Anne", title: { fr: "Autre" }, status: "moved" };
    expect(kinds(planned([edited], [first]))).toEqual(["unchanged"]);
    const [change] = planned([edited], [first.replace("Découverte", "Découvertes")]);
    expect(change).toMatchObject({ changes: [{ field: "title" }], fields: { status: "moved" } });
  });

  it("leaves to another source what came from it", () => {
    const programme = importedInto([], planned([], [first], { source: "agenda" }));
    expect(kinds(planned(programme, [first]))).toEqual(["unchanged"]);
  });

  it("proposes to cancel what its source no longer holds, unless it has begun or is only one page", () => {
    const programme = importedInto([], planned([], [first, second]));
    expect(planned(programme, [second])).toMatchObject([
      { kind: "unchanged" },
      { kind: "cancel?", workshop: { title: { fr: "Découverte" } } },
    ]);
    const later = { now: new Date("2027-03-09T17:30:00Z") };
    expect(kinds(planned(programme, [second], later))).toEqual(["unchanged"]);
    expect(planImport(programme, { lines: [], isWhole: false }, options)).toEqual([]);
    const removed = [{ kind: "removed", externalId: "A1" }] as const;
    expect(kinds(planImport(programme, { lines: removed, isWhole: false }, options))).toEqual([
      "cancel?",
    ]);
  });

  it("proposes to cancel nothing whose line could not be read", () => {
    const programme = importedInto([], planned([], [first]));
    expect(kinds(planned(programme, [first.replace("09/03/2027", "bientôt")]))).toEqual(["error"]);
  });

  it("makes drafts, published only when the source is trusted and nothing is to be looked at", () => {
    const doubtful = first.replace("A1", "A2").replace("09/03/2027", "mercredi 9 mars 2027");
    const publications = (isTrusted: boolean): readonly unknown[] =>
      planned([], [first, doubtful], { isTrusted }).map(
        (one) => one.kind === "new" && one.publication,
      );
    expect(publications(false)).toEqual(["draft", "draft"]);
    expect(publications(true)).toEqual(["published", "draft"]);
  });

  it("leaves out what has begun, and says which line a second one repeats", () => {
    const past = "P;Passé;09/03/2026;18h;;";
    expect(planned([], [past, first, first])).toMatchObject([
      { kind: "left-out", why: "past" },
      { kind: "new" },
      { kind: "error", problem: { key: "import-same-as", values: { other: 3 } } },
    ]);
  });

  it("does not take for another a line known by its id", () => {
    const programme = importedInto([], planned([], [first]));
    const renamed = first.replace("Découverte", "Nouveau titre");
    const twin = first.replace("A1", "A9");
    expect(kinds(planned(programme, [twin, renamed]))).toEqual(["new", "changed"]);
  });

  it("of the same calendar twice changes nothing, whatever is in it", () => {
    const workshops = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        title: fc.string({ unit: "grapheme", maxLength: 200 }).map((fr) => ({ fr: `T${fr}` })),
        place: fc.option(
          fc.string({ unit: "grapheme" }).map((name) => ({ name })),
          { nil: undefined },
        ),
        localStart: fc.nat(500_000).map((minutes) => addMinutes("2027-01-16T00:00", minutes)),
        status: fc.constantFrom("scheduled", "moved", "cancelled", "postponed"),
        joinUrl: fc.option(fc.webUrl(), { nil: undefined }),
      }),
      { maxLength: 6, selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(workshops, (others) => {
        const written = others.map((other) => aWorkshop({ ...other, localEnd: undefined }));
        const reading = readIcs(bytes(writeCalendar(written, inFrench)), defaults, { now });
        if (reading.kind !== "read") throw new Error("a calendar of ours is read");
        const once = planImport([], reading, options);
        const twice = planImport(importedInto([], once), reading, options);
        expect(countPlanned(twice)).toMatchObject({ new: 0, changed: 0, "cancel?": 0 });
      }),
      { numRuns: 60 },
    );
  });
});
