import { convertIcsCalendar } from "ts-ics";
import { describe, expect, it } from "vitest";
import type { FiledWorkshop } from "../../src/model/incoming-workshop.ts";
import { readIcs } from "../../src/workshops/imports/read-ics.ts";
import { wallTimeAt } from "../../src/workshops/wall-time.ts";
import { startOf } from "../../src/workshops/workshop-time.ts";
import { writeCalendar } from "../../src/workshops/calendar/write-calendar.ts";
import { inFrench } from "../workshops/calendar/a-workshop.ts";
import { workshopLike } from "../support/workshop-like.ts";
import { Town } from "./town.ts";

const {
  number: _number,
  revision: _revision,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...said
} = workshopLike();

/** A file that says: every Tuesday at 18:00, for all of France. */
const tuesdays: FiledWorkshop = {
  ...said,
  id: "permanence",
  seriesId: "permanence",
  title: { fr: "Permanence numérique" },
  territories: ["national"],
  localStart: "2027-03-02T18:00",
  localEnd: "2027-03-02T20:00",
  repeats: {
    pattern: { every: "week", weekdays: [2], interval: 1 },
    end: { until: "2027-11-23" },
    exceptions: [],
  },
};

const seasons = [
  ["2027-03-15T12:00:00Z", "2027-04-07T12:00:00Z", ["21 h", "21 h", "20 h", "20 h"]],
  ["2027-10-18T12:00:00Z", "2027-11-10T12:00:00Z", ["20 h", "20 h", "21 h", "21 h"]],
] as const;

async function writes(town: Town, when: string): Promise<string> {
  return town.coordinates(`nouvel atelier\nNuit du libre\n${when}\nen ligne\nthème : libre`);
}

function startsOf(town: Town): readonly string[] {
  return town.programme.workshops.map((one) => startOf(one).toISOString());
}

describe("hours (WORKSHOPS.md 15)", () => {
  it.each(seasons)(
    "1. keeps 18:00 every Tuesday in Paris across the clock change after %s, in messages, feed and reminders",
    async (from, to, inReunion) => {
      const town = await Town.open({ from, files: [tuesdays] });
      await town.subscribes("#paris@matrix", "messages: tout");
      await town.subscribes("#saint-denis@discord", "territoire: 974 messages: tout");
      const start = town.shown.length;
      await town.runUntil(to, 30);
      const [paris, reunion] = ["#paris", "#saint-denis"].map((room) => town.seenIn(room, start));
      const zones = [
        [paris ?? [], "Europe/Paris"],
        [reunion ?? [], "Indian/Reunion"],
      ] as const;
      for (const [seen, zone] of zones) {
        const days = seen.filter(({ text }) => text.includes("Demain"));
        expect(days).toHaveLength(inReunion.length);
        for (const { at, text } of days) {
          expect(wallTimeAt(at, zone).slice(11)).toBe("18:00");
          expect(text).toContain("18 h – 20 h (heure de Paris)");
        }
        const digests = seen.filter(({ text }) => text.includes("Les ateliers des deux semaines"));
        expect(digests.map(({ at }) => wallTimeAt(at, zone).slice(11))).toEqual(
          digests.map(() => "09:00"),
        );
        expect(digests.length).toBeGreaterThan(2);
      }
      const told = (reunion ?? []).filter(({ text }) => text.includes("Demain"));
      expect(told.map(({ text }) => /\*\*(\d+ h) – \d+ h à La Réunion/u.exec(text)?.[1])).toEqual(
        inReunion,
      );
      const feed = writeCalendar(town.programme.workshops, {
        ...inFrench,
        now: town.clock.now(),
      });
      const events = convertIcsCalendar(undefined, feed).events ?? [];
      expect(events.length).toBeGreaterThan(10);
      for (const { start: begins } of events) {
        expect(wallTimeAt(begins.date, "Europe/Paris")).toMatch(/T18:00$/u);
      }
    },
  );

  it("2. refuses 02:30 on 28 March 2027 with an explanation", async () => {
    const town = await Town.open({ from: "2027-02-01T09:00:00Z" });
    const refused = await writes(town, "28 mars 2027 de 2h30 à 5h");
    expect(refused).toMatch(/n'existe pas ce jour-là .* les horloges avancent d'une heure/u);
    expect(refused).not.toContain("[Publier]");
    expect(town.programme.workshops).toEqual([]);
  });

  it("2. asks which 02:30 on 31 October 2027, and announces and reminds at the second when it is chosen", async () => {
    const town = await Town.open({ from: "2027-10-25T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: nouveaux, changements, veille");
    const asked = await writes(town, "31 octobre 2027 de 2h30 à 5h");
    expect(asked).toContain("Cette heure arrive deux fois ce jour-là");
    expect(asked).toContain("2 h 30 (heure d'été) – 5 h");
    expect(asked).toContain("2 h 30 (heure d'hiver) – 5 h");
    expect(asked).not.toContain("[Publier]");
    expect(await town.presses("olga", "2")).toContain("2 h 30 (heure d'hiver) – 5 h");
    await town.presses("olga", "Publier");
    expect(startsOf(town)).toEqual(["2027-10-31T01:30:00.000Z"]);
    await town.runUntil("2027-10-25T09:30:00Z");
    const [announced] = town.of("#nantes").slice(-1);
    expect(announced).toContain("2 h 30 (heure d'hiver) – 5 h (heure de Paris)");
    await town.says("amina@discord", "je m'inscris au 1");
    const start = town.shown.length;
    await town.runUntil("2027-10-31T03:00:00Z", 30);
    const eve = town.seenIn("#nantes", start).filter(({ text }) => text.includes("Demain"));
    expect(eve.map(({ at }) => at.toISOString())).toEqual(["2027-10-30T16:00:00.000Z"]);
    expect(eve[0]?.text).toContain("2 h 30 (heure d'hiver)");
    const last = town.seenIn("@amina", start).filter(({ text }) => text.includes("une heure"));
    expect(last.map(({ at }) => at.toISOString())).toEqual(["2027-10-31T00:30:00.000Z"]);
  });

  it("2. moves from the second 02:30 to the first: people are told, the feed and a new import follow", async () => {
    const town = await Town.open({ from: "2027-10-25T09:00:00Z" });
    await town.subscribes("#nantes@matrix", "messages: nouveaux, changements, veille");
    await writes(town, "31 octobre 2027 de 2h30 à 5h");
    await town.presses("olga", "2");
    await town.presses("olga", "Publier");
    await town.runUntil("2027-10-25T09:30:00Z");
    const feed = () =>
      writeCalendar(town.programme.workshops, { ...inFrench, now: town.clock.now() });
    expect(feed()).toContain("DTSTART:20271031T013000Z");
    const defaults = { timeZone: "Europe/Paris", language: "fr", territories: [], themes: [] };
    const read = readIcs(Buffer.from(feed()), defaults, { now: town.clock.now() });
    expect(read).toMatchObject({
      lines: [{ fields: { localStart: "2027-10-31T02:30+01:00", localEnd: "2027-10-31T05:00" } }],
    });
    await town.coordinates("déplacer 1 au 31 octobre 2027 à 2h30");
    await town.presses("olga", "1");
    await town.coordinates("pour finir plus tôt");
    await town.presses("olga", "Enregistrer");
    expect(startsOf(town)).toEqual(["2027-10-31T00:30:00.000Z"]);
    const start = town.shown.length;
    await town.runUntil("2027-10-25T10:00:00Z");
    const [notice = ""] = town.of("#nantes", start);
    expect(notice).toContain("2 h 30 (heure d'hiver)");
    expect(notice).toContain("2 h 30 (heure d'été)");
    expect(feed()).toContain("DTSTART;TZID=Europe/Paris:20271031T023000");
  });

  it("11. keeps quiet hours in Tahiti and in Paris in the same broadcast", async () => {
    const announce = async (at: string) => {
      const town = await Town.open({ from: "2027-03-10T12:00:00Z" });
      await town.subscribes("#paris@matrix", "messages: tout");
      await town.subscribes("#papeete@discord", "territoire: 987 messages: tout");
      await town.runUntil(at, 60);
      await town.coordinates(
        "nouvel atelier\nDécouverte\n25 mars 2027 de 18h à 20h\nen ligne\nthème : libre\nterritoire : national",
      );
      await town.presses("olga", "Publier");
      const start = town.shown.length;
      await town.runUntil(new Date(Date.parse(at) + 15 * 3_600_000).toISOString());
      const hour = (room: string, zone: string) =>
        town.seenIn(room, start).map((one) => wallTimeAt(one.at, zone));
      const [paris, papeete] = [hour("#paris", "Europe/Paris"), hour("#papeete", "Pacific/Tahiti")];
      expect([paris, papeete].map((hours) => hours.length)).toEqual([1, 1]);
      return [paris[0], papeete[0]];
    };
    // 17:00 in Paris, 06:00 in Tahiti.
    expect(await announce("2027-03-10T16:00:00Z")).toEqual([
      expect.stringContaining("2027-03-10T17:"),
      "2027-03-10T08:00",
    ]);
    // 23:00 in Paris, noon in Tahiti.
    expect(await announce("2027-03-10T22:00:00Z")).toEqual([
      "2027-03-11T08:00",
      expect.stringContaining("2027-03-10T12:"),
    ]);
  });
});
