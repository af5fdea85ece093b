import type { Place } from "../../src/model/directory.ts";

/** A place in Nantes, checked in October 2026, with what a test says of it. */
export function placeLike(changes: Partial<Place> & { readonly id: string }): Place {
  return {
    name: changes.id,
    town: "Nantes",
    postcode: "44000",
    address: "1 rue de l'Essai",
    phones: ["02 61 91 00 00"],
    emails: [],
    sites: [],
    updated: "2026-10-05",
    typologies: [],
    isItinerant: false,
    services: [],
    audiences: [],
    ways: [],
    costs: [],
    languages: [],
    network: [],
    themes: [],
    helpsAssociations: false,
    helpsRemotely: false,
    ...changes,
  };
}
