import { folded } from "./folded.ts";
import { plainLines, type PlainLine } from "./plain-lines.ts";
import type { Problem } from "./problem.ts";
import type { Jargon } from "./read-jargon.ts";
import type { ReadFiles } from "./read-library.ts";

/**
 * Warns of words of jargon in French answers. A page may use a word that its title names, that it
 * explains in brackets, or that it quotes between « » as written on a screen.
 */
export function checkJargon(resources: ReadFiles["resources"], jargon: Jargon): Problem[] {
  return resources.flatMap(({ problems: { file }, content }) =>
    findJargon(
      { file, title: content.resource.title.fr, lines: plainLines(content, "fr") },
      jargon,
    ),
  );
}

/** What is read in one go, in French: a word explained in one place of it is explained everywhere. */
interface FrenchText {
  readonly file: string;
  readonly title: string;
  readonly lines: readonly PlainLine[];
}

/** Warns of each word of jargon of a text, on the line it first stands. */
export function findJargon({ file, title, lines }: FrenchText, jargon: Jargon): Problem[] {
  return Object.entries(jargon).flatMap(([word, plain]) => {
    const pattern = patternOf(word);
    const line = folded(title).match(pattern) ? undefined : unexplained(lines, pattern);
    if (line === undefined) return [];
    const remedy = `Write "${plain}", or explain the word in brackets`;
    return [{ file, line, message: `"${word}" is jargon`, remedy }];
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
