import type { Workshop } from "../../src/model/workshop.ts";

/** A published workshop in Paris, but for what a test says of it. */
export function workshopLike(said: Partial<Workshop> = {}): Workshop {
  return {
    id: "atelier",
    number: 1,
    title: { fr: "Protéger ses données" },
    themes: ["website"],
    localStart: "2027-03-09T18:00",
    timeZone: "Europe/Paris",
    partners: [],
    territories: [],
    seats: "auto",
    accessibility: [],
    language: "fr",
    publication: "published",
    status: "scheduled",
    previousStarts: [],
    revision: 0,
    createdAt: "2026-11-01T09:00:00.000Z",
    updatedAt: "2026-11-01T09:00:00.000Z",
    ...said,
  };
}
