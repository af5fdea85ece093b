import { expect, it } from "vitest";
import { readersOf } from "../../../../src/adapters/matrix/sending/readers-of.ts";

const members = new Map([
  ["@in:x", "join"],
  ["@asked:x", "invite"],
] as const);

it.each([
  ["joined", ["@in:x"]],
  ["invited", ["@in:x", "@asked:x"]],
  ["shared", ["@in:x", "@asked:x"]],
  ["world_readable", ["@in:x", "@asked:x"]],
  [undefined, ["@in:x", "@asked:x"]],
])("where history is for %s, keys are given to %j", (historyVisibility, readers) => {
  expect(readersOf({ members, historyVisibility })).toEqual(readers);
});
