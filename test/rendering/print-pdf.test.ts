import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RoadmapLine } from "../../src/model/diagnostic-run.ts";
import { languages, type Language } from "../../src/model/language.ts";
import type { PrintedReport, ReportBlock } from "../../src/ports/picture-maker.ts";
import { radarSvg } from "../../src/diagnostic/radar-svg.ts";
import { reportOf } from "../../src/diagnostic/report.ts";
import { drawableText } from "../../src/rendering/drawable-text.ts";
import { fontFiles } from "../../src/rendering/font-files.ts";
import { lettersOf } from "../../src/rendering/letters-of.ts";
import { createPictureMaker } from "../../src/rendering/picture-maker.ts";
import { ink, MARGIN, shade } from "../../src/rendering/sheet.ts";
import { contrast } from "../support/contrast.ts";
import { goldenCase, goldenCases } from "../support/golden-cases.ts";
import { sourceOf } from "../support/golden-reports.ts";
import { outsideOf, overlapsOf, readPdf, wordsOfPages } from "../support/pdf-pages.ts";
import { projectRoot } from "../support/project-root.ts";
import { library } from "../support/small-library.ts";

const pictures = createPictureMaker();
const letters = lettersOf((await fontFiles()).regular);

async function reportFor(letter: string, language: Language, roadmap?: readonly RoadmapLine[]) {
  const source = sourceOf(goldenCase(letter), language);
  const previous = letter === "B" ? sourceOf(goldenCase("A"), language).scores : undefined;
  const radarPng =
    source.scores.scored >= 5
      ? await pictures.drawPng(radarSvg({ ...source, previous }), 1000)
      : undefined;
  return reportOf({ ...source, previous, radarPng, run: { ...source.run, roadmap } });
}

const lines: readonly RoadmapLine[] = [
  {
    recommendation: "protection.double-verification",
    aim: "Que personne n'entre dans notre boîte",
    who: "Secrétariat",
    helper: "Leïla",
    by: "2027-02-15",
    state: "under-way",
  },
  { recommendation: "info.carte-des-canaux", who: "Karim", by: "2027-02-20", state: "to-do" },
  { recommendation: "memoire.copie-express", by: "2027-02-20", state: "to-do" },
];

describe("a report on paper", () => {
  const cases = goldenCases.flatMap(({ letter }) => languages.map((one) => [letter, one] as const));

  it.each(cases)(
    "says all of it in order, on 2 to 5 pages: example %s in %s",
    async (letter, language) => {
      const report = await reportFor(letter, language);
      const { pages } = await readPdf(await pictures.printPdf(report));
      expect(pages.length).toBeGreaterThanOrEqual(2);
      expect(pages.length).toBeLessThanOrEqual(5);
      const read = wordsOfPages(pages).replaceAll(/\s/gu, "");
      let from = 0;
      for (const text of textsOf(report)) {
        const words = drawn(text).replaceAll("**", "").replaceAll(/\s/gu, "");
        const at = read.indexOf(words, from);
        expect(at, text).toBeGreaterThanOrEqual(0);
        from = at + words.length;
      }
    },
  );

  it.each(cases)(
    "keeps within its margins, nothing over anything: example %s in %s",
    async (letter, language) => {
      const { pages } = await readPdf(
        await pictures.printPdf(await reportFor(letter, language, lines)),
      );
      expect(pages.flatMap(overlapsOf)).toEqual([]);
      expect(pages.flatMap((page) => outsideOf(page, MARGIN))).toEqual([]);
    },
  );

  it("is tagged: a title, headings, lists, tables with their titles, a picture in words", async () => {
    const { pages, info } = await readPdf(await pictures.printPdf(await reportFor("A", "fr")));
    const roles = pages.flatMap((page) => page.roles);
    const kinds = new Set(roles.map(({ role }) => role));
    const wanted = ["H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure"];
    expect([...kinds]).toEqual(expect.arrayContaining(wanted));
    expect(roles.find(({ role }) => role === "Figure")?.alt).toContain(
      "Garder nos documents : premiers pas",
    );
    expect(info).toContain("Votre point numérique");
    expect(info).toContain('"Language":"fr"');
  });

  it("is the same file when it is made again", async () => {
    const report = await reportFor("B", "fr", lines);
    const [one, other] = [await pictures.printPdf(report), await pictures.printPdf(report)];
    expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0);
  });

  it("numbers its pages", async () => {
    const { pages } = await readPdf(await pictures.printPdf(await reportFor("A", "en")));
    for (const [index, { texts }] of pages.entries()) {
      expect(texts.map(({ text }) => text)).toContain(`${index + 1} / ${pages.length}`);
    }
  });

  it.each([
    ["a name of 3,000 letters", "Maximilien".repeat(300)],
    ["a name of many words", "la secrétaire et ".repeat(400)],
    ["pictures", "👩🏽‍💻 Zoé 🎉🎉"],
    ["another direction", "\u202Eمحمد\u202C et ‏דוד"],
    ["signs of markup", "**gras** *__x__* <b>| =cmd()|'/c calc'!A1"],
    ["broken characters", "a\uD800b\u0000c\r\n\td\u200B"],
  ])("stands %s in the roadmap", async (_, typed) => {
    const hostile = lines.map((line) => ({ ...line, who: typed, helper: typed, aim: typed }));
    const { pages } = await readPdf(await pictures.printPdf(await reportFor("A", "fr", hostile)));
    expect(pages.flatMap(overlapsOf)).toEqual([]);
    expect(pages.flatMap((page) => outsideOf(page, MARGIN))).toEqual([]);
    expect(wordsOfPages(pages)).toContain("boîte mail principale");
  });

  it("takes a row that does not fit to the next page whole, under the titles again", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      `ligne ${index}`,
      "mot ".repeat(30),
      "",
    ]);
    const { pages } = await readPdf(await pictures.printPdf(tableOf(rows)));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      const texts = page.texts.map(({ text }) => text);
      expect(texts).toContain("Quoi");
      // Each name with all the words of its row.
      const named = texts.filter((text) => text.startsWith("ligne")).length;
      expect(texts.join(" ").match(/\bmot\b/gu)).toHaveLength(30 * named);
    }
  });

  it("cuts between lines a row that no page can hold, and loses nothing of it", async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `m${index}`);
    const { pages } = await readPdf(
      await pictures.printPdf(tableOf([["long", words.join(" "), ""]])),
    );
    expect(pages.flatMap(overlapsOf)).toEqual([]);
    expect(pages.flatMap((page) => outsideOf(page, MARGIN))).toEqual([]);
    expect(wordsOfPages(pages).match(/\bm\d+/gu)).toEqual(words);
  });

  it("has letters for all that the library says in it", () => {
    const { recommendations, questions, dimensions, levels, owners } = library.questionnaire;
    const phrases = languages.map((language) =>
      Object.entries(library.phrases[language]).filter(([key]) => key.startsWith("dp-")),
    );
    const text = JSON.stringify([recommendations, questions, dimensions, levels, owners, phrases]);
    const missing = Array.from(text).filter((letter) => !letters.has(letter.codePointAt(0) ?? 0));
    expect([...new Set(missing)]).toEqual([]);
  });

  it("is written in ink that stands out", () => {
    for (const color of [ink.words, ink.heading, ink.quiet]) {
      expect(contrast(color, shade)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(ink.rule, shade)).toBeGreaterThanOrEqual(3);
  });

  it("can be written for the README (PASSERELLE_WRITE_PICTURES=1)", async () => {
    const pdf = await pictures.printPdf(await reportFor("B", "fr", lines));
    if (process.env["PASSERELLE_WRITE_PICTURES"] === "1") {
      writeFileSync(join(projectRoot, "test", "diagnostic", "pictures", "report-fr.pdf"), pdf);
    }
    expect(pdf.length).toBeLessThan(400_000);
  });
});

function drawn(text: string): string {
  return drawableText(text, (codePoint) => letters.has(codePoint));
}

function textsOf({ title, blocks }: PrintedReport): readonly string[] {
  return [title, ...blocks.flatMap(textsOfBlock)];
}

/** Cells of several lines are read line by line across: they are looked for elsewhere. */
function textsOfBlock(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "text":
      return [block.text];
    case "list":
      return block.items;
    case "table":
      return block.columns.map(({ title }) => title);
    case "picture":
    case "page-break":
      return [];
  }
}

function tableOf(rows: readonly (readonly string[])[]): PrintedReport {
  const columns = [
    { title: "Quoi", width: 0.2 },
    { title: "Pourquoi", width: 0.3 },
    { title: "Qui", width: 0.5 },
  ];
  return {
    title: "Un tableau",
    language: "fr",
    madeOn: "2027-01-20",
    footer: "essai",
    blocks: [{ kind: "table", columns, rows }],
  };
}
