import { expect, it } from "vitest";
import { readIcs } from "../../../src/workshops/imports/read-ics.ts";
import { readOpenAgenda } from "../../../src/workshops/imports/read-openagenda.ts";
import { bytes, defaults, now } from "./import-fixtures.ts";

it.each([
  ["DTSTART:20271031T013000Z", "DTEND:20271031T030000Z", "02:30+01:00", "04:00"],
  ["DTSTART:20271031T003000Z", "DTEND:20271031T013000Z", "02:30", "02:30+01:00"],
  ["DTSTART:20271031T013000Z", "DURATION:PT15M", "02:30+01:00", "02:45+01:00"],
  ["DTSTART;TZID=Europe/Paris:20271031T023000", "DURATION:PT2H", "02:30", "04:30"],
])("a calendar's %s, %s is %s to %s in Paris, where 02:30 comes twice", (...written) => {
  const [start, end, localStart, localEnd] = written;
  const event = ["BEGIN:VEVENT", "UID:u1", "SUMMARY:Atelier", start, end, "END:VEVENT"];
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", ...event, "END:VCALENDAR"];
  expect(readIcs(bytes(lines.join("\r\n")), defaults, { now })).toMatchObject({
    lines: [
      {
        fields: { localStart: `2027-10-31T${localStart}`, localEnd: `2027-10-31T${localEnd}` },
      },
    ],
  });
});

it("an agenda's offsets tell which of two times alike a slot is at", () => {
  const event = {
    uid: 47,
    state: 2,
    title: { fr: "Nuit du libre" },
    keywords: { fr: ["Logiciels libres"] },
    timezone: "Europe/Paris",
    timings: [
      { begin: "2027-10-31T02:30:00+02:00", end: "2027-10-31T02:30:00+01:00" },
      { begin: "2027-10-31T02:30:00+01:00", end: "2027-10-31T04:00:00+01:00" },
      { begin: "2027-10-31T01:30:00Z", end: "2027-10-31T03:00:00Z" },
    ],
  };
  const agenda = bytes(JSON.stringify({ events: [event] }));
  expect(readOpenAgenda(agenda, defaults, { accessibility: new Map() })).toMatchObject({
    lines: [
      { fields: { localStart: "2027-10-31T02:30", localEnd: "2027-10-31T02:30+01:00" } },
      {
        fields: { localStart: "2027-10-31T02:30+01:00", localEnd: "2027-10-31T04:00" },
        warnings: [],
      },
      { fields: { localStart: "2027-10-31T02:30+01:00" } },
    ],
  });
});
