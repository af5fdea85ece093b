import { DAY_MS } from "../../../model/durations.ts";
import type { Recommendation } from "../../../model/questionnaire.ts";
import type { Workshop } from "../../../model/workshop.ts";
import { takesPlace } from "../../../workshops/workshop-state.ts";
import { startOf } from "../../../workshops/workshop-time.ts";

/** A workshop later than this is too far to be of help. Source: DIAGNOSTIC.md, 5.4. */
const MOST_DAYS_AHEAD = 60;

/**
 * The next workshop on the theme of the first step that has one: published, soon, and in the person's territory
 * or online; where they gave no territory, any that names none, or is open to the whole country.
 */
export function workshopFor(
  steps: readonly Pick<Recommendation, "theme">[],
  around: {
    /** By start. */
    readonly programme: readonly Workshop[];
    readonly now: Date;
    readonly territory: string | undefined;
  },
): Workshop | undefined {
  const { programme, now, territory } = around;
  const soon = programme.filter((workshop) => {
    const days = (startOf(workshop).getTime() - now.getTime()) / DAY_MS;
    return (
      workshop.publication === "published" &&
      takesPlace(workshop) &&
      days > 0 &&
      days <= MOST_DAYS_AHEAD &&
      isNear(workshop, territory)
    );
  });
  for (const { theme } of steps) {
    const found = soon.find(({ themes }) => themes.includes(theme));
    if (found) return found;
  }
  return undefined;
}

function isNear({ mode, territories }: Workshop, territory: string | undefined): boolean {
  if (mode === "online" || mode === "both") return true;
  if (territories.length === 0 || territories.includes("national")) return true;
  return territory !== undefined && territories.includes(territory);
}
