import { describe, expect, it } from "vitest";
import { suggestQuestions } from "../../src/bot/suggest-questions.ts";
import { held, page, scriptedKnowledge } from "../support/small-library.ts";

const words = "combien prend la plateforme";
const knowledge = scriptedKnowledge({
  [words]: [held("sure", { "crowdfunding.create-page": 0.6, "crowdfunding.legal": 0.01 })],
});

describe("questions proposed while somebody types", () => {
  it("are at most twenty-five, even before anything is typed", () => {
    expect(suggestQuestions("", "fr", knowledge)).toHaveLength(25);
    expect(suggestQuestions("a", "fr", knowledge).length).toBeLessThanOrEqual(25);
  });

  it("begin with what the words are understood as, the unlikely left out", () => {
    const proposed = suggestQuestions(words, "fr", knowledge);
    expect(proposed).toEqual([page("crowdfunding.create-page").title.fr]);
  });

  it("hold the beginnings of words that were typed, in the person's language", () => {
    const { title } = page("crowdfunding.create-page");
    const start = (title.en.split(" ").at(-1) ?? "").replaceAll(/\W/g, "").slice(0, 4);
    expect(suggestQuestions(start, "en", knowledge)).toContain(title.en);
    expect(suggestQuestions(start, "en", knowledge).every((one) => !one.startsWith("bot."))).toBe(
      true,
    );
  });
});
