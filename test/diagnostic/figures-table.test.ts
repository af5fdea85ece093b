import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tellIn } from "../../src/answers/tell-in.ts";
import { figuresOf } from "../../src/diagnostic/figures.ts";
import { figuresTable } from "../../src/diagnostic/figures-table.ts";
import { sources } from "../support/random-associations.ts";
import { library } from "../support/small-library.ts";

const { questionnaire } = library;

describe("the file of the figures", () => {
  it("says what is told, cell by cell, in a way a spreadsheet reads", () => {
    fc.assert(
      fc.property(sources, fc.constantFrom("fr" as const, "en" as const), (source, language) => {
        const shown = figuresOf({ ...source, questionnaire });
        const tell = tellIn(library.phrases[language]);
        const text = figuresTable(shown, { questionnaire, language, tell });
        expect(text.startsWith("\uFEFF")).toBe(true);
        const rows = readCsv(text);
        expect(rows.every((row) => row.length === 4)).toBe(true);
        const read = rows.slice(1).map((row) => {
          const last = row[3] ?? "";
          return /^\d+$/u.test(last) ? Number(last) : undefined;
        });
        expect(read).toEqual([
          shown.associations,
          ...shown.levels.map(({ score }) => score),
          ...shown.recommendations.map((one) => one.count),
          ...shown.wishes.map((one) => one.count),
          ...shown.left.map((one) => one.count),
          ...shown.stepsDone.flatMap(({ some, none }) => [some, none]),
          ...shown.minutes.map(({ median }) => median),
          ...shown.territories.flatMap((one) => [
            one.associations,
            ...one.levels.map(({ score }) => score),
          ]),
        ]);
      }),
      { seed: 17, numRuns: 60 },
    );
  });
});

/** Cells between semicolons, quoted where they hold one. */
function readCsv(text: string): readonly (readonly string[])[] {
  return text
    .slice(1)
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) =>
      Array.from(line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/gu), ([, quoted, bare]) =>
        (quoted ?? bare ?? "").replaceAll('""', '"'),
      ),
    );
}
