import { describe, expect, it } from "vitest";
import type { Workshop } from "../../src/model/workshop.ts";
import { differenceOf } from "../../src/workshops/difference-of.ts";
import { workshopLike } from "../support/workshop-like.ts";

const before = workshopLike({
  localEnd: "2027-03-09T20:00",
  place: { name: "Agora", town: "Nantes" },
});

describe("what a change changes", () => {
  it.each<[string, Partial<Workshop>, readonly string[]]>([
    [
      "another day at the same hours",
      { localStart: "2027-03-16T18:00", localEnd: "2027-03-16T20:00" },
      ["day"],
    ],
    [
      "a later hour",
      { localStart: "2027-03-09T18:30", localEnd: "2027-03-09T20:30" },
      ["time", "end"],
    ],
    ["a longer evening", { localEnd: "2027-03-09T20:30" }, ["end"]],
    ["another zone", { timeZone: "Indian/Reunion" }, ["zone"]],
    ["another place", { place: { name: "Ailleurs" } }, ["place"]],
    ["a public link", { joinUrl: "https://exemple.fr" }, ["link"]],
    ["a secret link", { joinSecret: "4321" }, ["secret-link"]],
    ["a price", { price: { amount: 5, currency: "EUR" } }, ["price"]],
    ["a cancellation", { status: "cancelled" }, ["status"]],
    [
      "going on line",
      { status: "moved-online", mode: "online", place: undefined },
      ["mode", "place"],
    ],
  ])("%s is important", (_, said, important) => {
    expect(differenceOf(before, { ...before, ...said })).toEqual({ important, silent: [] });
  });

  it.each<[string, Partial<Workshop>, readonly string[]]>([
    ["a spelling mended", { title: { fr: "Protéger les données" } }, ["title"]],
    ["more seats", { capacity: 20 }, ["capacity"]],
    ["a new revision alone", { revision: 3, updatedAt: "2027-01-01T00:00:00.000Z" }, []],
    ["the same place in another order", { place: { town: "Nantes", name: "Agora" } }, []],
  ])("%s is silent", (_, said, silent) => {
    expect(differenceOf(before, { ...before, ...said })).toEqual({ important: [], silent });
  });
});
