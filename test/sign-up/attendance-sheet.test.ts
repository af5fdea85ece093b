import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Registration } from "../../src/model/registration.ts";
import { attendanceSheet } from "../../src/sign-up/attendance-sheet.ts";
import { asker, SeatTalk } from "./seat-fixtures.ts";

const words = {
  number: "n°",
  name: "nom",
  seats: "places",
  needs: "besoins",
  present: "présent",
  yes: "oui",
  no: "non",
};

const workshop = { endsAt: new Date("2027-03-09T19:00:00Z"), name: "inscrits.csv" };

function sheetOf(registrations: readonly Registration[]): string[][] {
  const { file } = attendanceSheet(workshop, registrations, words);
  return parse(file.text, { bom: true, delimiter: ";" });
}

function listOf(name: string, needs?: string) {
  const talk = new SeatTalk({ capacity: 2 });
  talk.does({ kind: "sign-up", asker: asker("amina"), name, needs, seats: 2 });
  talk.signsUp("bob");
  return talk;
}

describe("the host's sheet", () => {
  it("names who is expected, as they named themselves, and nobody in line", () => {
    const talk = listOf("Amina", "boucle magnétique; sous-titres");
    expect(sheetOf(talk.registrations)).toEqual([
      ["n°", "nom", "places", "besoins", "présent"],
      ["1", "Amina", "2", "boucle magnétique; sous-titres", ""],
    ]);
    talk.now = new Date("2027-03-09T18:00:00Z");
    talk.does({ kind: "note-attendance", person: asker("amina").person, came: true });
    expect(sheetOf(talk.registrations)[1]?.[4]).toBe("oui");
  });

  it("says nothing else of who they are", () => {
    const { file } = attendanceSheet(workshop, listOf("").registrations, words);
    expect(file.text).not.toMatch(/amina|simulated|dm-/);
  });

  it.each(["=1+1", "+33 6", "-2", "@sum", "\t=1", "  =cmd", "＝1", "\u200B=1", "\r\n=1"])(
    "hands no formula to a spreadsheet: %j",
    (name) => {
      expect(sheetOf(listOf(name).registrations)[1]?.[1]).toBe(`'${name}`);
    },
  );

  it("reads back as it was, whatever people wrote", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (needs) => {
        const cell = sheetOf(listOf("Amina", needs).registrations)[1]?.[3] ?? "";
        expect([needs, `'${needs}`]).toContain(cell);
        expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }),
      { numRuns: 300 },
    );
  });

  it("is to be erased 30 days after the workshop", () => {
    expect(attendanceSheet(workshop, [], words).eraseAt).toEqual(new Date("2027-04-08T19:00:00Z"));
  });
});
