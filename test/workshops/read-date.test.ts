import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate, settleDate } from "../../src/workshops/read-date.ts";
import { now, paris, told } from "./told-date.ts";

const both = "2026-11-26T18:30 or 2026-12-03T18:30";

describe("a date that needs a question, read on Wednesday 25 November 2026", () => {
  it.each([
    ["jeudi prochain 18h30", both],
    ["jeudi prochian 18h30", both],
    ["next Thursday 6.30pm", both],
    ["mercredi 18h", "2026-11-25T18:00 or 2026-12-02T18:00"],
    ["mercredi en huit 18h", "2026-12-02T18:00 or 2026-12-09T18:00"],
    ["dans 15 jours à 14h", "2026-12-09T14:00 or 2026-12-10T14:00"],
    ["dans quinze jours à 14h", "2026-12-09T14:00 or 2026-12-10T14:00"],
    ["dans huit jours à 14h", "2026-12-02T14:00 or 2026-12-03T14:00"],
    ["mardi dans deux semaines 18h", "2026-12-09T18:00 or 2026-12-08T18:00"],
    ["demain 27 novembre 18h", "2026-11-27T18:00 or 2026-11-26T18:00"],
    ["demain vendredi 18h", "2026-11-26T18:00 or 2026-11-27T18:00"],
    ["lundi 9 mars 18h", "2027-03-09T18:00 or 2027-03-08T18:00"],
    ["lundi 09/03/2027 18h", "2027-03-09T18:00 or 2027-03-08T18:00"],
    ["jeudi prochain 10 décembre 18h", "2026-12-10T18:00 or 2026-11-26T18:00 or 2026-12-03T18:00"],
    ["March 9 at 6", "2027-03-09T06:00 or 2027-03-09T18:00"],
    ["March 9 at 6:30", "2027-03-09T06:30 or 2027-03-09T18:30"],
    ["March 9 at 6 o'clock", "2027-03-09T06:00 or 2027-03-09T18:00"],
    ["9 mars à 6", "2027-03-09T06:00 or 2027-03-09T18:00"],
    ["mardi 9 mars à 10h ou 11h", "2027-03-09T10:00 or 2027-03-09T11:00"],
    ["9 mars 10 ou 11 h", "2027-03-09T10:00 or 2027-03-09T11:00"],
    ["demain à 6", "2026-11-26T06:00 or 2026-11-26T18:00"],
    ["tomorrow at half past six", "2026-11-26T06:30 or 2026-11-26T18:30"],
    ["jeudi 18 à 20h", "2026-12-18T20:00 or 2026-12-17T20:00"],
    ["9 mars à minuit", "2027-03-09T00:00 or 2027-03-10T00:00"],
    [
      "March 9 from 6 to 8",
      "2027-03-09T06:00/2027-03-09T08:00 or 2027-03-09T18:00/2027-03-09T20:00",
    ],
  ])("asks what is meant by %j: %s", (text, expected) => {
    const reading = readDate(text, paris);
    expect(reading.kind).toBe("ambiguous");
    expect(told(reading)).toBe(expected);
  });

  it.each([
    ["demain soir", "hour? 2026-11-26"],
    ["9 mars", "hour? 2027-03-09"],
    ["jeudi prochain", "hour? 2026-11-26 or 2026-12-03"],
    ["next Monday", "hour? 2026-11-30"],
    ["18h30", "day? 18:30"],
    ["de 18h à 20h", "day? 18:00"],
    ["at 6", "day? 06:00 or 18:00"],
    ["la semaine prochaine", "day?"],
    ["la semaine prochaine à 18h", "day? 18:00"],
    ["ce week-end", "day?"],
    ["en mars", "day?"],
    ["début décembre 18h", "day? 18:00"],
    ["le mois prochain", "day?"],
  ])("asks for what %j does not say: %s", (text, expected) => {
    expect(told(readDate(text, paris))).toBe(expected);
  });

  it.each([
    ["09/03/27 18h", "two-digit-year"],
    ["9-3-27 18h", "two-digit-year"],
    ["9 mars 27 à 18h", "two-digit-year"],
    ["9 mars '27 18h", "two-digit-year"],
    ["9 mars 18", "two-digit-year"],
    ["03/13/2027 18h", "no such day"],
    ["30 février 18h", "no such day"],
    ["29 février 2027 18h", "no such day"],
    ["31/04/2027 18h", "no such day"],
    ["9 mars 20h-18h", "end-before-start"],
    ["9 mars 25h", "no-such-hour"],
    ["March 9 at 13pm", "no-such-hour"],
    ["demain matin à 18h", "no-such-hour"],
    ["tomorrow evening at 6am", "no-such-hour"],
    ["hier 18h", "unread: hier"],
    ["pas mardi 18h", "unread: pas"],
    ["tous les mardis 18h", "unread: tous"],
    ["lundi dernier 18h", "unread: dernier"],
    ["9 et 16 mars 18h", "unread: 9 et"],
    ["mardi et jeudi 18h", "unread: et"],
    ["vers le 9 mars 18h", "unread: vers"],
    ["9 mars avant 18h", "unread: avant"],
    ["9 mars 18h heure de La Réunion", "unread: reunion"],
    ["2027-03-09T18:00Z", "unread: z"],
    ["9 mai 18h 12 juin 18h", "several-dates"],
    ["9 juii 18h", "unread: 9 juii"],
    ["9 mars 1830", "unread: 1830"],
    ["7 ou 8 décembre 18h", "unread: 7 ou"],
    ["9 mars 18h 20h", "several-dates"],
    ["un de ces jours", "unread: 1 ces jours"],
    ["", "no-date"],
    ["bonjour", "no-date"],
    ["x".repeat(300), "too-long"],
    ["aujourd'hui 9h", "past 2026-11-25T09:00"],
    ["09/03/2026 18h", "past 2026-03-09T18:00"],
    ["9 mars 2025 18h", "past 2025-03-09T18:00"],
    ["28 mars 2027 2h30", "skipped 2027-03-28T02:30"],
    ["28 mars 2027 de 1h à 2h30", "skipped 2027-03-28T02:30"],
    ["31 octobre 2027 à 2h30", "twice 2027-10-31T02:30"],
  ])("does not take %j: %s", (text, expected) => {
    expect(told(readDate(text, paris))).toBe(expected);
  });

  it("says when figures were read day first, and only then", () => {
    const isDayFirst = (text: string) => readDate(text, paris);
    expect(isDayFirst("3/4/2027 18h")).toMatchObject({ isDayFirst: true });
    expect(isDayFirst("13/4/2027 18h")).toMatchObject({ isDayFirst: false });
    expect(isDayFirst("2027-04-03 18h")).toMatchObject({ isDayFirst: false });
  });

  it("gives both meanings of a time that comes twice, each with its end", () => {
    expect(readDate("31 octobre 2027 de 2h30 à 2h45", paris)).toMatchObject({
      localStart: "2027-10-31T02:30",
      localEnd: "2027-10-31T02:45",
      second: {
        localStart: "2027-10-31T02:30+01:00",
        localEnd: "2027-10-31T02:45+01:00",
      },
    });
  });

  it("offers both beside another day, and means the second alone once the first is past", () => {
    const saturday = { now: new Date("2027-10-30T10:00:00Z"), zone: "Europe/Paris" };
    expect(told(readDate("dimanche 2h30", saturday))).toContain("2027-10-31T02:30");
    const between = { now: new Date("2027-10-31T00:45:00Z"), zone: "Europe/Paris" };
    expect(told(readDate("31 octobre 2027 2h30", between))).toBe("2027-10-31T02:30+01:00");
    expect(told(readDate("dans 1 heure", between))).toBe("2027-10-31T02:45+01:00");
  });

  it("reads today where the people are", () => {
    const tahiti = { now, zone: "Pacific/Tahiti" };
    expect(told(readDate("demain 18h", tahiti))).toBe("2026-11-25T18:00");
    expect(told(readDate("28 mars 2027 2h30", tahiti))).toBe("2027-03-28T02:30");
    expect(told(readDate("demain 18h, heure de Tahiti", tahiti))).toBe("2026-11-25T18:00");
  });

  it("drops readings gone by, and checks the one chosen", () => {
    expect(told(readDate("mercredi 9h", paris))).toBe("2026-12-02T09:00");
    expect(told(readDate("today at 8", paris))).toBe("2026-11-25T20:00");
    const chosen = { localStart: "2027-03-28T02:30", localEnd: undefined };
    expect(told(settleDate(chosen, paris))).toBe("skipped 2027-03-28T02:30");
  });

  it("reads back every date it is given in figures or in words, never day for month", () => {
    const months =
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(
        " ",
      );
    const anyDay = fc
      .integer({ min: 20_800, max: 24_400 })
      .map((day) => new Date(day * 86_400_000));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 7, max: 22 }), (day, hour) => {
        const iso = day.toISOString().slice(0, 10);
        const [year = "", month = "", date = ""] = iso.split("-");
        const expected = `${iso}T${String(hour).padStart(2, "0")}:00`;
        const name = months[Number(month) - 1] ?? "";
        for (const text of [
          `${date}/${month}/${year} ${hour}h`,
          `${iso} à ${hour} h`,
          `${Number(date)} ${name} ${year} ${hour}:00`,
        ]) {
          expect(told(readDate(text, paris))).toBe(expected);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("never throws, whatever is typed", () => {
    const pieces = fc.constantFrom(
      ..."mardi 9 mars 18h 31 à - / 2027 27 prochain demain dans jours ou next at pm : 99 T1 D3".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 }))), (words) => {
        expect(told(readDate(words.join(" "), paris))).not.toBe("");
      }),
      { numRuns: 2000 },
    );
  });
});
