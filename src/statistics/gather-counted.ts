import type { LedgerEntry } from "../model/ledger-entry.ts";
import type { SignUpNumbers } from "../model/sign-up-numbers.ts";
import type { StatisticsWish } from "../model/statistics-wish.ts";
import type { Workshop } from "../model/workshop.ts";
import type { Counted } from "./figures.ts";

/** The stored documents that are counted. */
export interface Kept {
  readonly workshops: readonly Workshop[];
  readonly numbers: readonly SignUpNumbers[];
  readonly ledger: readonly LedgerEntry[];
}

/** What is kept of the workshops asked about that the public was told of, by start. */
export function gatherCounted(
  { workshops, numbers, ledger }: Kept,
  wish: StatisticsWish,
): readonly Counted[] {
  const numbersOf = new Map(numbers.map((one) => [one.workshop, one]));
  const messagesOf = new Map<string, LedgerEntry[]>();
  for (const entry of ledger) {
    for (const id of new Set(entry.workshops)) {
      const known = messagesOf.get(id);
      if (known) known.push(entry);
      else messagesOf.set(id, [entry]);
    }
  }
  return workshops
    .filter((workshop) => isCounted(workshop) && isAskedFor(workshop, wish))
    .map((workshop) => ({
      workshop,
      numbers: numbersOf.get(workshop.id),
      messages: messagesOf.get(workshop.id) ?? [],
    }));
}

/** The month a workshop is in, `YYYY-MM`. */
export function monthOf({ localStart }: Pick<Workshop, "localStart">): string {
  return localStart.slice(0, 7);
}

/** The territories a workshop is for; one that nobody said counts under `undefined`. */
export function territoriesOf({ territories }: Workshop): readonly (string | undefined)[] {
  return territories.length === 0 ? [undefined] : territories;
}

/** A draft that was put away was never published: it has no revision. */
function isCounted({ publication, revision }: Workshop): boolean {
  return publication === "published" || (publication === "archived" && revision > 0);
}

function isAskedFor(workshop: Workshop, { workshop: id, theme, territory, month }: StatisticsWish) {
  return (
    (id === undefined || workshop.id === id) &&
    (theme === undefined || workshop.themes.includes(theme)) &&
    (territory === undefined || workshop.territories.includes(territory)) &&
    (month === undefined || monthOf(workshop) === month)
  );
}
