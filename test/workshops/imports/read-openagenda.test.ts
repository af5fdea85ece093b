import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOpenAgenda } from "../../../src/workshops/imports/read-openagenda.ts";
import { bytes, defaults, toldBy } from "./import-fixtures.ts";

const words = { accessibility: new Map([["mi", "accès de plain-pied"]]) };

const event = {
  uid: 47,
  state: 2,
  status: 1,
  title: { fr: "Découverte", en: "Discovery" },
  description: { fr: "Pour débuter" },
  longDescription: { fr: "Deux heures ensemble." },
  conditions: { fr: "Gratuit" },
  keywords: { fr: ["Logiciels libres"] },
  timezone: "Europe/Paris",
  attendanceMode: 3,
  onlineAccessLink: "https://visio.exemple.org/a",
  location: { name: "La Chesnaie", address: "1 rue", postalCode: "44600", city: "Saint-Nazaire" },
  registration: ["inscription@exemple.org", { type: "link", value: "https://exemple.org/i" }],
  accessibility: { mi: true, hi: false },
  timings: [{ begin: "2027-03-09T18:00:00+01:00", end: "2027-03-09T20:00:00+01:00" }],
};

function read(...events: readonly unknown[]): ReturnType<typeof readOpenAgenda> {
  return readOpenAgenda(bytes(JSON.stringify({ events })), defaults, words);
}

describe("an agenda of OpenAgenda", () => {
  it("gives all it tells of an event", () => {
    expect(read(event)).toMatchObject({
      kind: "read",
      isWhole: true,
      lines: [
        {
          externalId: "47",
          warnings: [],
          fields: {
            title: { fr: "Découverte", en: "Discovery" },
            summary: { fr: "Pour débuter" },
            description: { fr: "Deux heures ensemble." },
            localStart: "2027-03-09T18:00",
            localEnd: "2027-03-09T20:00",
            timeZone: "Europe/Paris",
            mode: "both",
            price: { amount: 0, currency: "EUR" },
            place: { name: "La Chesnaie", postcode: "44600", town: "Saint-Nazaire" },
            registration: { by: "link", to: "https://exemple.org/i" },
            accessibility: ["accès de plain-pied"],
            themes: ["logiciels-libres"],
          },
        },
      ],
    });
  });

  it("makes one workshop of each slot, told on the clocks of the place", () => {
    const timings = [
      { begin: "2027-07-13T16:00:00.000Z", end: "2027-07-13T18:00:00.000Z" },
      { begin: "2027-03-09T18:00:00+0100" },
    ];
    const reading = read({ ...event, timings });
    expect(toldBy(reading)).toEqual([
      "2027-07-13T18:00 – 20:00 Découverte",
      "2027-03-09T18:00 – ? Découverte",
    ]);
    expect(reading.kind === "read" && reading.lines.map((line) => line.externalId)).toEqual([
      "47#2027-07-13T18:00",
      "47#2027-03-09T18:00",
    ]);
  });

  it("keeps the written hour when its offset is not that of the zone, as in the documentation's own example", () => {
    const timings = [{ begin: "2027-02-08T18:00:00+02:00", end: "2027-02-08T20:00:00+02:00" }];
    expect(toldBy(read({ ...event, timings }))).toEqual([
      "2027-02-08T18:00 – 20:00 Découverte !import-offset-wrong",
    ]);
  });

  it.each([
    [1, "scheduled"],
    [2, "moved"],
    [3, "moved-online"],
    [4, "postponed"],
    [5, "scheduled"],
    [6, "cancelled"],
  ])("takes status %i as %s", (status, expected) => {
    expect(read({ ...event, status })).toMatchObject({ lines: [{ fields: { status: expected } }] });
  });

  it.each([
    [undefined, "on-site"],
    [0, "on-site"],
    [1, "on-site"],
    [2, "online"],
    [3, "both"],
  ])("takes attendance %s as %s", (attendanceMode, mode) => {
    expect(read({ ...event, attendanceMode })).toMatchObject({ lines: [{ fields: { mode } }] });
  });

  it("takes only what is published, and what the agenda says it removed", () => {
    const file = {
      total: 900,
      events: [{ ...event, state: 1 }, event],
      removed: [12, { uid: 13 }],
    };
    const reading = readOpenAgenda(bytes(JSON.stringify(file)), defaults, words);
    expect(toldBy(reading)).toEqual([
      "2027-03-09T18:00 – 20:00 Découverte",
      "removed 12",
      "removed 13",
    ]);
    expect(reading).toMatchObject({ isWhole: false });
  });

  it("says what it cannot read", () => {
    expect(
      toldBy(
        read({ ...event, timezone: "Paris" }, 5, { ...event, timings: [{ begin: "demain" }] }),
      ),
    ).toEqual(["1: import-zone-unknown", "2: import-unread-event", "3: import-date-unread"]);
    const refused = (text: string): readonly string[] =>
      toldBy(readOpenAgenda(bytes(text), defaults, words));
    expect(refused("{")).toEqual(["refused: import-not-json"]);
    expect(refused('{"a":1}')).toEqual(["refused: import-not-agenda"]);
    expect(refused("[".repeat(90_000))).toEqual(["refused: import-not-json"]);
  });

  it("never throws, whatever the values", () => {
    const events = fc.record(
      Object.fromEntries(Object.keys(event).map((name) => [name, fc.jsonValue({ maxDepth: 3 })])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(events, fc.uint8Array(), (other, random) => {
        expect(() => read({ ...event, ...other })).not.toThrow();
        expect(() => readOpenAgenda(random, defaults, words)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});
