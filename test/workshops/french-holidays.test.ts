import { describe, expect, it } from "vitest";
import { easterOf, holidayOn, holidaysOf } from "../../src/workshops/french-holidays.ts";

const common2027 = [
  "2027-01-01 new-year",
  "2027-03-29 easter-monday",
  "2027-05-01 labour-day",
  "2027-05-06 ascension",
  "2027-05-08 victory-1945",
  "2027-05-17 whit-monday",
  "2027-07-14 national-day",
  "2027-08-15 assumption",
  "2027-11-01 all-saints",
  "2027-11-11 armistice-1918",
  "2027-12-25 christmas",
];

const list = (year: number, territory: string) =>
  holidaysOf(year, territory).map(({ day, name }) => `${day} ${name}`);

describe("French public holidays", () => {
  it.each(["44", "2A", "national", "975"])("are the eleven of the whole country in %s", (code) => {
    expect(list(2027, code)).toEqual(common2027);
  });

  it.each([
    ["57", ["2027-03-26 good-friday", "2027-12-26 second-christmas-day"]],
    ["67", ["2027-03-26 good-friday", "2027-12-26 second-christmas-day"]],
    ["68", ["2027-03-26 good-friday", "2027-12-26 second-christmas-day"]],
    ["971", ["2027-05-27 slavery-abolition"]],
    ["972", ["2027-05-22 slavery-abolition"]],
    ["973", ["2027-06-10 slavery-abolition"]],
    ["974", ["2027-12-20 slavery-abolition"]],
    ["976", ["2027-04-27 slavery-abolition"]],
    ["977", ["2027-10-09 slavery-abolition"]],
    ["978", ["2027-05-28 slavery-abolition"]],
    ["986", ["2027-04-28 saint-peter-chanel", "2027-07-29 territory-day"]],
    ["987", ["2027-03-05 gospel-arrival", "2027-03-26 good-friday", "2027-11-20 matarii"]],
    ["988", ["2027-09-24 citizenship-day"]],
  ])("add, in %s, %j", (code, own) => {
    expect(list(2027, code)).toEqual([...common2027, ...own].toSorted());
  });

  it("follow the law of the year in French Polynesia", () => {
    expect(holidayOn("2025-06-29", "987")?.name).toBe("autonomy-day");
    expect(holidayOn("2025-11-20", "987")).toBeUndefined();
    expect(holidayOn("2026-06-29", "987")).toBeUndefined();
    expect(holidayOn("2026-11-20", "987")?.name).toBe("matarii");
  });

  it("say that Good Friday is not for all of Alsace-Moselle", () => {
    expect(holidayOn("2027-03-26", "67")?.onlyInSomeCommunes).toBe(true);
    expect(holidayOn("2027-12-26", "67")?.onlyInSomeCommunes).toBe(false);
    expect(holidayOn("2027-03-26", "44")).toBeUndefined();
  });

  it("may fall two on a day, which is one all the same", () => {
    expect(holidaysOf(2008, "44")).toHaveLength(11);
    expect(holidayOn("2008-05-01", "44")?.name).toBe("labour-day");
  });

  // Earliest (1818) and latest (1943, 2038) days among them.
  it.each([
    [1818, "1818-03-22"],
    [1943, "1943-04-25"],
    [2000, "2000-04-23"],
    [2008, "2008-03-23"],
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2028, "2028-04-16"],
    [2029, "2029-04-01"],
    [2030, "2030-04-21"],
    [2031, "2031-04-13"],
    [2032, "2032-03-28"],
    [2033, "2033-04-17"],
    [2034, "2034-04-09"],
    [2035, "2035-03-25"],
    [2038, "2038-04-25"],
  ])("count from Easter %i on %s", (year, day) => {
    expect(easterOf(year)).toBe(day);
  });
});
