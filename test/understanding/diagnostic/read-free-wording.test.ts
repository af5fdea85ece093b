import { expect, it } from "vitest";
import { judge, questionnaire, readWordingCases } from "./said-in-free-words.ts";

const annex = readWordingCases("free-wording-cases.tsv");
const more = readWordingCases("more-wording-cases.tsv");
const later = ["fresh-wording-cases.tsv", "last-wording-cases.tsv"].flatMap(readWordingCases);
const strangers = readWordingCases("strangers-cases.tsv");

it("reads at least 95 % of the annex as a careful reader does, and none of it as another answer", () => {
  const { right, wrong } = judge(annex);
  expect(annex.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
  expect(right / annex.length).toBeGreaterThanOrEqual(0.95);
});

// 348 messages, written before the reader was run. First run, before any mend: 256 right (73.6 %), 85
// asked again (24.4 %), 7 wrong (2.0 %). The synonyms and mends that followed were made from them.
it("reads at least 90 % of what strangers would write, and at most 2 % of it wrongly", () => {
  const { right, wrong } = judge(more);
  expect(more.length).toBeGreaterThan(200);
  expect(wrong.length / more.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.02);
  expect(right / more.length).toBeGreaterThanOrEqual(0.9);
});

// Each written once the mends of those before were made, and read as the reader then stood: 115 messages, 72
// right (62.6 %), 41 asked again, 2 wrong (1.7 %); after the mends these called for, 80 more, 58 right
// (72.5 %), 20 asked again, 2 wrong (2.5 %), which is what to expect of new people. Mended again since.
it("reads four in five of the messages written later, and at most 2 % wrongly", () => {
  const { right, wrong } = judge(later);
  expect(wrong.length / later.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.02);
  expect(right / later.length).toBeGreaterThanOrEqual(0.8);
});

// 300 messages by somebody who had not seen the reader, nor its phrases, and sought wordings of all kinds.
// Read once, before any mend: 140 right (46.7 %), 144 asked again (48.0 %), 16 wrong (5.3 %); the reader
// before it, word for word, 18.3 %, 78.0 % and 3.7 %. What was systematic was mended since ("c'est quoi…",
// "les 4", "moi je sais pas", ways to pass, names of tools alone): these cases are no longer blind.
it("reads nearly half of the most unforeseen wordings, asks again for the others, and errs in 2 % at most", () => {
  const { right, wrong } = judge(strangers);
  expect(strangers.length).toBe(300);
  expect(wrong.length / strangers.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.02);
  expect(right / strangers.length).toBeGreaterThanOrEqual(0.48);
});

it("has cases for every question that is read here", () => {
  const tried = new Set([...annex, ...more].map(({ question }) => question.id));
  const left = questionnaire.questions.filter(
    ({ id, isAfterResult }) => isAfterResult !== true && !tried.has(id),
  );
  expect(left.map(({ id }) => id)).toEqual([]);
});
