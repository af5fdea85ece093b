import * as fc from "fast-check";
import type { Association } from "../../src/diagnostic/associations.ts";
import type { LeftRun } from "../../src/model/left-run.ts";
import { library } from "./small-library.ts";

const { questionnaire } = library;
const dimensions = questionnaire.dimensions.map(({ id }) => id);
const recommendations = questionnaire.recommendations.slice(0, 8).map(({ id }) => id);
const questions = questionnaire.questions
  .filter(({ isShort, isAfterResult }) => isShort && isAfterResult !== true)
  .map(({ id }) => id);

/** One association. */
export const association: fc.Arbitrary<Association> = fc.record({
  territory: fc.option(fc.constantFrom("44", "49", "85"), { nil: undefined }),
  scores: fc
    .dictionary(fc.constantFrom(...dimensions), fc.integer({ min: 0, max: 100 }), { maxKeys: 10 })
    .map((scores) => new Map(Object.entries(scores))),
  recommendations: fc.subarray(recommendations),
  wishes: fc.subarray(dimensions.slice(0, 4), { maxLength: 2 }),
  path: fc.constantFrom("short", "full"),
  minutes: fc.integer({ min: 1, max: 60 }),
  roadmap: fc.option(fc.record({ days: fc.integer({ min: 0, max: 200 }), hasDone: fc.boolean() }), {
    nil: undefined,
  }),
  since: fc.constantFrom("2026-10-15T10:00:00.000Z", "2026-11-15T10:00:00.000Z"),
});

const leftRun: fc.Arbitrary<LeftRun> = fc.record({
  question: fc.option(fc.constantFrom(...questions.slice(0, 4)), { nil: undefined }),
  path: fc.constantFrom("short", "full"),
  month: fc.constant("2026-11-01T00:00:00.000Z"),
});

/** Associations of a few territories, and runs that were left. */
export const sources = fc.record({
  associations: fc.array(association, { maxLength: 60 }),
  left: fc.array(leftRun, { maxLength: 40 }),
});
