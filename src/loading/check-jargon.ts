import { plainLines, type PlainLine } from "./plain-lines.ts";
import type { Problem } from "./problem.ts";
import type { Jargon } from "./read-jargon.ts";
import type { ReadFiles } from "./read-library.ts";

/**
 * Warns of words of jargon in French answers. A page may use a word that its title names, that it
 * explains in brackets, or that it quotes between « » as written on a screen.
 */
export function checkJargon(resources: ReadFiles["resources"], jargon: Jargon): Problem[] {
  const entries = Object.entries(jargon).map(([word, plain]) => ({
    word,
    plain,
    pattern: patternOf(word),
  }));
  return resources.flatMap(({ problems: { file }, content }) => {
    const lines = plainLines(content, "fr");
    const title = folded(content.resource.title.fr);
    return entries.flatMap(({ word, plain, pattern }) => {
      const line = title.match(pattern) ? undefined : unexplained(lines, pattern);
      if (line === undefined) return [];
      const remedy = `Write "${plain}", or explain the word in brackets`;
      return [{ file, line, message: `"${word}" is jargon`, remedy }];
    });
  });
}

/** The line a word first stands on, when the page explains it nowhere. */
function unexplained(lines: readonly PlainLine[], pattern: RegExp): number | undefined {
  const uses = lines.flatMap(({ line, text }) => {
    const told = folded(text);
    return [...told.matchAll(pattern)].map(({ 0: word, index }) => ({
      line,
      before: told.slice(0, index),
      after: told.slice(index + word.length),
    }));
  });
  return uses.some(isExplained) ? undefined : uses.find((use) => !isQuoted(use))?.line;
}

interface Use {
  readonly before: string;
  readonly after: string;
}

function isExplained({ before, after }: Use): boolean {
  return /^ ?»? ?(?:\(|, c'est-a-dire)/u.test(after) || /\([^)]*$/u.test(before);
}

function isQuoted({ before }: Use): boolean {
  return /«[^»]*$/u.test(before);
}

/** The word alone, or in the plural; not a part of another or of an address on the web. */
function patternOf(word: string): RegExp {
  const words = folded(word).split(" ").map(escaped).join("[sx]?[ -]");
  return new RegExp(`(?<![\\p{L}\\p{N}][.-]?)${words}[sx]?(?![.-]?[\\p{L}\\p{N}])`, "gu");
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** Lower case without accents, spaces and apostrophes made plain. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .replaceAll(/\s/gu, " ");
}
