import type { OpeningRange } from "../model/directory.ts";
import type { WrittenHours } from "./opening-shape.ts";
import type { DirectoryFiles } from "./read-directory.ts";

/** Adds a problem for hours that overlap, and for days away or closed that end before they begin. */
export function checkDirectoryDays({ teams, advisers }: DirectoryFiles): void {
  for (const file of [teams, advisers]) {
    for (const [at, entry] of (file?.content.value ?? []).entries()) {
      const found = [
        ...(entry.hours ? faultsIn(entry.hours) : []),
        ...("absences" in entry ? entry.absences : []).flatMap((absence, rank) =>
          isBackwards(absence) ? [{ key: ["absences", rank], message: backwards }] : [],
        ),
      ];
      for (const { key, message } of found) {
        file?.problems.add(
          file.content.lineOf([at, ...key]),
          message,
          "Mend the days or the hours",
        );
      }
    }
  }
}

interface DayFault {
  readonly key: readonly PropertyKey[];
  readonly message: string;
}

function faultsIn({ ranges, closures }: WrittenHours): readonly DayFault[] {
  const overlap = ranges.find((range, rank) => overlaps(ranges[rank - 1], range));
  return [
    ...(overlap
      ? [{ key: ["hours"], message: `hours overlap: twice open at ${overlap.from} on one day` }]
      : []),
    ...closures.flatMap((closure, rank) =>
      isBackwards(closure) ? [{ key: ["hours", "closures", rank], message: backwards }] : [],
    ),
  ];
}

/** @param before the range just before, in order of day and hour */
function overlaps(before: OpeningRange | undefined, range: OpeningRange): boolean {
  return before?.day === range.day && range.from < before.to;
}

function isBackwards({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return to < from;
}

const backwards = "the last day comes before the first";
