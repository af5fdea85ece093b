import { describe, expect, it } from "vitest";
import type { Library } from "../../src/model/library.ts";
import { trainModel } from "../../src/understanding/train.ts";
import { createUnderstand } from "../../src/understanding/understand.ts";
import { library } from "../support/small-library.ts";

const isHeldOut = (at: number) => at % 4 === 1;
const learnt = (list: readonly string[]) => list.filter((_, at) => !isHeldOut(at));
const heldOut = (list: readonly string[]) => list.filter((_, at) => isHeldOut(at));

/** Three themes, a quarter of their sentences kept aside. */
const intents = library.intents.filter(({ theme }) =>
  ["workshop", "free-software", "remote-work"].includes(theme),
);
const most: Library = {
  ...library,
  intents: intents.map((intent) => ({
    ...intent,
    utterances: { fr: learnt(intent.utterances.fr), en: learnt(intent.utterances.en) },
  })),
  outOfScope: { fr: learnt(library.outOfScope.fr), en: learnt(library.outOfScope.en) },
};
const understand = createUnderstand(trainModel(most), most);

// Held-out sentences bring new words and situations on purpose: people's questions are easier (see docs).
describe.each(["fr", "en"] as const)("sentences never learnt, in %s", (language) => {
  const read = (text: string) =>
    understand(text, { language, previousIntent: undefined }).questions[0];
  const inScope = intents.flatMap(({ id, utterances }) =>
    heldOut(utterances[language]).map((text) => ({ id, said: read(text) })),
  );

  it("are answered rightly, or their intent is among the three proposed, most of the time", () => {
    const right = inScope.filter(({ id, said }) => {
      const offered = { sure: 1, unsure: 3, unknown: 0 }[said?.decision ?? "unknown"];
      return said?.candidates.slice(0, offered).some(({ intent }) => intent === id);
    });
    expect(right.length / inScope.length).toBeGreaterThan(0.68);
  });

  it("are rarely answered when out of scope", () => {
    const outside = heldOut(library.outOfScope[language]).map(read);
    const answered = outside.filter((one) => one?.decision === "sure");
    expect(answered.length / outside.length).toBeLessThan(0.12);
  });
});
