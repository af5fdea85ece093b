import type { AnnouncerParts } from "./announcer-ports.ts";
import type { PlannedRow } from "./planned-row.ts";
import type { ToldWords } from "./words/words-of.ts";

/** News and changes alone are worth calling somebody. */
const callingKinds: ReadonlySet<PlannedRow["kind"]> = new Set(["new", "change", "cancellation"]);

/** Ids of those a message calls by name, as they asked; what stands already calls nobody. */
export async function calledBy(
  { kind, corrects, recipient: { to } }: PlannedRow,
  { workshops }: Pick<ToldWords, "workshops">,
  { calledIn }: Pick<AnnouncerParts, "calledIn">,
): Promise<readonly string[]> {
  if (!calledIn || corrects !== undefined || !callingKinds.has(kind)) return [];
  return calledIn(to, [...new Set(workshops.flatMap(({ themes }) => themes))]);
}
