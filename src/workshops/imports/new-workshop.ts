import type { Workshop } from "../../model/workshop.ts";
import type { PlannedLine } from "./plan-import.ts";

/** What a workshop gets here, whatever its source. */
export interface NewWorkshopIds {
  readonly id: string;
  readonly number: number;
  readonly now: Date;
}

/** The workshop a new line becomes. */
export function newWorkshop(
  { line, origin, publication }: Extract<PlannedLine, { readonly kind: "new" }>,
  { id, number, now }: NewWorkshopIds,
): Workshop {
  const at = now.toISOString();
  // Seats that are counted are ours to give, as those of drafts are, where the source says nothing of it.
  const isOurs = line.fields.capacity !== undefined && !("registration" in line.fields);
  return {
    themes: [],
    partners: [],
    territories: [],
    accessibility: [],
    language: "fr",
    seats: line.fields.registration?.by === "link" ? "external" : "auto",
    ...(isOurs && { registration: { by: "bot" } }),
    ...line.fields,
    id,
    number,
    publication,
    origin,
    previousStarts: [],
    revision: 0,
    createdAt: at,
    updatedAt: at,
  };
}
