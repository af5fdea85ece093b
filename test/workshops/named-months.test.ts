import { expect, it } from "vitest";
import { readNamedMonths } from "../../src/workshops/named-months.ts";

it.each([
  ["les ateliers de mars", [3]],
  ["kel atelier en aout", [8]],
  ["le programme du mois de fevrier", [2]],
  ["que se passe t il le 8 mars", [3]],
  ["what s on in march", [3]],
  ["any may workshops", [5]],
  ["what is on in april and may", [4, 5]],
  ["en mars ou en avril", [3, 4]],
  ["le 3 mars ou le 10 mars", [3]],
  ["des ateliers en mars", [3]],
])("reads the months of %j", (words, months) => {
  expect(readNamedMonths(words)).toEqual(months.map((month) => ({ month, year: undefined })));
});

it("reads the year said with a month", () => {
  expect(readNamedMonths("les ateliers de mars 2028")).toEqual([{ month: 3, year: 2028 }]);
});

it.each([
  "we may come which workshops may i attend",
  "avant mars",
  "d ici la fin du mois de mars",
  "jusqu en juin",
  "a partir du 3 mars",
  "des mars",
  "from march",
  "de mars a juin",
  "entre mars et juin",
  "from march to the end of june",
  "les ateliers de mars dernier",
  "last march",
  "cette semaine",
])("reads no month in %j, which asks for another time", (words) => {
  expect(readNamedMonths(words)).toEqual([]);
});
