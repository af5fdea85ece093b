import { expect, it } from "vitest";
import { readLibrary, libraryFiles } from "../../src/loading/read-library.ts";
import { directoryWarnings, lookAtDirectory } from "../../src/main/directory-findings.ts";
import type { Config } from "../../src/loading/load-config.ts";
import { loadConfig } from "../../src/loading/load-config.ts";
import { join } from "node:path";
import { projectRoot } from "../support/project-root.ts";
import { runPasserelle } from "../support/run-passerelle.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";

const matrix = { homeserver: "https://matrix.example.org", userId: "@passerelle:example.org" };

function configWith(platforms: object): { readonly file: string; readonly config: Config } {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "config.json": JSON.stringify({ dataFolder: join(folder, "data"), ...platforms }),
  });
  const file = join(folder, "config.json");
  return { file, config: loadConfig(file, true) };
}

const content = libraryFiles(projectRoot);
const reading = readLibrary(content);
const { directory } = reading.files;

it("warns that the sample is still there once a platform is configured, in check", async () => {
  const { file, config } = configWith({ matrix });
  expect(directoryWarnings(directory, configWith({}).config)).toEqual([]);
  expect(directoryWarnings(directory, config)).toMatchObject([
    { file: "content/directory/directory.yaml", line: 3 },
  ]);
  const { code, out } = await runPasserelle(["check", "--config", file]);
  expect(code).toBe(0);
  expect(out).toMatch(/directory\.yaml:3 warning: the directory of advisers is still the sample/);
});

it("says so in doctor, as no fault, and counts the teams of a directory that is ours", () => {
  const { config } = configWith({ matrix });
  const ours = { ...directory, directory: undefined };
  expect(lookAtDirectory(reading, config)).toMatchObject([{ state: "unknown" }]);
  expect(
    lookAtDirectory({ problems: [], files: { ...reading.files, directory: ours } }, config),
  ).toEqual([{ state: "good", what: "advisers: 3 teams in content/directory" }]);
  const none = readLibrary(content.filter(({ path }) => !path.includes("/directory/")));
  expect(lookAtDirectory(none, config)[0]?.what).toContain("given to nobody");
});

it("says in doctor that a directory has faults", () => {
  const file = { path: "content/directory/models.yaml", bytes: Buffer.from("- id: a\n") };
  const broken = readLibrary([...content.filter(({ path }) => path !== file.path), file]);
  expect(lookAtDirectory(broken, configWith({ matrix }).config)).toMatchObject([
    { state: "bad", remedy: "run `passerelle check`" },
  ]);
});

it("warns of a team overseas on the clock of Paris", () => {
  const path = "content/directory/teams.yaml";
  const files = content.map((file) => {
    if (file.path !== path) return file;
    const text = new TextDecoder().decode(file.bytes);
    return { path, bytes: Buffer.from(text.replace("territories: [44]", "territories: [971]")) };
  });
  const { config } = configWith({});
  const [warning] = directoryWarnings(readLibrary(files).files.directory, config);
  expect(warning?.file).toBe(path);
  expect(warning?.remedy).toContain("time-zone: America/Guadeloupe");
});
