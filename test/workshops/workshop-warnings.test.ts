import { describe, expect, it } from "vitest";
import type { Workshop } from "../../src/model/workshop.ts";
import { warningsOf } from "../../src/workshops/workshop-warnings.ts";
import { workshopLike } from "../support/workshop-like.ts";

/** One nobody would warn of. */
const whole: Partial<Workshop> = {
  title: { fr: "Protéger ses données", en: "Protect your data" },
  summary: { fr: "En deux heures", en: "In two hours" },
  localEnd: "2027-03-09T20:00",
  mode: "online",
  joinUrl: "https://exemple.fr/salle",
  accessibility: ["sous-titrage"],
  territories: ["44"],
};

function warnings(said: Partial<Workshop>, programme: readonly Workshop[] = []) {
  const found = warningsOf(workshopLike({ ...whole, ...said }), {
    now: new Date("2027-01-10T09:00:00Z"),
    programme,
    holidayOn: (day) => (day === "2027-05-06" ? "Ascension" : undefined),
    zoneOf: (territory) => (territory === "44" ? "Europe/Paris" : undefined),
  });
  return found.map(({ phrase }) => phrase.replace("workshop-warning-", ""));
}

describe("the warnings about a workshop", () => {
  it("are none when nothing is amiss", () => {
    expect(warnings({})).toEqual([]);
  });

  it.each<[string, Partial<Workshop>, string]>([
    ["a date gone by", { localStart: "2026-03-10T18:00", localEnd: undefined }, "past"],
    ["a public holiday", { localStart: "2027-05-06T18:00", localEnd: undefined }, "holiday"],
    ["a Sunday", { localStart: "2027-03-14T18:00", localEnd: undefined }, "sunday"],
    ["half past seven in the morning", { localStart: "2027-03-09T07:30" }, "hour"],
    ["late in the evening", { localStart: "2027-03-09T21:01", localEnd: undefined }, "hour"],
    ["another zone than the territory's", { timeZone: "Indian/Reunion" }, "zone"],
    ["neither place nor link", { mode: undefined, joinUrl: undefined }, "nowhere"],
    ["no place on site", { mode: "on-site" }, "no-place"],
    ["no link on line", { joinUrl: undefined }, "no-link"],
    ["a link that is not https", { joinUrl: "http://exemple.fr/salle" }, "not-https"],
    ["a shortened link", { joinUrl: "https://bit.ly/abc" }, "short-link"],
    ["no seat", { capacity: 0 }, "no-seat"],
    ["nothing on accessibility", { accessibility: [] }, "accessibility"],
    ["no summary", { summary: undefined }, "no-summary"],
    ["no English", { title: { fr: "Protéger ses données" } }, "no-english"],
    [
      "the secret in the description",
      { joinSecret: "code 4321", description: { fr: "Entrez (code 4321)", en: "Come" } },
      "public-link",
    ],
    [
      "a link that opens the meeting in the summary",
      { summary: { fr: "https://zoom.us/j/123", en: "In two hours" } },
      "public-link",
    ],
  ])("tell of %s", (_, said, phrase) => {
    expect(warnings(said)).toEqual([phrase]);
  });

  it("tell of a time that comes twice", () => {
    expect(warnings({ localStart: "2027-10-31T02:30", localEnd: undefined })).toEqual([
      "sunday",
      "hour",
      "twice",
    ]);
  });

  it("tell of another workshop of the territory at that time", () => {
    const other = workshopLike({
      ...whole,
      id: "b",
      title: { fr: "Autre" },
      localStart: "2027-03-09T19:00",
    });
    expect(warnings({}, [other])).toEqual(["same-time"]);
    expect(warnings({}, [{ ...other, territories: ["35"] }])).toEqual([]);
    expect(warnings({}, [{ ...other, territories: ["national"] }])).toEqual(["same-time"]);
    expect(warnings({}, [{ ...other, status: "cancelled" }])).toEqual([]);
    expect(warnings({}, [{ ...other, publication: "draft" }])).toEqual([]);
    expect(
      warnings({}, [{ ...other, localStart: "2027-03-09T20:00", localEnd: undefined }]),
    ).toEqual([]);
  });

  it("tell of the same title in the same week, but for a session at choice", () => {
    const other = workshopLike({
      ...whole,
      id: "b",
      title: { fr: "PROTÉGER ses donnees" },
      localStart: "2027-03-13T10:00",
      localEnd: undefined,
    });
    expect(warnings({}, [other])).toEqual(["same-title"]);
    expect(warnings({ seriesId: "s" }, [{ ...other, seriesId: "s" }])).toEqual([]);
    expect(warnings({}, [{ ...other, localStart: "2027-03-16T10:00" }])).toEqual([]);
  });
});
