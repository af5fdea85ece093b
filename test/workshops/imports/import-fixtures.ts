import type { Workshop } from "../../../src/model/workshop.ts";
import type {
  ImportDefaults,
  ImportReading,
} from "../../../src/workshops/imports/import-reading.ts";
import { newWorkshop } from "../../../src/workshops/imports/new-workshop.ts";
import type { PlannedLine } from "../../../src/workshops/imports/plan-import.ts";

/** What the library of these tests holds. */
export const defaults: ImportDefaults = {
  timeZone: "Europe/Paris",
  language: "fr",
  territories: ["44"],
  themes: [
    { id: "logiciels-libres", names: ["Logiciels libres"] },
    { id: "financement", names: ["Financement participatif"] },
  ],
};

/** 15 January 2027, late in the morning in Paris. */
export const now = new Date("2027-01-15T10:00:00Z");

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The lines of a reading, in short: start and title, or the key of what is wrong. */
export function toldBy(reading: ImportReading): readonly string[] {
  if (reading.kind === "zone-needed") return [`zone? ${reading.zones.join()}`];
  if (reading.kind === "refused") return [`refused: ${reading.problem.key}`];
  return reading.lines.map((line) => {
    if (line.kind === "removed") return `removed ${line.externalId}`;
    if (line.kind === "problem") return `${line.line}: ${line.problem.key}`;
    const { localStart, localEnd, title } = line.fields;
    const warnings = line.warnings.map(({ key }) => ` !${key}`).join("");
    return `${localStart} – ${localEnd?.slice(11) ?? "?"} ${title.fr}${warnings}`;
  });
}

/** A programme once an import was confirmed. */
export function importedInto(
  programme: readonly Workshop[],
  planned: readonly PlannedLine[],
): readonly Workshop[] {
  const changed = new Map(
    planned.flatMap((one) =>
      one.kind === "changed"
        ? [[one.workshop, { ...one.workshop, ...one.fields, origin: one.origin }] as const]
        : [],
    ),
  );
  const added = planned
    .filter((one) => one.kind === "new")
    .map((one, rank) => {
      const number = programme.length + rank + 1;
      return newWorkshop(one, { id: `w${number}`, number, now });
    });
  return [...programme.map((workshop) => changed.get(workshop) ?? workshop), ...added];
}
