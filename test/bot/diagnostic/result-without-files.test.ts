import { describe, expect, it } from "vitest";
import { goldenCases } from "../../support/golden-cases.ts";
import { ResultChat } from "../../support/result-chat.ts";
import { library } from "../../support/small-library.ts";
import { workshopLike } from "../../support/workshop-like.ts";

/** Could help with any step, and takes long to say. */
const workshop = workshopLike({
  title: { fr: "Un long titre. ".repeat(14), en: "A long title. ".repeat(14) },
  themes: library.questionnaire.recommendations.map(({ theme }) => theme),
  localStart: "2026-09-20T18:00",
});

describe("the result when neither picture nor report can be made", () => {
  it.each(
    goldenCases.flatMap(({ name }) => [
      { name, first: "en français", asked: "mon résultat", said: "Je n'ai pas réussi à joindre" },
      { name, first: "in English", asked: "my result", said: "I could not attach" },
    ]),
  )("says so, in 1,200 characters at most: $name, $asked", async ({ name, first, asked, said }) => {
    const chat = await ResultChat.open(name[0] ?? "", { workshops: [workshop] });
    chat.pictures.failsAt = "both";
    await chat.says(first);
    const [reply] = await chat.replies(asked);
    expect(reply?.text).toContain(said);
    expect(reply?.text.length).toBeLessThanOrEqual(1200);
  });
});
