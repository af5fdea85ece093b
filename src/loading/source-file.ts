import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Problems } from "./problem.ts";

/** A file an author wrote is far smaller; beyond this it is a mistake or an attack. */
const MAX_BYTES = 1_000_000;

/** A content file as it stands on disk. */
export interface SourceFile {
  /** Path from the root it was listed under, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every file of some folders of `root`, sorted by path; a missing folder has none. */
export function readSourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  const paths = folders.flatMap((folder) => filesBelow(join(root, folder)));
  return paths
    .map((path) => ({
      path: relative(root, path).split(sep).join("/"),
      // What is too large is not read: its size alone is a problem.
      bytes: statSync(path).size > MAX_BYTES ? new Uint8Array(MAX_BYTES + 1) : readFileSync(path),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The text of a file, with line ends and byte order mark mended so that reading can go on.
 * Undefined when it cannot be read as text at all.
 */
export function textOf(file: SourceFile, problems: Problems): string | undefined {
  if (file.bytes.length > MAX_BYTES) {
    problems.add(1, "the file is over 1 MB", "Cut it into smaller files, or remove what got in");
    return undefined;
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    problems.add(1, "the file is not UTF-8 text", "Save it again with the encoding UTF-8");
    return undefined;
  }
  if (text.startsWith("\uFEFF")) {
    problems.add(1, "the file begins with a byte order mark", "Save it as UTF-8 without BOM");
    text = text.slice(1);
  }
  const firstReturn = text.indexOf("\r");
  if (firstReturn !== -1) {
    const line = text.slice(0, firstReturn).split("\n").length;
    problems.add(line, "lines end with CRLF", "Save it with Unix line ends (LF)");
    text = text.replaceAll(/\r\n?/g, "\n");
  }
  return text;
}

function filesBelow(folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && !entry.name.startsWith(".") ? [path] : [];
  });
}
