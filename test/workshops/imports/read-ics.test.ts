import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIcs } from "../../../src/workshops/imports/read-ics.ts";
import { projectRoot } from "../../support/project-root.ts";
import { bytes, defaults, now, toldBy } from "./import-fixtures.ts";

function calendar(...lines: readonly string[]): Uint8Array {
  return bytes(["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"].join("\r\n"));
}

function event(...lines: readonly string[]): readonly string[] {
  return [
    "BEGIN:VEVENT",
    "UID:u1",
    "SUMMARY:Atelier",
    "CATEGORIES:logiciels-libres",
    ...lines,
    "END:VEVENT",
  ];
}

function told(...lines: readonly string[]): readonly string[] {
  return toldBy(readIcs(calendar(...lines), defaults, { now }));
}

const paris = "DTSTART;TZID=Europe/Paris:20270309T180000";

describe("a calendar to import", () => {
  it("gives the sample programme: moved and cancelled", () => {
    const sample = readFileSync(join(projectRoot, "test/fixtures/sample_programme.ics"));
    const reading = readIcs(sample, defaults, { now });
    expect(toldBy(reading)).toEqual([
      "2027-03-09T18:00 – 20:00 Découverte des logiciels libres (DÉPLACÉ du 2 au 9 mars)",
      "2027-03-02T13:00 – 14:00 ANNULÉ – Financement participatif !import-no-theme",
    ]);
    expect(reading.kind === "read" && reading.lines).toMatchObject([
      {
        externalId: "atelier-01hzx7k3@exemple.org",
        fields: {
          mode: "both",
          themes: ["logiciels-libres"],
          joinUrl: "https://visio.exemple.org/atelier-libre",
          place: { name: "Espace multimédia de La Chesnaie, Saint-Nazaire" },
        },
      },
      { fields: { status: "cancelled" } },
    ]);
  });

  it.each([
    ["a Windows name", "DTSTART;TZID=Romance Standard Time:20270309T180000", "2027-03-09T18:00"],
    [
      "the end of a path",
      "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Paris:20270309T180000",
      "2027-03-09T18:00",
    ],
    ["UTC, told on our clocks", "DTSTART:20270309T170000Z", "2027-03-09T18:00"],
    ["overseas", "DTSTART;TZID=Indian/Reunion:20270309T210000", "2027-03-09T21:00"],
  ])("knows %s", (_, start, wall) => {
    expect(told(...event(start, "DURATION:PT2H"))).toEqual([expect.stringContaining(`${wall} –`)]);
  });

  it("asks for the zone of floating and unknown hours, once", () => {
    const file = calendar(
      ...event("DTSTART:20270309T180000"),
      ...event("DTSTART;TZID=Ici:20270316T180000"),
    );
    expect(toldBy(readIcs(file, defaults, { now }))).toEqual(["zone? Ici"]);
    const reading = readIcs(calendar(...event("DTSTART:20270309T180000")), defaults, {
      now,
      zone: "Pacific/Tahiti",
    });
    expect(reading).toMatchObject({ lines: [{ fields: { timeZone: "Pacific/Tahiti" } }] });
  });

  it("takes the zone of the whole file for floating hours, and another name for one's own", () => {
    expect(told("X-WR-TIMEZONE:Indian/Reunion", ...event("DTSTART:20270309T180000"))).toHaveLength(
      1,
    );
    const own = ["BEGIN:VTIMEZONE", "TZID:Ici", "X-LIC-LOCATION:Europe/Paris", "END:VTIMEZONE"];
    expect(told(...own, ...event("DTSTART;TZID=Ici:20270309T180000"))).toHaveLength(1);
  });

  it("keeps a whole day and a tentative event as drafts", () => {
    expect(told(...event("DTSTART;VALUE=DATE:20270309"))).toEqual([
      "2027-03-09T00:00 – ? Atelier !import-all-day",
    ]);
    expect(told(...event(paris, "STATUS:TENTATIVE"))).toEqual([
      "2027-03-09T18:00 – ? Atelier !import-tentative",
    ]);
  });

  it("follows a series at its hour across the change of clocks, without exceptions, with what replaces", () => {
    const series = event(
      "DTSTART;TZID=Europe/Paris:20270316T180000",
      "DTEND;TZID=Europe/Paris:20270316T200000",
      "RRULE:FREQ=WEEKLY;UNTIL=20270420T160000Z",
      "EXDATE;TZID=Europe/Paris:20270323T180000",
      "EXDATE:20270406T160000Z",
    );
    const moved = event(
      "RECURRENCE-ID;TZID=Europe/Paris:20270413T180000",
      "DTSTART;TZID=Europe/Paris:20270414T190000",
      "SEQUENCE:1",
    );
    const reading = readIcs(calendar(...series, ...moved), defaults, { now });
    expect(toldBy(reading)).toEqual([
      "2027-03-16T18:00 – 20:00 Atelier",
      "2027-03-30T18:00 – 20:00 Atelier",
      "2027-04-20T18:00 – 20:00 Atelier",
      "2027-04-14T19:00 – ? Atelier",
    ]);
    expect(reading.kind === "read" && reading.lines.map((line) => line.externalId)).toEqual([
      "u1#2027-03-16T18:00",
      "u1#2027-03-30T18:00",
      "u1#2027-04-20T18:00",
      "u1#2027-04-13T18:00",
    ]);
  });

  it("follows an endless series for a year from now, and only from now", () => {
    const lines = told(
      ...event("DTSTART;TZID=Europe/Paris:20250107T180000", "RRULE:FREQ=MONTHLY;BYDAY=2TU"),
    );
    expect(lines[0]).toContain("2027-02-09T18:00");
    expect(lines.at(-1)).toContain("2028-01-11T18:00");
    expect(lines).toHaveLength(12);
  });

  it("takes the latest of several revisions", () => {
    const older = event(paris, "SEQUENCE:1");
    const newer = event("DTSTART;TZID=Europe/Paris:20270316T180000", "SEQUENCE:3");
    expect(told(...newer, ...older)).toEqual(["2027-03-16T18:00 – ? Atelier"]);
  });

  it("reads the other events when one is broken, and neither attendees nor alarms", () => {
    const reading = readIcs(
      calendar(
        ...event("DTSTART:demain"),
        ...event(
          paris,
          "ATTENDEE;CN=Anne Durand:mailto:anne@exemple.org",
          "BEGIN:VALARM",
          "DESCRIPTION:Anne",
          "DTSTART:x",
          "END:VALARM",
        ),
        "BEGIN:VEVENT",
        "SUMMARY:sans fin",
      ),
      defaults,
      { now },
    );
    expect(toldBy(reading)).toEqual([
      "3: import-unread-event",
      "20: import-unread-event",
      "2027-03-09T18:00 – ? Atelier",
    ]);
    expect(JSON.stringify(reading)).not.toMatch(/Anne/iu);
  });

  it.each([
    ["FREQ=SECONDLY", "import-rule-too-often"],
    ["FREQ=HOURLY;COUNT=3", "import-rule-too-often"],
    ["FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3", "import-rule-unusual"],
    ["FREQ=DAILY;INTERVAL=7;BYDAY=WE", "import-rule-endless"],
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "import-rule-endless"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "import-rule-unusual"],
    ["FREQ=YEARLY;BYYEARDAY=366", "import-rule-unusual"],
    ["FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20", "import-rule-unusual"],
    ["FREQ=MONTHLY;INTERVAL=1200;BYDAY=5MO", "import-rule-unusual"],
    ["FREQ=WEEKLY;INTERVAL=99999999999999999999", "import-rule-unusual"],
    ["FREQ=TOUJOURS", "import-unread-event"],
  ])("does not follow %s", (rule, key) => {
    expect(told(...event(paris, `RRULE:${rule}`))).toEqual([`3: ${key}`]);
  });

  it("refuses what would make too many workshops, or is no calendar", () => {
    const daily = Array.from({ length: 20 }, (_, at) =>
      event(paris, "RRULE:FREQ=DAILY").map((line) => line.replace("u1", `u${at}`)),
    );
    expect(told(...daily.flat())).toEqual(["refused: import-too-many-workshops"]);
    const many = Array.from({ length: 501 }, () => event(paris, "RRULE:FREQ=DAILY")).flat();
    expect(told(...many)).toEqual(["refused: import-too-many-series"]);
    expect(toldBy(readIcs(bytes("bonjour"), defaults, { now }))).toEqual([
      "refused: import-not-calendar",
    ]);
  });

  it("is not led astray by nested zones nor by bytes that are no text", () => {
    const nested = Array.from({ length: 20_000 }, () => "BEGIN:VTIMEZONE");
    expect(told(...event(paris), ...nested)).toHaveLength(1);
    const spaces = `DESCRIPTION:a${" ".repeat(2_000_000)}b`;
    expect(told(...event(paris, spaces))).toHaveLength(1);
    const file = Buffer.concat([
      calendar(...event(paris)).subarray(0, 60),
      Buffer.of(0xff, 0xfe, 0xc3),
    ]);
    expect(() => readIcs(file, defaults, { now })).not.toThrow();
  });

  it("never throws, whatever the lines", () => {
    const names =
      "DTSTART DTEND DURATION RRULE EXDATE RDATE RECURRENCE-ID SUMMARY SEQUENCE CATEGORIES BEGIN END".split(
        " ",
      );
    const values = fc.oneof(
      fc.constantFrom(
        "20270309T180000",
        "20270309",
        "20270309T170000Z",
        "PT1H",
        "VEVENT",
        "20271399T256199",
        "P99999999999W",
        "-PT1H",
      ),
      fc.constantFrom(
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=3",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
      ),
      fc.string({ maxLength: 20 }),
    );
    const line = fc.tuple(
      fc.constantFrom(...names),
      fc.constantFrom("", ";TZID=Europe/Paris", ";VALUE=DATE", ";X"),
      values,
    );
    const lines = fc.array(
      line.map((parts) => `${parts[0]}${parts[1]}:${parts[2]}`),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, fc.uint8Array({ maxLength: 200 }), (written, random) => {
        expect(() => told(...event(...written))).not.toThrow();
        expect(() => readIcs(random, defaults, { now })).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });
});
