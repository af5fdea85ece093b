import type { Workshop } from "../../model/workshop.ts";
import type { ImportedFields } from "./import-reading.ts";
import { canonical } from "./import-keys.ts";

/** A field a source says otherwise. */
export interface FieldChange {
  readonly field: keyof ImportedFields;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a source would change of a workshop; fields it does not speak of are not compared. */
export function changesOf(workshop: Workshop, fields: ImportedFields): readonly FieldChange[] {
  const isField = (name: string): name is keyof ImportedFields => name in fields;
  return Object.keys(fields)
    .filter(isField)
    .filter((field) => canonical([workshop[field]]) !== canonical([fields[field]]))
    .filter((field) => field !== "status" || !takesPlace(workshop, fields))
    .map((field) => ({ field, before: workshop[field], after: fields[field] }));
}

/** A workshop moved here still takes place, which is all that "scheduled" says. */
function takesPlace({ status }: Workshop, fields: ImportedFields): boolean {
  return fields.status === "scheduled" && (status === "moved" || status === "moved-online");
}
