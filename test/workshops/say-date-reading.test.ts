import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/answers/format-day.ts";
import { tellIn } from "../../src/answers/tell-in.ts";
import type { Language } from "../../src/model/language.ts";
import { readDate } from "../../src/workshops/read-date.ts";
import { sayDateReading, sayDateSpan } from "../../src/workshops/say-date-reading.ts";
import { library } from "../support/small-library.ts";

const timeZone = "Europe/Paris";
const now = new Date("2027-03-01T09:00:00Z");

/** What is said back, on Monday 1 March 2027, to who writes a date. */
function said(text: string, language: Language = "fr"): string {
  const reading = readDate(text, { now, zone: timeZone });
  const sayDay = (day: string) => formatDay(day, language, true);
  const saying = { language, timeZone, tell: tellIn(library.phrases[language]), sayDay };
  if (reading.kind === "understood") return sayDateSpan(reading, saying);
  return reading.kind === "ambiguous"
    ? reading.readings.map((span) => sayDateSpan(span, saying)).join(" | ")
    : sayDateReading(reading, saying);
}

describe("a date said back", () => {
  it.each([
    ["mardi 9 mars de 18h à 20h", "mardi 9 mars 2027, 18 h – 20 h (heure de Paris)"],
    ["jeudi prochain 18h30", /^jeudi 4 mars 2027, 18 h 30 .* \| jeudi 11 mars 2027, 18 h 30/],
    ["9 mars 10h ou 11h", /^mardi 9 mars 2027, 10 h.* \| mardi 9 mars 2027, 11 h/],
    ["9 mars", "À quelle heure, le mardi 9 mars 2027 ?"],
    ["18h30", "Quel jour, à 18 h 30 ?"],
    ["la semaine prochaine", /^Quel jour exactement/],
    ["28 mars 2027 2h30", /n'existe pas ce jour-là \(dimanche 28 mars 2027, 2 h 30\)/],
    ["31 octobre 2027 2h30", /arrive deux fois ce jour-là \(dimanche 31 octobre 2027, 2 h 30\)/],
    ["30 février 2028 18h", /n'existe pas dans le calendrier/],
    ["2 février 2027 18h", /^C'est déjà passé \(mardi 2 février 2027\)/],
    ["9/3/27 18h", /quatre chiffres/],
    ["9 mars de 20h à 18h10", /La fin n'est pas après le début/],
    ["9 mars 25h", /Cette heure n'existe pas/],
    ["9 mai 18h 12 juin 18h", /plusieurs dates/],
    ["9 mars 18h chez Zoé", /« chez zoe »/],
    ["euh", /« euh »/],
    ["à", /pas de date/],
  ])("%s", (text, words) => {
    expect(said(text)).toMatch(words);
  });

  it("is asked for alone when it comes in a long text", () => {
    expect(said("9 mars ".repeat(100))).toMatch(/long pour une date/);
  });

  it("is said in English to who speaks English", () => {
    expect(said("March 9th at 6pm", "en")).toBe("Tuesday, 9 March 2027, 18:00 (Paris time)");
  });
});
