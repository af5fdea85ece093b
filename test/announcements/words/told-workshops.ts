import type { Workshop } from "../../../src/model/workshop.ts";
import { workshop } from "../programme-of.ts";

/** The link that only registered people get. */
export const secret = "https://visio.example.org/k7x-secret";

/** A workshop of which all is known. */
export const whole = workshop({
  title: { fr: "Découverte des logiciels libres", en: "Discover free software" },
  summary: { fr: "Des logiciels gratuits et sûrs.", en: "Software that is free and safe." },
  mode: "both",
  place: {
    name: "La Chesnaie",
    address: "12 rue des Lilas",
    postcode: "44600",
    town: "Saint-Nazaire",
  },
  joinSecret: secret,
  capacity: 12,
  price: { amount: 0, currency: "EUR" },
  bring: { fr: "votre ordinateur si vous pouvez", en: "your computer if you can" },
  registration: { by: "bot" },
});

/** One of two hours at choice, and the other. */
export const at10 = workshop({
  id: "clics-10",
  number: 3,
  seriesId: "clics",
  title: { fr: "La salle des clics" },
  localStart: "2027-03-10T10:00",
  localEnd: undefined,
  registration: { by: "bot" },
});
export const at11 = workshop({
  ...at10,
  id: "clics-11",
  number: 4,
  localStart: "2027-03-10T11:00",
});

/** The usual workshop on another day. */
export function on(day: string, changes: Partial<Workshop> = {}): Workshop {
  return workshop({ id: day, localStart: `${day}T18:00`, localEnd: `${day}T20:00`, ...changes });
}

/** The buttons of a message. */
export function labels(
  words: { choices: readonly { label: string }[] } | undefined,
): readonly string[] {
  return words?.choices.map(({ label }) => label) ?? [];
}
