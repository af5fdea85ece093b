import { tellIn } from "../answers/tell-in.ts";
import type { Problem } from "../loading/problem.ts";
import type { ReadFiles } from "../loading/read-library.ts";
import type { FiledWorkshop } from "../model/incoming-workshop.ts";
import type { Tell } from "../model/phrases.ts";
import { fileProgramme } from "../workshops/file-programme.ts";
import { holidayOn } from "../workshops/french-holidays.ts";
import { sayHoliday } from "../workshops/say-holiday.ts";
import { faultsOf, placeFaults, type WorkshopFinding } from "../workshops/workshop-rules.ts";
import { seriesWarningsOf } from "../workshops/series-warnings.ts";
import { isUpcoming } from "../workshops/workshop-time.ts";
import { warningsOf } from "../workshops/workshop-warnings.ts";
import { writeOutSeries } from "../workshops/write-out-series.ts";
import { zoneOfTerritory } from "../workshops/zone-of-territory.ts";

/** The rules that workshops of the files break, by file and line. */
export function workshopProblems(files: ReadFiles): readonly Problem[] {
  return findInEach(files, (workshop) =>
    writeOutSeries(workshop).flatMap((one) => [
      ...faultsOf(one),
      ...(one.publication === "published" ? placeFaults(one) : []),
    ]),
  );
}

/** What could be better in the workshops still to come, by file and line; nothing while a rule is broken. */
export function workshopWarnings(files: ReadFiles, now: Date): readonly Problem[] {
  if (workshopProblems(files).length > 0) return [];
  const tell = tellOf(files);
  const filed = files.workshops.flatMap(({ content }) => content.map(({ workshop }) => workshop));
  const around = {
    now,
    programme: fileProgramme(filed, now),
    holidayOn: (day: string, territories: readonly string[]) => holidayIn(day, territories, tell),
    zoneOf: zoneOfTerritory,
  };
  return findInEach(files, (workshop) => {
    const coming = writeOutSeries(workshop).filter((one) => isUpcoming(one, now));
    if (coming.length === 0) return [];
    return [...seriesWarningsOf(workshop), ...coming.flatMap((one) => warningsOf(one, around))];
  });
}

function holidayIn(day: string, territories: readonly string[], tell: Tell): string | undefined {
  const holiday = territories
    .map((territory) => holidayOn(day, territory))
    .find((found) => found !== undefined);
  return holiday && sayHoliday(holiday.name, tell);
}

/** Phrases that cannot be read are a problem of their own; the key says enough meanwhile. */
function tellOf({ phrases }: ReadFiles): Tell {
  return phrases ? tellIn(phrases) : (key) => key;
}

/** What is found in each workshop, said once for each entry of a file. */
function findInEach(
  files: ReadFiles,
  find: (workshop: FiledWorkshop) => readonly WorkshopFinding[],
): readonly Problem[] {
  const tell = tellOf(files);
  const found = files.workshops.flatMap(({ problems: { file }, content }) =>
    content.flatMap(({ workshop, lineOf }) =>
      find(workshop).map(({ field, phrase, values }): Problem => {
        const key = fileKey(field);
        const message = `${workshop.title.fr}: ${tell(phrase, values)}`;
        return { file, line: lineOf(key), message, remedy: `Mend ${key}` };
      }),
    ),
  );
  const said = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...said.values()];
}

/** How a file names a field. */
function fileKey(field: WorkshopFinding["field"]): string {
  if (field === "localStart") return "starts";
  if (field === "localEnd") return "ends";
  return field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
