import type { FiledWorkshop } from "../model/incoming-workshop.ts";
import { occurrencesOf, type RecurrenceWarning } from "./recurrence.ts";
import { recurrencePhrases } from "./say-recurrence-warning.ts";
import type { WorkshopFinding } from "./workshop-rules.ts";

/** What is odd about the dates of a series; nothing of a workshop that does not repeat. */
export function seriesWarningsOf(workshop: FiledWorkshop): readonly WorkshopFinding[] {
  const { repeats, localStart: start, timeZone } = workshop;
  if (!repeats) return [];
  return occurrencesOf({ ...repeats, start, timeZone }).warnings.flatMap(findingOf);
}

function findingOf(warning: RecurrenceWarning): readonly WorkshopFinding[] {
  const field = "localStart";
  const phrase = recurrencePhrases[warning.kind];
  switch (warning.kind) {
    case "no-such-date":
      return [{ field, phrase, values: { month: warning.month } }];
    case "needless-exception":
      return [{ field, phrase, values: { day: warning.day } }];
    case "cut-after-a-year":
      return [{ field, phrase, values: { day: warning.before } }];
    // Left out because it was asked for.
    case "holiday-skipped":
    // Told of the occurrence itself.
    case "skipped-time":
    case "double-time":
      return [];
  }
}
