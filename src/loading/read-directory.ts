import type { z } from "zod";
import { noDirectory, type Directory, type Place } from "../model/directory.ts";
import {
  directoryShapes,
  type WrittenAdviser,
  type WrittenCharter,
  type WrittenCoordination,
  type WrittenDirectory,
  type WrittenModel,
  type WrittenPlace,
  type WrittenTeam,
} from "./directory-shapes.ts";
import { adviserOf, placeOf, teamOf } from "./directory-parts.ts";
import { Problems } from "./problem.ts";
import type { FileOf } from "./read-library.ts";
import { readYaml, type ReadYaml } from "./read-yaml.ts";
import { textOf } from "./source-file.ts";

/** Where the directory is, below the project's root. */
export const directoryFolder = "content/directory";

type Read<T> = FileOf<ReadYaml<T>>;

/** The files of the directory that could be read. */
export interface DirectoryFiles {
  readonly directory: Read<WrittenDirectory> | undefined;
  readonly teams: Read<readonly WrittenTeam[]> | undefined;
  readonly advisers: Read<readonly WrittenAdviser[]> | undefined;
  readonly coordinations: Read<readonly WrittenCoordination[]> | undefined;
  readonly models: Read<readonly WrittenModel[]> | undefined;
  readonly charter: Read<WrittenCharter> | undefined;
  /** `places.yaml`, and any other whose name begins so: one per département is easier to keep. */
  readonly places: readonly Read<readonly WrittenPlace[]>[];
}

/** A file opened for reading. */
export interface OpenedFile {
  readonly problems: Problems;
  readonly text: string | undefined;
}

/** Reads the files of `content/directory/`; each may be missing. */
export function readDirectory(files: readonly OpenedFile[]): DirectoryFiles {
  const read = <T>(file: OpenedFile | undefined, shape: z.ZodType<T>): Read<T> | undefined => {
    const content =
      file?.text === undefined ? undefined : readYaml(file.text, shape, file.problems);
    return file && content && { problems: file.problems, content };
  };
  const named = (name: string) =>
    files.find(({ problems }) => problems.file === `${directoryFolder}/${name}.yaml`);
  for (const { problems } of files) {
    if (known.test(problems.file)) continue;
    problems.add(1, "the directory has no such file", "Name it places-….yaml, or move it");
  }
  return {
    directory: read(named("directory"), directoryShapes.directory),
    teams: read(named("teams"), directoryShapes.teams),
    advisers: read(named("advisers"), directoryShapes.advisers),
    coordinations: read(named("coordinations"), directoryShapes.coordinations),
    models: read(named("models"), directoryShapes.models),
    charter: read(named("charter"), directoryShapes.charter),
    places: files.flatMap((file) => {
      const places = isPlaces.test(file.problems.file)
        ? read(file, directoryShapes.places)
        : undefined;
      return places ? [places] : [];
    }),
  };
}

const known =
  /\/(?:(?:directory|teams|advisers|coordinations|models|charter)|places[a-z0-9-]*)\.yaml$/;
const isPlaces = /\/places[a-z0-9-]*\.yaml$/;

/** Who answers, of files without fault; nobody where there is none. */
export function directoryOf(files: DirectoryFiles): Directory {
  const { directory, teams, advisers, coordinations, models, charter, places } = files;
  const zone = directory?.content.value["time-zone"] ?? "Europe/Paris";
  const ours = (teams?.content.value ?? []).map((team) => teamOf(team, zone));
  return {
    ...noDirectory,
    isSample: directory?.content.value.isSample ?? false,
    teams: ours,
    advisers: (advisers?.content.value ?? []).map((one) =>
      adviserOf(one, ours.find(({ advisers: ids }) => ids.includes(one.id))?.hours, zone),
    ),
    coordinations: coordinations?.content.value ?? [],
    places: places.flatMap(({ content }) => content.value.map(placeOf)),
    curatorsRoom: directory?.content.value["curators-room"],
    models: models?.content.value ?? [],
    charter: charter?.content.value,
  };
}

/** The places of one file, to be brought up to date; undefined when it has a fault. */
export function readPlacesFile(path: string, bytes: Uint8Array): readonly Place[] | undefined {
  const problems = new Problems(path);
  const text = textOf({ path, bytes }, problems);
  const content = text === undefined ? undefined : readYaml(text, directoryShapes.places, problems);
  return content && problems.found.length === 0 ? content.value.map(placeOf) : undefined;
}
