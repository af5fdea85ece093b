import { describe, expect, it } from "vitest";
import type { Workshop } from "../../src/model/workshop.ts";
import { faultsOf, faultsToPublish } from "../../src/workshops/workshop-rules.ts";
import { workshopLike } from "../support/workshop-like.ts";

const now = new Date("2027-01-10T09:00:00Z");

function faults(said: Partial<Workshop>): readonly string[] {
  return faultsOf(workshopLike(said)).map(({ phrase }) => phrase);
}

describe("the rules of a workshop", () => {
  it("find nothing wrong in a plain one", () => {
    expect(faults({})).toEqual([]);
    expect(faultsToPublish(workshopLike(), now)).toEqual([]);
  });

  it.each<[string, Partial<Workshop>, string]>([
    ["an end at its start", { localEnd: "2027-03-09T18:00" }, "workshop-fault-end"],
    ["an end over 24 hours later", { localEnd: "2027-03-10T18:01" }, "workshop-fault-over-a-day"],
    ["a time Paris skips", { localStart: "2027-03-28T02:30" }, "workshop-fault-skipped"],
    ["a zone that is none", { timeZone: "Europe/Nantes" }, "workshop-fault-zone"],
    ["a day that is none", { localStart: "2027-02-30T18:00" }, "workshop-fault-start"],
    ["no title", { title: { fr: " " } }, "workshop-fault-title"],
    ["a title in capitals", { title: { fr: "ATELIER LIBRE !" } }, "workshop-fault-capitals"],
    ["a title of 141 letters", { title: { fr: "a".repeat(141) } }, "workshop-fault-long"],
    [
      "a long English summary",
      { summary: { fr: "a", en: "a".repeat(201) } },
      "workshop-fault-long",
    ],
    ["no theme", { themes: [] }, "workshop-fault-themes"],
    ["four themes", { themes: ["a", "b", "c", "d"] }, "workshop-fault-themes"],
    ["half a seat", { capacity: 1.5 }, "workshop-fault-capacity"],
    ["a price below 0", { price: { amount: -1, currency: "EUR" } }, "workshop-fault-price"],
    [
      "sign-up closing after the start",
      { registration: { by: "bot", closesAt: "2027-03-09T18:01" } },
      "workshop-fault-closing",
    ],
  ])("refuse %s", (_, said, phrase) => {
    expect(faults(said)).toEqual([phrase]);
  });

  it("allow 24 hours exactly, a time that comes twice and one name in capitals", () => {
    expect(faults({ localEnd: "2027-03-10T18:00" })).toEqual([]);
    expect(faults({ localStart: "2027-10-31T02:30" })).toEqual([]);
    expect(faults({ title: { fr: "CNIL" } })).toEqual([]);
  });

  it.each<[string, Partial<Workshop>, string]>([
    ["on site without a place", { mode: "on-site" }, "workshop-fault-place"],
    ["a draft without a theme", { publication: "draft", themes: [] }, "workshop-fault-themes"],
    ["already begun", { localStart: "2027-01-10T10:00" }, "workshop-fault-past"],
  ])("forbid publishing what is %s", (_, said, phrase) => {
    const found = faultsToPublish(workshopLike(said), now);
    expect(found.map((fault) => fault.phrase)).toEqual([phrase]);
  });

  it("let a draft wait for its theme", () => {
    expect(faults({ publication: "draft", themes: [] })).toEqual([]);
  });

  it("let what is on line have its link later", () => {
    expect(faultsToPublish(workshopLike({ mode: "online" }), now)).toEqual([]);
  });
});
