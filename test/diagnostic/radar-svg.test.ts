import { describe, expect, it } from "vitest";
import { widthOfText } from "../../src/diagnostic/letter-widths.ts";
import { insideOpacity, radarPalette } from "../../src/diagnostic/radar-palette.ts";
import { radarSvg } from "../../src/diagnostic/radar-svg.ts";
import { languages, type Language } from "../../src/model/language.ts";
import { contrast, over } from "../support/contrast.ts";
import { goldenCase, goldenCases } from "../support/golden-cases.ts";
import { sourceOf } from "../support/golden-reports.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { inkedTexts, numberOf, type InkedText } from "../support/svg-texts.ts";

describe("the radar", () => {
  const cases = goldenCases.flatMap((golden) =>
    languages.flatMap((language) =>
      [false, true].map((hasBefore) => ({ golden, letter: golden.letter, language, hasBefore })),
    ),
  );

  it.each(cases)(
    "has room for each word: example $letter in $language, with a run before: $hasBefore",
    async ({ golden, language, hasBefore }) => {
      const source = sourceOf(golden, language);
      const before = goldenCase(golden.letter === "A" ? "C" : "A");
      const previous = hasBefore ? sourceOf(before, language).scores : undefined;
      expect(await faultsOf(radarSvg({ ...source, previous }))).toEqual([]);
    },
  );

  it("has room for each word, whichever axes are left out and whatever the values", async () => {
    const random = seededRandom(7);
    const faults: string[] = [];
    for (let round = 0; round < 150; round += 1) {
      const language: Language = random() < 0.5 ? "fr" : "en";
      const kept = 3 + Math.floor(random() * 8);
      const source = sourceOf(goldenCase("B"), language);
      const shuffled = source.scores.dimensions.toSorted(() => random() - 0.5).slice(0, kept);
      const ids = new Set(shuffled.map(({ id }) => id));
      const dimensions = source.scores.dimensions.map((one) => ({
        ...one,
        isConcerned: ids.has(one.id),
        score: ids.has(one.id) && random() < 0.8 ? Math.round(random() * 100) : undefined,
      }));
      const previous = random() < 0.5 ? source.scores : undefined;
      const svg = radarSvg({ ...source, scores: { dimensions }, previous });
      // oxlint-disable-next-line no-await-in-loop
      faults.push(...(await faultsOf(svg)).map((fault) => `${kept} axes, ${language}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it("leaves out the axis of what does not concern them, and hollows what has too few answers", () => {
    const source = sourceOf(goldenCase("A"), "fr");
    const dimensions = source.scores.dimensions.map((one) => {
      if (one.id === "info") return { ...one, score: undefined, isConcerned: false };
      return one.id === "com" ? { ...one, score: undefined } : one;
    });
    const svg = radarSvg({ ...source, scores: { dimensions } });
    expect(svg).not.toContain("Faire circuler");
    expect(svg).toContain("Pas assez de réponses");
    expect(svg.match(/<circle[^>]*fill="#FFFFFF"/gu)).toHaveLength(2);
    expect(svg.match(/<circle[^>]*fill="#123F6D"/gu)).toHaveLength(8);
  });

  it("draws the run before as dots, and only when there is one", () => {
    const source = sourceOf(goldenCase("B"), "en");
    const previous = sourceOf(goldenCase("A"), "en").scores;
    expect(radarSvg(source)).not.toContain("stroke-dasharray");
    expect(radarSvg({ ...source, previous }).match(/stroke-dasharray/gu)).toHaveLength(11);
    expect(radarSvg({ ...source, previous })).toContain("Last time");
  });

  it("refuses to be drawn with two axes", () => {
    const source = sourceOf(goldenCase("A"), "fr");
    const dimensions = source.scores.dimensions.map((one, index) => ({
      ...one,
      isConcerned: index < 2,
    }));
    expect(() => radarSvg({ ...source, scores: { dimensions } })).toThrow(RangeError);
  });

  it("has words of 12 pixels at least beside its axes on a phone 360 pixels wide", () => {
    const svg = radarSvg(sourceOf(goldenCase("A"), "fr"));
    const sizes = [...svg.matchAll(/font-size="(?<size>\d+)"/gu)].map(({ groups }) =>
      Number(groups?.["size"]),
    );
    expect(Math.min(...sizes) * 0.36).toBeGreaterThan(10.5);
    expect(sizes.filter((size) => size * 0.36 > 12).length).toBeGreaterThan(20);
  });

  it("has a contrast of 4.5 for words, and of 3 for lines, on everything behind them", () => {
    const { paper, words, now, before, rings, bands } = radarPalette;
    const inside = bands.map((band) => over(now, band, insideOpacity));
    for (const text of [words, now]) expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
    for (const line of [now, before, rings]) {
      for (const behind of [paper, ...bands, ...inside.filter(() => line !== rings)]) {
        expect(contrast(line, behind), `${line} on ${behind}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it("measures words within a few hundredths of the real letters", async () => {
    for (const text of [
      "Savoir-faire, entraide et matériel",
      "Getting organised",
      "Œuvre là-bas ?",
    ]) {
      const svg = `<text x="0" y="0" font-size="100" font-weight="400">${text}</text>`;
      // oxlint-disable-next-line no-await-in-loop
      const [ink] = await inkedTexts(svg);
      const real = (ink?.right ?? 0) - (ink?.left ?? 0);
      expect(widthOfText(text, 100) / real).toBeGreaterThan(0.99);
      expect(widthOfText(text, 100) / real).toBeLessThan(1.06);
    }
  });
});

/** What is cut, or lies over something else. */
async function faultsOf(svg: string): Promise<readonly string[]> {
  const texts = await inkedTexts(svg);
  const circles = [...svg.matchAll(/<circle [^>]*>/gu)].map(([tag]) => ({
    x: numberOf(tag, "cx"),
    y: numberOf(tag, "cy"),
    r: numberOf(tag, "r") + 2,
  }));
  const outer = /<polygon points="(?<points>[^"]*)"/u.exec(svg)?.groups?.["points"] ?? "";
  const ring = outer.split(" ").map((point) => point.split(",").map(Number));
  return texts.flatMap((one, index) => [
    ...(one.left < 8 || one.top < 8 || one.right > 992 || one.bottom > 992
      ? [`cut: ${one.text}`]
      : []),
    ...texts
      .slice(index + 1)
      .flatMap((other) => (areOver(one, other) ? [`${one.text} | ${other.text}`] : [])),
    ...circles.flatMap(({ x, y, r }) => {
      const dx = Math.max(one.left - x, 0, x - one.right);
      const dy = Math.max(one.top - y, 0, y - one.bottom);
      return Math.hypot(dx, dy) < r ? [`a point on ${one.text}`] : [];
    }),
    ...(cornersOf(one).some((corner) => isInside(corner, ring)) ? [`the web on ${one.text}`] : []),
  ]);
}

function areOver(one: InkedText, other: InkedText): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > -4 && down > 0;
}

function cornersOf({ left, right, top, bottom }: InkedText) {
  const middle = (left + right) / 2;
  return [left, middle, right].flatMap((x) => [[x, top] as const, [x, bottom] as const]);
}

function isInside(
  [x, y]: readonly [number, number],
  ring: readonly (readonly number[])[],
): boolean {
  let isIn = false;
  for (const [index, [ax = 0, ay = 0]] of ring.entries()) {
    const [bx = 0, by = 0] = ring[(index + 1) % ring.length] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
  }
  return isIn;
}
