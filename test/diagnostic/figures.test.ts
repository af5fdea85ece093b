import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Association } from "../../src/diagnostic/associations.ts";
import { figuresOf } from "../../src/diagnostic/figures.ts";
import { FEWEST, FEWEST_CROSSED, rounded, shareableParts } from "../../src/diagnostic/shareable.ts";
import type { LeftRun } from "../../src/model/left-run.ts";
import { sources } from "../support/random-associations.ts";
import { library } from "../support/small-library.ts";

const { questionnaire } = library;

const seeded = { seed: 7, numRuns: 300 };

function figures(source: {
  readonly associations: readonly Association[];
  readonly left: readonly LeftRun[];
}) {
  return figuresOf({ ...source, questionnaire });
}

describe("every number that is shown", () => {
  it("is behind at least 5 associations, or 10 where it is of one territory", () => {
    fc.assert(
      fc.property(sources, ({ associations, left }) => {
        const shown = figures({ associations, left });
        const count = (has: (one: Association) => boolean) => associations.filter(has).length;
        const faults: unknown[] = [];
        const atLeast = (number: number | undefined, behind: number, fewest = FEWEST) => {
          if (number !== undefined && behind < fewest) faults.push({ number, behind, fewest });
        };
        atLeast(shown.associations, associations.length);
        for (const { dimension, score } of shown.levels) {
          atLeast(
            score,
            count(({ scores }) => scores.has(dimension)),
          );
        }
        for (const { id, count: told } of shown.recommendations) {
          atLeast(
            told,
            count((one) => one.recommendations.includes(id)),
          );
        }
        for (const { id, count: told } of shown.wishes) {
          atLeast(
            told,
            count(({ wishes }) => wishes.includes(id)),
          );
        }
        for (const { path, median } of shown.minutes) {
          atLeast(
            median,
            count((one) => one.path === path),
          );
        }
        for (const { path, id, count: told } of shown.left) {
          atLeast(told, left.filter((one) => one.path === path && one.question === id).length);
        }
        for (const { months, some, none } of shown.stepsDone) {
          const isOld = ({ roadmap }: Association) =>
            roadmap !== undefined && roadmap.days >= (months === 1 ? 30 : 91);
          atLeast(
            some,
            count((one) => isOld(one) && one.roadmap?.hasDone === true),
          );
          atLeast(
            none,
            count((one) => isOld(one) && one.roadmap?.hasDone === false),
          );
        }
        for (const one of shown.territories) {
          const theirs = associations.filter(({ territory }) => territory === one.territory);
          atLeast(one.associations, theirs.length, FEWEST_CROSSED);
          for (const { dimension, score } of one.levels) {
            const scored = theirs.filter(({ scores }) => scores.has(dimension));
            atLeast(score, scored.length, FEWEST_CROSSED);
          }
        }
        expect(faults).toEqual([]);
      }),
      seeded,
    );
  });

  it("is a multiple of 5, minutes aside", () => {
    fc.assert(
      fc.property(sources, (source) => {
        const { minutes: _minutes, stepsDone, ...others } = figures(source);
        const numbers = JSON.stringify([others, stepsDone.map(({ some, none }) => [some, none])])
          .replaceAll(/"[^"]*"/gu, "")
          .match(/\d+/gu);
        for (const number of numbers ?? []) expect(Number(number) % 5).toBe(0);
      }),
      seeded,
    );
  });
});

describe("what is hidden", () => {
  const line = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 });

  it("cannot be computed from the whole of its line and what is shown, even exactly known", () => {
    fc.assert(
      fc.property(line, fc.constantFrom(FEWEST, FEWEST_CROSSED), (counts, fewest) => {
        const isShown = shareableParts(counts, fewest);
        const hidden = counts.filter((_, index) => isShown[index] !== true);
        const shown = counts.filter((_, index) => isShown[index] === true);
        const whole = counts.reduce((sum, count) => sum + count, 0);
        const rest = whole - shown.reduce((sum, count) => sum + count, 0);
        expect(shown.every((count) => count >= fewest)).toBe(true);
        if (rest === 0) return;
        // Of what is left, nobody can say to which of several parts it belongs: each may be none, or all of it.
        expect(hidden.length > 1 || shown.length === 0).toBe(true);
        expect(rest >= fewest || shown.length === 0).toBe(true);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it("stands for several numbers, whoever tries to solve what is published", () => {
    fc.assert(
      fc.property(line, (counts) => {
        const isShown = shareableParts(counts, FEWEST);
        const told = counts.map((count, at) => (isShown[at] === true ? rounded(count) : undefined));
        const whole = rounded(counts.reduce((sum, count) => sum + count, 0));
        for (const [at, count] of counts.entries()) {
          if (isShown[at] === true || counts.every((_, index) => isShown[index] !== true)) continue;
          const possible = Array.from({ length: 41 }, (_, guess) => guess).filter((guess) =>
            canBe(guess, told.toSpliced(at, 1), whole),
          );
          expect(possible).toContain(count);
          expect(possible.length).toBeGreaterThan(1);
        }
      }),
      { seed: 13, numRuns: 2000 },
    );
  });

  /** Whether one hidden part may be so much: what is shown is within 2 of what is told, the rest is anything. */
  function canBe(guess: number, others: readonly (number | undefined)[], whole: number): boolean {
    const least = others.reduce<number>((sum, told) => sum + Math.max((told ?? 2) - 2, 0), guess);
    const most = others.reduce<number>((sum, told) => sum + (told ?? 40) + 2, guess);
    return least <= whole + 2 && most >= whole - 2;
  }

  it("includes a territory alone beside others, whose number the whole would give away", () => {
    expect(shareableParts([20, 15, 3], 10)).toEqual([true, false, false]);
    expect(shareableParts([20, 4, 3], 10)).toEqual([false, false, false]);
    expect(shareableParts([20, 6, 5], 10)).toEqual([true, false, false]);
    expect(shareableParts([20, 15, 0], 10)).toEqual([true, true, false]);
  });
});
