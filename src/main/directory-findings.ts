import type { Config } from "../loading/load-config.ts";
import type { Problem } from "../loading/problem.ts";
import type { LibraryReading } from "../loading/read-library.ts";
import { directoryFolder, type DirectoryFiles } from "../loading/read-directory.ts";
import { bad, type Finding, good, unknown } from "../model/finding.ts";
import { zoneOfTerritory } from "../workshops/zone-of-territory.ts";

const sampleStays = "the directory of advisers is still the sample: questions are given to nobody";
const sampleRemedy =
  "Write your own people into content/directory, then take isSample out (see content/LISEZMOI.md)";

/** What would be better in a directory, given who is talked to, and where its territories are; by file and line. */
export function directoryWarnings(
  { directory, teams }: DirectoryFiles,
  config: Pick<Config, "matrix" | "discord">,
): readonly Problem[] {
  const talks = config.matrix !== undefined || config.discord !== undefined;
  const sample =
    directory?.content.value.isSample === true && talks
      ? [
          {
            file: directory.problems.file,
            line: directory.content.lineOf(["isSample"]),
            message: sampleStays,
            remedy: sampleRemedy,
          },
        ]
      : [];
  return [...sample, ...foreignClocks(teams, directory?.content.value["time-zone"])];
}

/** A team overseas whose hours would be read on the clock of Paris. */
function foreignClocks(teams: DirectoryFiles["teams"], usual = "Europe/Paris"): readonly Problem[] {
  if (!teams) return [];
  const { value, lineOf } = teams.content;
  return value.flatMap(({ name, territories, hours }, at) => {
    const zone = hours.timeZone ?? usual;
    const zones = territories.flatMap((territory) => zoneOfTerritory(territory) ?? []);
    if (zones.length === 0 || zones.includes(zone)) return [];
    return [
      {
        file: teams.problems.file,
        line: lineOf([at, "hours"]),
        message: `the hours of ${name} are on the clock of ${zone}, its territory is on that of ${zones[0]}`,
        remedy: `Write time-zone: ${zones[0]} among its hours, if they are told on that clock`,
      },
    ];
  });
}

/** Whether anybody can be given a question, where a platform is configured. */
export function lookAtDirectory(
  { files: { directory }, problems }: Pick<LibraryReading, "files" | "problems">,
  config: Pick<Config, "matrix" | "discord">,
): readonly Finding[] {
  if (problems.some(({ file }) => file.startsWith(`${directoryFolder}/`))) {
    return [bad("the directory of advisers has faults", "run `passerelle check`")];
  }
  if (directoryWarnings(directory, config).some(({ message }) => message === sampleStays)) {
    return [unknown(sampleStays, sampleRemedy)];
  }
  const count = directory.teams?.content.value.length ?? 0;
  if (count === 0) {
    return [good(`no team of advisers in ${directoryFolder}: questions are given to nobody`)];
  }
  return [good(`advisers: ${count} ${count === 1 ? "team" : "teams"} in ${directoryFolder}`)];
}
