import { decode } from "fast-png";
import { expect } from "vitest";
import type { Language } from "../../src/model/language.ts";
import { readPdf, wordsOfPages } from "./pdf-pages.ts";
import { library } from "./small-library.ts";

/** What somebody has of a result: what they read, and the files they received, opened. */
export interface ReceivedResult {
  readonly language: Language;
  /** The message, without marks of bold. */
  readonly text: string;
  readonly picture: Uint8Array;
  /** What stands for the picture where it is not seen. */
  readonly alternative: string;
  readonly report: Uint8Array;
}

/** Words for "done when", as the report has them. */
const doneWhen: Readonly<Record<Language, string>> = { fr: "C'est fait quand", en: "Done when" };

/** Fewer colours are a blank sheet, or a few lines without words. */
const FEWEST_COLORS = 50;

/** Expects a picture that is drawn and said in words, and a report that says the same as the message. */
export async function expectResult(result: ReceivedResult): Promise<void> {
  const { language, text, picture, alternative, report } = result;
  const { recommendations, dimensions, levels } = library.questionnaire;
  const { width, height, data, channels } = decode(picture);
  expect([width, height]).toEqual([1000, 1000]);
  const colors = new Set<string>();
  for (let at = 0; at < data.length; at += channels) colors.add(data.subarray(at, at + 3).join());
  expect(colors.size).toBeGreaterThan(FEWEST_COLORS);

  const { pages } = await readPdf(new Uint8Array(report));
  const words = wordsOfPages(pages);
  const first = /^1\. (.+?) — /mu.exec(text)?.[1] ?? "";
  const advice = recommendations.find(({ title }) => title[language].startsWith(first));
  if (first === "" || !advice) throw new Error(`no first step in: ${text}`);
  expect(words).toContain(first);
  expect(words).toContain(doneWhen[language]);
  expect(words).toContain(advice.done[language].replace(/\.$/u, ""));
  // Each subject is in the picture's words, with the level that the report says.
  const names = levels.map(({ name }) => name[language]);
  for (const { name } of dimensions) {
    const said = new RegExp(`${name[language]}(?: |\u00a0)?: ([^;.]+)`, "iu").exec(
      alternative,
    )?.[1];
    expect(said, `${name[language]} in ${alternative}`).toBeDefined();
    const level = names.find((one) => one.toLowerCase() === said?.trim());
    if (level !== undefined) expect(words).toContain(`${name[language]} ${level}`);
  }
  expect(names.filter((name) => alternative.includes(name.toLowerCase()))).not.toEqual([]);
}
