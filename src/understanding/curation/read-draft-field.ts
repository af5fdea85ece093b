import type { ContentDraft } from "../../model/content-draft.ts";
import type { Library, Theme } from "../../model/library.ts";
import { foldText } from "../fold-text.ts";

/** "Title https://… 2026-11-21", one a line; the day it was read is today without one. Undefined when one has no link. */
export function readSources(text: string, today: string): ContentDraft["sources"] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const sources = lines.map((line) => {
    const url = /https?:\/\/[^\s<>]+/u.exec(line)?.[0];
    const read = readDay(line.replace(url ?? "", "")) ?? today;
    const title = line
      .replace(url ?? "", "")
      .replaceAll(/\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4}|[<>]/gu, "")
      .replaceAll(/^[\s,:;–-]+|[\s,:;–-]+$/gu, "");
    // Without a title, people read the site's name.
    return url === undefined || !URL.canParse(url)
      ? undefined
      : { title: title || new URL(url).hostname, url, read };
  });
  const found = sources.flatMap((source) => source ?? []);
  return found.length === 0 || found.length < lines.length ? undefined : found;
}

/** "2027-05-01" or "1/5/2027" anywhere in a text; `YYYY-MM-DD`. */
export function readDay(text: string): string | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/u.exec(text);
  const french = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/u.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : french ? french.slice(1).toReversed() : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const read = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${read}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(read) ? read : undefined;
}

/** A theme by its id, its name or one of its words. */
export function readThemeNamed(text: string, themes: readonly Theme[]): Theme | undefined {
  const said = foldText(text).trim();
  return themes.find(({ id, name, words }) =>
    [id, name.fr, name.en, ...words.fr, ...words.en].some((known) => foldText(known) === said),
  );
}

/** An intent that exists, by its id or the title of its page, or "new" for one that does not. */
export function readIntentNamed(
  text: string,
  { resources }: Pick<Library, "resources">,
): string | undefined {
  const said = foldText(text).trim();
  if (/^(?:nouvelle?|new)\b/u.test(said)) return "new";
  return resources.find(({ id, title }) =>
    [id, title.fr, title.en].some((known) => foldText(known) === said),
  )?.id;
}
