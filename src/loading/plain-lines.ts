import type { Language } from "../model/language.ts";
import type { ResourceFile } from "./read-resource.ts";

/** A line of an answer as people read it, without the signs of Markdown. */
export interface PlainLine {
  /** Its line in the file, from 1. */
  readonly line: number;
  readonly text: string;
}

/** The lines of an answer that hold words. */
export function plainLines({ resource, textLine }: ResourceFile, language: Language): PlainLine[] {
  return resource.text[language]
    .split("\n")
    .map((text, index) => ({ line: textLine[language] + index, text: plain(text) }))
    .filter(({ text }) => /\p{L}/u.test(text));
}

function plain(markdown: string): string {
  return markdown
    .replace(/^\s*(?:\d+\.|[-*])\s+/, "")
    .replaceAll(/\]\([^)]*\)/g, "]")
    .replaceAll(/https?:\/\/\S+/g, "")
    .replaceAll(/[[\]*_`]/g, "")
    .trim();
}
