import { createHash } from "node:crypto";
import type { Workshop } from "../../model/workshop.ts";
import { bareWords } from "./clean-text.ts";
import type { ImportedFields } from "./import-reading.ts";

/** What a workshop without an id of its source is known again by: title, start and place. */
export function keyOf({
  title,
  localStart,
  place,
}: Pick<Workshop, "title" | "localStart" | "place">): string {
  return [bareWords(title.fr), localStart, bareWords(place?.name ?? "")].join("|");
}

/** Stands for all a source said of a workshop: the same means that it said the same. */
export function hashOf(fields: ImportedFields): string {
  return createHash("sha256").update(canonical(fields)).digest("hex").slice(0, 32);
}

/** The same text for the same value, in whatever order its parts were written. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}
