import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Association } from "../../src/diagnostic/associations.ts";
import { figuresOf } from "../../src/diagnostic/figures.ts";
import { FEWEST, FEWEST_CROSSED } from "../../src/diagnostic/shareable.ts";
import { steadyFigures } from "../../src/diagnostic/steady-figures.ts";
import type { PublishedFigures } from "../../src/model/diagnostic-figures.ts";
import { association } from "../support/random-associations.ts";
import { library } from "../support/small-library.ts";

const { questionnaire } = library;
const dimension = questionnaire.dimensions[0]?.id ?? "";
const until = ["2026-11-01", "2026-12-01", "2027-01-01"].map((day) => `${day}T00:00:00.000Z`);

function published(
  associations: readonly Association[],
  at: number,
  before?: PublishedFigures,
): PublishedFigures {
  const figures = figuresOf({ associations, left: [], questionnaire });
  const fresh = { figures, associations, until: until[at] ?? "" };
  return { until: fresh.until, figures: steadyFigures(fresh, before) };
}

function some(
  count: number,
  month: string,
  score: number,
  changes: Partial<Association> = {},
): readonly Association[] {
  return Array.from({ length: count }, () => ({
    territory: undefined,
    scores: new Map([[dimension, score]]),
    recommendations: [],
    wishes: [],
    path: "short" as const,
    minutes: 5,
    roadmap: undefined,
    since: `${month}-15T10:00:00.000Z`,
    ...changes,
  }));
}

function scoreIn({ figures }: PublishedFigures, territory?: string): number | undefined {
  const { levels } =
    territory === undefined
      ? figures
      : (figures.territories.find((one) => one.territory === territory) ?? { levels: [] });
  return levels.find((level) => level.dimension === dimension)?.score;
}

describe("a mean that was published", () => {
  const there = { territory: "44" };

  it("does not tell what the one newcomer of a territory answered", () => {
    const old = [...some(10, "2026-10", 42, there), ...some(10, "2026-10", 50)];
    const before = published(old, 0);
    expect(scoreIn(before, "44")).toBe(40);
    // Of these, anybody who knows who is new in 44 would read 100 out of the change from 40 to 50.
    const came = [...some(1, "2026-11", 100, there), ...some(10, "2026-11", 50)];
    const after = published([...old, ...came], 1, before);
    expect(scoreIn(after, "44")).toBe(40);
    const more = some(9, "2026-12", 100, there);
    const elsewhere = published([...old, ...came, ...more], 2, after);
    expect(scoreIn(elsewhere, "44")).toBe(70);
  });

  it("stays where the newcomers elsewhere are too few, for they are what is left of the whole", () => {
    const other = { territory: "49" };
    const old = [...some(10, "2026-10", 40, there), ...some(12, "2026-10", 40, other)];
    const before = published(old, 0);
    const came = [...some(10, "2026-11", 80, there), ...some(1, "2026-11", 0, other)];
    expect(scoreIn(published([...old, ...came], 1, before), "44")).toBe(40);
    const alone = some(10, "2026-11", 80, there);
    expect(scoreIn(published([...old, ...alone], 1, before), "44")).toBe(60);
  });

  it("does not tell what the one newcomer answered whom a dimension concerns", () => {
    const old = some(5, "2026-10", 42);
    const before = published(old, 0);
    const none = { scores: new Map<string, number>() };
    const came = [...some(1, "2026-11", 100), ...some(5, "2026-11", 0, none)];
    expect(scoreIn(published([...old, ...came], 1, before))).toBe(40);
  });

  it("goes with the results it was drawn from", () => {
    const before = {
      ...published(some(12, "2026-10", 40, there), 0),
      until: "2025-01-01T00:00:00.000Z",
    };
    const after = published(some(5, "2026-11", 80), 1, before);
    expect(after.figures.territories).toEqual([]);
    expect(scoreIn(after)).toBe(80);
  });

  it("changes only by enough newcomers, in whatever order people come and go", () => {
    const months = ["2026-10", "2026-11", "2026-12"];
    const arrivals = fc.array(association, { maxLength: 40 });
    fc.assert(
      fc.property(arrivals, arrivals, arrivals, fc.nat(9), (...given) => {
        const [first, second, third, gone] = given;
        const stepOf = (list: readonly Association[], at: number) =>
          list.map((one) => ({ ...one, since: `${months[at]}-15T10:00:00.000Z` }));
        const one = stepOf(first, 0);
        const two = [...one.slice(gone), ...stepOf(second, 1)];
        const three = [...two.slice(gone), ...stepOf(third, 2)];
        let before: PublishedFigures | undefined;
        const shown = new Map<string, { readonly score: number; readonly at: string }>();
        for (const [at, associations] of [one, two, three].entries()) {
          before = published(associations, at, before);
          const lines = [
            { name: "", levels: before.figures.levels },
            ...before.figures.territories.map(({ territory, levels }) => ({
              name: territory,
              levels,
            })),
          ];
          for (const { name, levels } of lines) {
            for (const { dimension: id, score } of levels) {
              const known = shown.get(`${name} ${id}`);
              if (score === undefined || score === known?.score) continue;
              const came = associations.filter(
                ({ territory, scores, since }) =>
                  (name === "" || territory === name) &&
                  scores.has(id) &&
                  since >= (known?.at ?? ""),
              );
              const fewest = name === "" ? FEWEST : FEWEST_CROSSED;
              expect(came.length).toBeGreaterThanOrEqual(fewest);
              shown.set(`${name} ${id}`, { score, at: until[at] ?? "" });
            }
          }
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
