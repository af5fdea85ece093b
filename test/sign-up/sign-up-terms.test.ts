import { describe, expect, it } from "vitest";
import type { Workshop } from "../../src/model/workshop.ts";
import { signUpTerms } from "../../src/sign-up/sign-up-terms.ts";
import { instantOf } from "../../src/workshops/wall-time.ts";

const workshop: Workshop = {
  id: "01WORKSHOP",
  number: 12,
  title: { fr: "Découverte des logiciels libres" },
  themes: ["free-software"],
  localStart: "2027-03-09T18:00",
  timeZone: "Europe/Paris",
  partners: [],
  territories: ["44"],
  capacity: 12,
  seats: "auto",
  accessibility: [],
  language: "fr",
  publication: "published",
  status: "moved",
  previousStarts: [],
  revision: 0,
  registration: { by: "bot", closesAt: "2027-03-08T12:00" },
  createdAt: "2027-01-01T09:00:00.000Z",
  updatedAt: "2027-01-01T09:00:00.000Z",
};

describe("what sign-up knows of a workshop", () => {
  it("is its instants in its own zone, and its seats", () => {
    expect(signUpTerms(workshop, instantOf)).toEqual({
      workshop: "01WORKSHOP",
      takenBy: "us",
      capacity: 12,
      startsAt: new Date("2027-03-09T17:00:00Z"),
      endsAt: new Date("2027-03-09T17:00:00Z"),
      closesAt: new Date("2027-03-08T11:00:00Z"),
      isPublished: true,
      status: "on",
      changedAt: new Date(workshop.updatedAt),
    });
  });

  it.each([
    [undefined, "auto", "nobody"],
    ["none", "auto", "nobody"],
    [undefined, "external", "others"],
    ["link", "auto", "others"],
    ["mail", "approval", "others"],
    ["bot", "external", "others"],
    ["bot", "approval", "us-with-approval"],
    ["bot", "auto", "us"],
  ] as const)("says who takes sign-ups by %s with seats %s: %s", (by, seats, takenBy) => {
    const registration = by === undefined ? undefined : { by };
    expect(signUpTerms({ ...workshop, registration, seats }, instantOf).takenBy).toBe(takenBy);
  });
});
