import { expect, it } from "vitest";
import { choiceBySign } from "../../src/model/choice-by-sign.ts";
import { offeredSignsOf, signsOf } from "../../src/model/choice-signs.ts";
import type { Choice } from "../../src/model/reply.ts";

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

/** Choices as a text lists them: the first is named by a word. */
const marked: readonly Choice[] = [
  { label: "Je ne sais pas", mark: "Je ne sais pas", value: "unknown", sign: "❓" },
  { label: "Aucune", mark: "0", value: "0" },
  { label: "Une", mark: "1", value: "1" },
  { label: "Dix", mark: "10", value: "10" },
  { label: "Pourquoi ?", mark: "Pourquoi ?", value: "why" },
];
const labels = marked.map(({ label }) => label);

it.each([
  ["0️⃣", 1, "number"],
  ["1️⃣", 2, "number"],
  ["❓", 0, "label"],
])("takes %s for the choice it was offered for, wherever that stands", (key, position, by) => {
  const signs = signsOf({ choices: marked });
  expect(choiceBySign(key, labels, signs)).toMatchObject({ position, by });
});

it.each(["2️⃣", "🔟", "⏭️", ""])("takes %j, which was offered for none, for no choice", (key) => {
  expect(choiceBySign(key, labels, signsOf({ choices: marked }))).toBeUndefined();
});

it("proposes no number where several are waited for, and still knows one", () => {
  const several = { choices: marked, mostChosen: 2 };
  expect(offeredSignsOf(several)).toEqual(["❓", ""]);
  expect(offeredSignsOf({ choices: marked })).toEqual(signsOf({ choices: marked }));
  expect(choiceBySign("1️⃣", labels, signsOf(several))).toMatchObject({ position: 2 });
});
