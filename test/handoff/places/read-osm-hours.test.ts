import { describe, expect, it } from "vitest";
import { readOsmHours } from "../../../src/handoff/places/read-osm-hours.ts";

/** The week as one line: `1 09:00-12:00, …`. */
function weekOf(text: string): string | undefined {
  return readOsmHours(text)
    ?.ranges.map(({ day, from, to }) => `${day} ${from}-${to}`)
    .join(", ");
}

describe("opening hours as OpenStreetMap writes them", () => {
  it.each([
    ["Mo 09:00-12:00,14:00-17:00", "1 09:00-12:00, 1 14:00-17:00"],
    ["Mo-We 9:00-12:00", "1 09:00-12:00, 2 09:00-12:00, 3 09:00-12:00"],
    ["Tu,Th 14:00-19:00; PH off", "2 14:00-19:00, 4 14:00-19:00"],
    ["Mo-Tu 09:00-12:00; Tu off", "1 09:00-12:00"],
    ["Mo-Tu 09:00-12:00; Tu 10:00-11:00", "1 09:00-12:00, 2 10:00-11:00"],
    [
      "Mo 14:00-17:00, Mo 09:00-12:00, Sa 10:00-12:00",
      "1 09:00-12:00, 1 14:00-17:00, 6 10:00-12:00",
    ],
    ["Sa-Mo 10:00-12:00", "1 10:00-12:00, 6 10:00-12:00, 7 10:00-12:00"],
    ["Fr 18:00-24:00", "5 18:00-24:00"],
    ["We 09:00-12:00;", "3 09:00-12:00"],
    ["Su,PH off; We 09:00-12:00", "3 09:00-12:00"],
  ])("reads %s", (text, week) => {
    expect(weekOf(text)).toBe(week);
  });

  it("reads hours without a day as those of every day, and 24/7 as always", () => {
    expect(readOsmHours("10:00-12:00")?.ranges).toHaveLength(7);
    expect(weekOf("24/7")).toContain("7 00:00-24:00");
  });

  it("opens on public holidays only where that is said", () => {
    expect(readOsmHours("Mo-Su 09:00-12:00")?.ignoresHolidays).toBe(false);
    expect(readOsmHours("Mo-Su 09:00-12:00; PH off")?.ignoresHolidays).toBe(false);
    expect(readOsmHours("Mo-Su,PH 09:00-12:00")?.ignoresHolidays).toBe(true);
    expect(readOsmHours("24/7")?.ignoresHolidays).toBe(true);
  });

  it.each([
    "",
    "sur rendez-vous",
    'Mo 09:00-12:00 "sur rendez-vous"',
    "Jan-Mar Mo 09:00-12:00",
    "SH off; Mo 09:00-12:00",
    "week 1-53/2 Mo 09:00-12:00",
    "Mo[1] 09:00-12:00",
    "Mo sunrise-sunset",
    "Mo 09:00+",
    "Fr 22:00-02:00",
    "Mo 25:00-26:00",
    "Mo 09:00-12:00,11:00-13:00",
    "Mo-Fr 09:00-12:00; PH 10:00-11:00",
    "Xx 09:00-12:00",
    "Mo 09:00-12:00 || Tu 09:00-12:00",
  ])("does not guess at %s", (text) => {
    expect(readOsmHours(text)).toBeUndefined();
  });
});
