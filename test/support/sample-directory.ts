import { checkDirectory } from "../../src/loading/check-directory.ts";
import { describeProblem, Problems } from "../../src/loading/problem.ts";
import { directoryOf, readDirectory } from "../../src/loading/read-directory.ts";
import { libraryFiles } from "../../src/loading/read-library.ts";
import { projectRoot } from "./project-root.ts";

/** Where it is. */
export const folder = "content/directory/";
const content = libraryFiles(projectRoot);
const themes = ["data", "security", "free-software", "website", "collaboration", "support"];

/** What to do to the text of a file, by its name. */
export type Changes = Readonly<Record<string, (text: string) => string>>;

/** The sample with files changed or added. */
export function readWith(changes: Changes) {
  const texts = new Map(
    content
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
  );
  for (const [name, change] of Object.entries(changes)) {
    const path = `${folder}${name}.yaml`;
    texts.set(path, change(texts.get(path) ?? ""));
  }
  const opened = [...texts].map(([path, text]) => ({ problems: new Problems(path), text }));
  const files = readDirectory(opened);
  checkDirectory(files, themes);
  const problems = opened.flatMap((file) => file.problems.found.map(describeProblem));
  return { files, problems, directory: directoryOf(files) };
}

/** Puts one text in the place of another, once. */
export const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
