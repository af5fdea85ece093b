import { aYearBefore } from "../model/a-year-before.ts";
import type { WrittenAdviser, WrittenTeam } from "./directory-shapes.ts";
import { firstLoop } from "./first-loop.ts";
import type { Problem } from "./problem.ts";
import type { FileOf } from "./read-library.ts";
import type { DirectoryFiles } from "./read-directory.ts";
import type { ReadYaml } from "./read-yaml.ts";

/**
 * Warns of what in a directory would leave somebody without an answer: a team without anybody or never open, a
 * territory nobody coordinates, stand-ins in a circle, an adviser of no team, a place not checked for a year.
 * @param today `YYYY-MM-DD`
 */
export function checkDirectoryReadiness(files: DirectoryFiles, today: string): Problem[] {
  return [
    ...emptyTeams(files),
    ...uncoordinated(files),
    ...idleAdvisers(files),
    ...circles(files),
    ...oldPlaces(files, today),
  ];
}

function emptyTeams({ teams }: DirectoryFiles): Problem[] {
  return warnEach(teams, ({ name, advisers, hours }) => [
    ...(advisers.length === 0
      ? [warn("advisers", `${name} has no adviser`, "Add one, or take the team away")]
      : []),
    ...(hours.ranges.length === 0
      ? [warn("hours", `${name} is never open`, "Write its hours, as mardi: 9:00-12:00")]
      : []),
  ]);
}

/** Nobody is told when no team answers: the last rung before the directory of places. */
function uncoordinated({ teams, coordinations }: DirectoryFiles): Problem[] {
  const covered = new Set(coordinations?.content.value.flatMap(({ territories }) => territories));
  if (covered.has("national")) return [];
  return warnEach(teams, ({ territories }) =>
    territories
      .filter((territory) => !covered.has(territory))
      .map((territory) =>
        warn(
          "territories",
          `nobody coordinates "${territory}": when no team answers, nobody is told`,
          'Add it, or "national", to coordinations.yaml',
        ),
      ),
  );
}

function idleAdvisers({ advisers, teams }: DirectoryFiles): Problem[] {
  const busy = new Set(teams?.content.value.flatMap(({ advisers: ids }) => ids));
  return warnEach(advisers, ({ id, name }) =>
    busy.has(id) ? [] : [warn("id", `${name} is in no team`, "Add them to a team in teams.yaml")],
  );
}

function circles({ advisers, teams }: DirectoryFiles): Problem[] {
  return [
    ...warnEach<WrittenAdviser>(advisers, ({ id }, all) => {
      const loop = firstLoop(id, (one) =>
        (all.find((other) => other.id === one)?.absences ?? []).flatMap(
          ({ substitute }) => substitute ?? [],
        ),
      );
      const remedy = "Name somebody else; when all are away, requests go back to the team";
      return loop ? [warn("absences", `substitutes go round: ${loop.join(" > ")}`, remedy)] : [];
    }),
    ...warnEach<WrittenTeam>(teams, ({ id }, all) => {
      const loop = firstLoop(id, (one) => all.find((other) => other.id === one)?.fallback ?? []);
      const remedy = "Take one of them away";
      return loop ? [warn("fallback", `fallbacks go round: ${loop.join(" > ")}`, remedy)] : [];
    }),
  ];
}

/** Nobody rings the places of a sample. */
function oldPlaces({ places, directory }: DirectoryFiles, today: string): Problem[] {
  if (directory?.content.value.isSample === true) return [];
  const limit = aYearBefore(today);
  return places.flatMap((file) =>
    warnEach(file, ({ name, updated }) =>
      updated <= limit
        ? [warn("updated", `${name} was last checked on ${updated}`, "Ring, then set updated")]
        : [],
    ),
  );
}

interface Warning extends Pick<Problem, "message" | "remedy"> {
  readonly key: string;
}

function warn(key: string, message: string, remedy: string): Warning {
  return { key, message, remedy };
}

function warnEach<T>(
  file: FileOf<ReadYaml<readonly T[]>> | undefined,
  find: (entry: T, all: readonly T[]) => readonly Warning[],
): Problem[] {
  if (!file) return [];
  const { value, lineOf } = file.content;
  return value.flatMap((entry, at) =>
    find(entry, value).map(({ key, message, remedy }) => ({
      file: file.problems.file,
      line: lineOf([at, key]),
      message,
      remedy,
    })),
  );
}
