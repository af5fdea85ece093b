import type { Workshop } from "../model/workshop.ts";
import { inLanguage } from "../workshops/tell-details.ts";
import type { WorkshopTelling } from "../workshops/tell-workshops.ts";
import { dayOf } from "../workshops/wall-time.ts";
import { sumFigures, type Counted, type Figures } from "./figures.ts";
import { monthOf, territoriesOf } from "./gather-counted.ts";

/** What a line of the statistics is of. */
export type GroupKind = "all" | "workshop" | "month" | "theme" | "territory";

/** A line of the statistics. */
export interface Group {
  readonly kind: GroupKind;
  /** In words. */
  readonly name: string;
  /** `YYYY-MM-DD` of a workshop. */
  readonly day?: string | undefined;
  readonly figures: Figures;
}

/** How names are said. */
export type StatisticsSaying = Omit<WorkshopTelling, "question">;

/** The lines of the statistics: all together, then by month, theme, territory and workshop. */
export function statisticsGroups(
  counted: readonly Counted[],
  saying: StatisticsSaying,
): readonly Group[] {
  const { tell, themes, sayMonth } = saying;
  const sayTheme = (id: string) => {
    const theme = themes.find((one) => one.id === id);
    return theme ? theme.name[saying.language] : id;
  };
  return [
    { kind: "all", name: tell("statistics-everything"), figures: sumFigures(counted) },
    ...groupBy(
      "month",
      counted,
      (workshop) => [monthOf(workshop)],
      (month) => sayMonth(`${month}-01`),
    ),
    ...groupBy("theme", counted, ({ themes: ids }) => ids, sayTheme),
    ...groupBy("territory", counted, territoriesOf, (code) => sayTerritory(code, saying)),
    ...counted.map((one) => ({
      kind: "workshop" as const,
      name: sayWorkshop(one.workshop, saying),
      day: dayOf(one.workshop.localStart),
      figures: sumFigures([one]),
    })),
  ];
}

/** A territory in words. @param code undefined where nobody said one */
export function sayTerritory(code: string | undefined, { tell }: StatisticsSaying): string {
  if (code === undefined) return tell("statistics-no-territory");
  return code === "national" ? tell("statistics-national") : tell("statistics-territory", { code });
}

/** A workshop in words: its title and its short number. */
export function sayWorkshop({ title, number }: Workshop, saying: StatisticsSaying): string {
  return saying.tell("statistics-workshop", { title: inLanguage(title, saying), number });
}

/** A workshop on two themes counts in each. */
function groupBy<K extends string | undefined>(
  kind: GroupKind,
  counted: readonly Counted[],
  keysOf: (workshop: Workshop) => readonly K[],
  nameOf: (key: K) => string,
): readonly Group[] {
  const keys = [...new Set(counted.flatMap(({ workshop }) => keysOf(workshop)))];
  return keys
    .toSorted((a, b) => (a ?? "~").localeCompare(b ?? "~"))
    .map((key) => ({
      kind,
      name: nameOf(key),
      figures: sumFigures(counted.filter(({ workshop }) => keysOf(workshop).includes(key))),
    }));
}
