import { expect, it } from "vitest";
import { choiceBySign } from "../../src/model/choice-by-sign.ts";

const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

it.each([
  ["1️⃣", 0],
  ["2\u20E3", 1],
  ["9️⃣", 8],
  ["🔟", 9],
])("takes %s for the number of a choice", (key, position) => {
  expect(choiceBySign(key, ten)).toMatchObject({ position, by: "number" });
});

it.each(["👍", "👍️", "👍🏽"])("takes %s for the choice that begins with it", (key) => {
  const named = { position: 1, by: "judgement", sign: "👍" };
  expect(choiceBySign(key, ["Suite", "👍 Oui", "👎 Non"])).toEqual(named);
});

it.each([
  ["a number beyond", "4️⃣", ["a", "b"]],
  ["ten where there are nine", "🔟", ten.slice(1)],
  ["zero", "0️⃣", ten],
  ["a judgement that is not asked for", "👍", ["a", "b"]],
  ["a sign no label begins with", "🎉", ["a 🎉"]],
  ["a sign that several labels begin with", "✋", ["✋ a", "✋ b"]],
  ["words", "1", ten],
  ["nothing", "", ten],
])("takes %s for no choice", (_, key, labels) => {
  expect(choiceBySign(key, labels)).toBeUndefined();
});

it.each(["✋", "✋🏿"])("takes %s for the choice that begins with it", (key) => {
  const named = { position: 1, by: "label", sign: "✋" };
  expect(choiceBySign(key, ["Non", "✋ Oui"])).toEqual(named);
});
