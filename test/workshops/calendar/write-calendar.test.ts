import * as fc from "fast-check";
import { convertIcsCalendar } from "ts-ics";
import { describe, expect, it } from "vitest";
import type { Workshop } from "../../../src/model/workshop.ts";
import { readCalendar } from "../../../src/workshops/calendar/read-calendar.ts";
import { writeCalendar } from "../../../src/workshops/calendar/write-calendar.ts";
import { addDays, addMinutes, instantOf } from "../../../src/workshops/wall-time.ts";
import { aWorkshop, inFrench } from "./a-workshop.ts";

const DAY_MS = 86_400_000;

describe("a calendar", () => {
  it("gives every hour with its zone, and the instants a second parser reads from its own zone block", () => {
    const text = writeCalendar([aWorkshop({ revision: 1 })], inFrench);
    expect(text).toContain("DTSTART;TZID=Europe/Paris:20270309T180000\r\n");
    expect(text).toContain("UID:01hzx7k3@exemple.org\r\n");
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const [event] = convertIcsCalendar(undefined, text).events ?? [];
    expect(event?.start.date).toEqual(new Date("2027-03-09T17:00:00Z"));
    expect(event).toMatchObject({ uid: "01hzx7k3@exemple.org", status: "CONFIRMED", sequence: 1 });
  });

  it.each([
    ["2027-03-23T18:00", "17:00"],
    ["2027-03-30T18:00", "16:00"],
    ["2027-10-26T18:00", "16:00"],
    ["2027-11-02T18:00", "17:00"],
  ])("keeps 18:00 in Paris across the clock changes: %s is %s UTC", (localStart, utc) => {
    const text = writeCalendar([aWorkshop({ localStart, localEnd: undefined })], inFrench);
    const [event] = convertIcsCalendar(undefined, text).events ?? [];
    expect(event?.start.date).toEqual(new Date(`${localStart.slice(0, 10)}T${utc}:00Z`));
  });

  it("keeps the id of a moved workshop and raises its sequence", () => {
    const moved = aWorkshop({
      localStart: "2027-03-16T18:00",
      localEnd: undefined,
      status: "moved",
      revision: 2,
    });
    const [event] = readCalendar(writeCalendar([moved], inFrench)).events;
    expect(event).toMatchObject({ uid: "01hzx7k3@exemple.org", sequence: 2, status: "CONFIRMED" });
  });

  it.each([
    ["cancelled", "ANNULÉ – Découverte des logiciels libres"],
    ["postponed", "REPORTÉ – Découverte des logiciels libres"],
  ] as const)("says in the title that a workshop is %s", (status, title) => {
    const [event] = readCalendar(writeCalendar([aWorkshop({ status })], inFrench)).events;
    expect(event).toMatchObject({ title, status: "CANCELLED" });
  });

  it.each([
    ["a past one for 90 days", {}, "2027-06-07T18:59:00Z", "2027-06-07T19:01:00Z"],
    [
      "a cancelled one until its old date",
      { status: "cancelled", updatedAt: "2027-01-01T00:00:00.000Z" },
      "2027-03-09T18:59:00Z",
      "2027-03-09T19:01:00Z",
    ],
    [
      "one cancelled late for 60 days",
      { status: "cancelled", updatedAt: "2027-03-09T12:00:00.000Z" },
      "2027-05-08T11:59:00Z",
      "2027-05-08T12:01:00Z",
    ],
  ] as const)("keeps %s", (_, other, still, noMore) => {
    const workshop = aWorkshop(other);
    const at = (now: string): number =>
      readCalendar(writeCalendar([workshop], { ...inFrench, now: new Date(now) })).events.length;
    expect([at(still), at(noMore)]).toEqual([1, 0]);
  });

  it("never holds a draft", () => {
    expect(writeCalendar([aWorkshop({ publication: "draft" })], inFrench)).not.toContain("VEVENT");
  });

  it("is asked for again every six hours, and is the same text while nothing changes", () => {
    const text = writeCalendar([aWorkshop()], inFrench);
    expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n");
    expect(text).toContain("NAME:Ateliers numériques – Saint-Nazaire\r\nX-WR-CALNAME:");
    const later = { ...inFrench, now: new Date("2027-01-16T10:00:00Z") };
    expect(writeCalendar([aWorkshop()], later)).toBe(text);
  });

  it("says nothing where there is nothing to say, and calls themes by their names", () => {
    const themeName = (theme: string) => `Thème ${theme}`;
    const text = writeCalendar([aWorkshop()], { ...inFrench, themeName });
    expect(text).not.toContain("DESCRIPTION");
    expect(text).toContain("CATEGORIES:Thème logiciels-libres\r\n");
    const told = writeCalendar([aWorkshop({ summary: { fr: "Venez" } })], inFrench);
    expect(told).toContain("DESCRIPTION:Venez\r\n");
  });

  it("has the dates that were stored, and none for what was read for this very calendar", () => {
    const stored = writeCalendar([aWorkshop()], inFrench);
    expect(stored).toContain("CREATED:20270104T101500Z\r\nLAST-MODIFIED:20270115T090000Z\r\n");
    const at = inFrench.now.toISOString();
    const read = writeCalendar([aWorkshop({ createdAt: at, updatedAt: at })], inFrench);
    expect(read).not.toMatch(/CREATED|LAST-MODIFIED/);
  });

  it("gives the public link as a conference, and as the place when there is none", () => {
    const online = aWorkshop({ joinUrl: "https://visio.exemple.org/atelier" });
    const [event] = readCalendar(writeCalendar([online], inFrench)).events;
    expect(event).toMatchObject({ conference: online.joinUrl, location: online.joinUrl });
  });

  it("never holds the joining secret, wherever somebody pasted it", () => {
    const joinSecret = "https://visio.exemple.org/secret?pwd=9f3";
    const leaking = aWorkshop({
      joinSecret,
      joinUrl: joinSecret,
      title: { fr: `Atelier ${joinSecret}` },
      summary: { fr: `Lien : ${joinSecret}` },
      place: { name: joinSecret },
    });
    const text = writeCalendar([leaking], { ...inFrench, details: () => [joinSecret] });
    expect(text.replaceAll("\r\n ", "")).not.toContain("secret?pwd");
  });

  it("lets no text out of its property", () => {
    const nasty = "a\r\nBEGIN:VEVENT\r\nUID:x\nEND:VEVENT; b, c\\n d\u0000\u2028e";
    const workshop = aWorkshop({ title: { fr: nasty }, place: { name: nasty }, themes: [nasty] });
    const { events, name } = readCalendar(writeCalendar([workshop], { ...inFrench, name: nasty }));
    expect(events).toHaveLength(1);
    expect(events[0]?.title).toBe("a\nBEGIN:VEVENT\nUID:x\nEND:VEVENT; b, c\\n d\ne");
    expect(name).toContain("BEGIN:VEVENT");
  });

  it("folds every line at 75 bytes without cutting a character", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(texts, texts, (title, place) => {
        const workshop = aWorkshop({ title: { fr: `🎉 ${title}` }, place: { name: place } });
        const bytes = Buffer.from(writeCalendar([workshop], inFrench), "utf8");
        const lines = bytes.toString("latin1").split("\r\n");
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75);
        for (const line of lines) {
          const whole = Buffer.from(line, "latin1");
          expect(Buffer.from(whole.toString("utf8"))).toEqual(whole);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("is read back as it was written, by both parsers", () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 60 })
      .map((all) => all.trim().replaceAll(/[\p{Cc}\u2028\u2029]/gu, "."));
    const workshops = fc.record({
      title: text.map((fr) => ({ fr: `T${fr}` })),
      description: text.map((fr) => ({ fr: `D${fr}` })),
      place: text.map((name) => ({ name: `P${name}` })),
      themes: fc.array(
        text.map((theme) => `t${theme}`),
        { minLength: 1, maxLength: 3 },
      ),
      timeZone: fc.constantFrom(
        "Europe/Paris",
        "Indian/Reunion",
        "America/Miquelon",
        "Pacific/Tahiti",
        "Africa/Casablanca",
      ),
      localStart: fc
        .integer({ min: 0, max: 525_000 })
        .map((minutes) => addMinutes("2027-01-01T00:00", minutes)),
      revision: fc.nat(99),
    });
    fc.assert(
      fc.property(workshops, (other) => {
        const workshop: Workshop = aWorkshop({ ...other, localEnd: undefined });
        const written = writeCalendar([workshop], inFrench);
        const [event, ...others] = readCalendar(written).events;
        expect(others).toEqual([]);
        expect(event).toMatchObject({
          title: other.title.fr,
          description: other.description.fr,
          location: other.place.name,
          categories: other.themes,
          sequence: other.revision,
          start: { kind: "local", wall: other.localStart, zone: other.timeZone },
        });
        const [second] = convertIcsCalendar(undefined, written).events ?? [];
        const { localStart, timeZone } = other;
        expect(second?.start.local?.timezone).toBe(timeZone);
        // It puts changes of clocks at midnight: those days are left to the first parser.
        if (
          instantOf(addDays(localStart, -1), timeZone).getTime() + DAY_MS !==
          instantOf(localStart, timeZone).getTime()
        )
          return;
        expect(second?.start.date).toEqual(instantOf(localStart, timeZone));
      }),
      { numRuns: 60 },
    );
  });
});
