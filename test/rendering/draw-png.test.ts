import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { radarSvg } from "../../src/diagnostic/radar-svg.ts";
import { createPictureMaker } from "../../src/rendering/picture-maker.ts";
import { languages } from "../../src/model/language.ts";
import { goldenCase, goldenCases } from "../support/golden-cases.ts";
import { sourceOf } from "../support/golden-reports.ts";
import { projectRoot } from "../support/project-root.ts";

const pictures = createPictureMaker();
const folder = join(projectRoot, "test", "diagnostic", "pictures");

describe("a picture", () => {
  it.each(
    goldenCases.flatMap(({ letter }) => languages.map((language) => [letter, language] as const)),
  )(
    "is a PNG of 1000 × 1000, light enough and not blank: example %s in %s",
    async (letter, language) => {
      const svg = radarSvg(sourceOf(goldenCase(letter), language));
      const png = await pictures.drawPng(svg, 1000);
      expect(png.length).toBeLessThanOrEqual(200_000);
      const { width, height, data, channels } = decode(png);
      expect([width, height]).toEqual([1000, 1000]);
      const colors = new Set<string>();
      for (let at = 0; at < data.length; at += channels) {
        colors.add(data.subarray(at, at + 3).join());
      }
      // Rings, words, lines, and the shades at their edges.
      expect(colors.size).toBeGreaterThan(50);
    },
  );

  it("is drawn with letters of its own: words change it", async () => {
    const drawn = (word: string) =>
      pictures.drawPng(
        `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><text y="40" font-size="40" font-family="Atkinson Hyperlegible">${word}</text></svg>`,
        200,
      );
    expect(await drawn("oui")).not.toEqual(await drawn("non"));
    expect(await drawn("oui")).not.toEqual(await drawn(""));
  });

  it("is the width that is asked for", async () => {
    const png = await pictures.drawPng(radarSvg(sourceOf(goldenCase("A"), "fr")), 360);
    expect(decode(png)).toMatchObject({ width: 360, height: 360 });
  });

  it("is refused when the drawing is none", async () => {
    await expect(pictures.drawPng("not a drawing", 100)).rejects.toThrow("SVG");
  });

  it.each(languages)(
    "is, in %s, the one that the README shows (PASSERELLE_WRITE_PICTURES=1 writes it)",
    async (language) => {
      const previous = sourceOf(goldenCase("A"), language).scores;
      const svg = radarSvg({ ...sourceOf(goldenCase("B"), language), previous });
      const png = await pictures.drawPng(svg, 1000);
      const file = join(folder, `radar-${language}.png`);
      if (process.env["PASSERELLE_WRITE_PICTURES"] === "1") writeFileSync(file, png);
      expect(Buffer.compare(readFileSync(file), Buffer.from(png))).toBe(0);
    },
  );
});
