import { expect, it } from "vitest";
import { calendarFile, calendarFiles } from "../../../src/workshops/calendar/calendar-files.ts";
import { readCalendar } from "../../../src/workshops/calendar/read-calendar.ts";
import { aWorkshop, inFrench } from "./a-workshop.ts";

const options = { ...inFrench, nameOf: ({ of }: { readonly of: string }) => `Ateliers (${of})` };
const programme = [
  aWorkshop({ id: "a", themes: ["libres"], territories: ["44"] }),
  aWorkshop({ id: "b", themes: ["securite", "libres"], territories: ["national"] }),
  aWorkshop({ id: "c", themes: ["../../x"], territories: [] }),
];

function heldBy(text: string): readonly (string | undefined)[] {
  return readCalendar(text).events.map(({ uid }) => uid?.split("@")[0]);
}

it("makes one calendar for all, one a theme and one a territory, where the national ones are too", () => {
  const files = calendarFiles(programme, options);
  expect(files.map(({ fileName, text }) => [fileName, heldBy(text)])).toEqual([
    ["programme.ics", ["a", "b", "c"]],
    ["theme--x.ics", ["c"]],
    ["theme-libres.ics", ["a", "b"]],
    ["theme-securite.ics", ["b"]],
    ["territoire-44.ics", ["a", "b"]],
    ["territoire-national.ics", ["b"]],
  ]);
});

it("makes a calendar of one workshop", () => {
  const file = calendarFile(
    programme,
    { of: "workshop", workshop: aWorkshop({ id: "b" }) },
    options,
  );
  expect(file.fileName).toBe("atelier-12.ics");
  expect(heldBy(file.text)).toEqual(["b"]);
});
