import { describe, expect, it } from "vitest";
import { hashFiles, libraryFiles, readLibrary } from "../../src/loading/read-library.ts";
import { noDirectory, samplePlatform } from "../../src/model/directory.ts";
import { projectRoot } from "../support/project-root.ts";
import { folder, readWith, swap } from "../support/sample-directory.ts";

const content = libraryFiles(projectRoot);

describe("the directory", () => {
  it("is shipped as a sample: every name says so, and only its own platform is served", () => {
    const { directory } = readWith({});
    expect(directory.isSample).toBe(true);
    const names = [
      ...directory.teams,
      ...directory.advisers,
      ...directory.places,
      ...directory.coordinations.flatMap(({ coordinators }) => coordinators),
    ].map(({ name }) => name);
    expect(names.length).toBeGreaterThan(12);
    expect(names.filter((name) => !name.startsWith("Exemple"))).toEqual([]);
    const platforms = [
      ...directory.teams.map(({ room }) => room),
      ...directory.advisers.flatMap(({ accounts }) => accounts),
      ...directory.coordinations.flatMap(({ room, coordinators }) => [room, ...coordinators]),
    ].map(({ platform }) => platform);
    expect(new Set(platforms)).toEqual(new Set([samplePlatform]));
  });

  it("comes with the library, which is another one once it changes", () => {
    const { library } = readLibrary(content);
    expect(library?.directory).toEqual(readWith({}).directory);
    const path = `${folder}directory.yaml`;
    const changed = content.map((file) =>
      file.path === path ? { path, bytes: Buffer.from("isSample: false\n") } : file,
    );
    expect(hashFiles(changed)).not.toBe(library?.hash);
  });

  it("is nobody where the folder is missing", () => {
    const files = content.filter(({ path }) => !path.startsWith(folder));
    expect(readLibrary(files).library?.directory).toEqual(noDirectory);
  });

  it("reads hours as people write them, with days in French and in English", () => {
    const { directory, problems } = readWith({
      teams: swap(
        / {4}mardi: .*\n {4}jeudi: .*\n/,
        "    mardi: 9h-12h30, 14 h à 17 h\n    Thursday, saturday: 14:00-24:00\n    lundi: fermé\n",
      ),
    });
    expect(problems).toEqual([]);
    expect(directory.teams[0]?.hours).toMatchObject({
      ranges: [
        { day: 2, from: "09:00", to: "12:30" },
        { day: 2, from: "14:00", to: "17:00" },
        { day: 4, from: "14:00", to: "24:00" },
        { day: 6, from: "14:00", to: "24:00" },
      ],
      timeZone: "Europe/Paris",
      holidaysOf: "44",
    });
  });

  it("gives an adviser's own hours the clock and the holidays of their team", () => {
    const { directory } = readWith({
      teams: swap(
        / {4}lundi-jeudi: .*\n/,
        "    lundi-jeudi: 9:00-12:00\n    time-zone: Indian/Reunion\n    holidays: 974\n",
      ),
    });
    const alix = directory.advisers.find(({ id }) => id === "alix");
    expect(alix?.hours).toMatchObject({ timeZone: "Indian/Reunion", holidaysOf: "974" });
  });

  it("has no holidays where a file says none", () => {
    const { directory } = readWith({ teams: swap("    mardi:", "    holidays: none\n    mardi:") });
    expect(directory.teams[0]?.hours.holidaysOf).toBeUndefined();
  });
});
