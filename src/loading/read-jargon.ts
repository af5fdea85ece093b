import { jargonShape } from "./file-shapes.ts";
import { Problems, type Problem } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";
import { readSourceFiles, textOf } from "./source-file.ts";

/** Where the list stands. The assistant itself does not read it: only people who write do. */
export const jargonFile = "content/jargon.yaml";

/** Words that people new to computers do not know, and what to write instead. */
export type Jargon = Readonly<Record<string, string>>;

/** Reads the list of jargon; empty, with the problem, when it cannot be read. */
export function readJargon(root: string): {
  readonly jargon: Jargon;
  readonly problems: readonly Problem[];
} {
  const problems = new Problems(jargonFile);
  const file = readSourceFiles(root, ["content"]).find(({ path }) => path === jargonFile);
  if (!file) problems.add(1, "the file is missing", "Restore it");
  const text = file && textOf(file, problems);
  const read = text === undefined ? undefined : readYaml(text, jargonShape, problems);
  return { jargon: read?.value ?? {}, problems: problems.found };
}
