import { describe, expect, it } from "vitest";
import { labelsOf, playTurns, textOf } from "../support/play-turns.ts";
import { held, page, scriptedKnowledge, sure } from "../support/small-library.ts";

const fees = "crowdfunding.fees";
const hacked = "security.hacked";
const knowledge = scriptedKnowledge({
  "des frais ?": [sure(fees)],
  "la météo ?": [{}],
  "compte piraté": [held("sure", { [hacked]: 0.9, "paperless.compte-asso": 0.02 })],
  "mot de passe volé": [
    held("sure", { [hacked]: 0.7, "security.phishing": 0.2, "website.cost": 0.05 }),
  ],
});
const tell = knowledge.tell("fr");

const play = (...texts: readonly string[]) => playTurns(knowledge, texts);

describe("usefulness", () => {
  it("is asked in the last line of an answer, so that a bare yes or no is about it", () => {
    const lines = (...said: readonly string[]) => textOf(play(...said)).split("\n");
    expect(lines("des frais ?").at(-1)).toBe(tell("useful-question"));
    expect(lines("des frais ?", "la météo ?", "retour").at(-1)).toBe(tell("useful-question"));
    expect(textOf(play("aide"))).not.toContain(tell("useful-question"));
  });

  it("is not judged by a polite refusal", () => {
    const turn = play("des frais ?", "non merci");
    expect(turn.effects).toEqual([]);
    expect(turn.conversation.mode.kind).toBe("idle");
  });

  it("need not be explained", () => {
    expect(play("des frais ?", "non", "non").conversation.mode.kind).toBe("idle");
  });

  it.each(["non pas ça", "non c'est pas ça"])(
    "%j, where nothing is asked, is no goodbye",
    (said) => {
      const turn = play("aide", said);
      expect(textOf(turn)).toBe(tell("rephrase"));
      expect(turn.conversation.mode.kind).toBe("rephrasing");
    },
  );

  it.each(["non", "non merci", "nan nan", "👎"])(
    "%j, where nothing is asked, ends the talk",
    (said) => {
      expect(textOf(play("aide", said))).toContain(page("bot.goodbye").text.fr);
    },
  );

  it.each(["oui", "👍", "2"])("thanks for %j and counts it", (reply) => {
    const turn = play("des frais ?", reply);
    expect(textOf(turn)).toBe(tell("useful-thanks"));
    expect(turn.effects).toEqual([{ kind: "judge-answer", intent: fees, isUseful: true }]);
  });

  it.each(["non", "👎", "3", "pas vraiment"])("asks why after %j", (reply) => {
    const turn = play("des frais ?", reply);
    expect(textOf(turn)).toBe(tell("dislike-why"));
    expect(turn.effects).toEqual([{ kind: "judge-answer", intent: fees, isUseful: false }]);
  });

  it("offers likely other readings of the question, and no unlikely one", () => {
    expect(labelsOf(play("mot de passe volé", "non", "3"))).toEqual([
      page("security.phishing").title.fr,
      tell("none-of-these"),
    ]);
  });

  it("offers the pages that come next when it was another question and no reading is likely", () => {
    expect(labelsOf(play("compte piraté", "non", "1"))).toEqual([
      ...page(hacked).next.map((id) => page(id).title.fr),
      tell("none-of-these"),
    ]);
  });

  it("offers a person when no other reading is likely and the question was the right one", () => {
    expect(textOf(play("compte piraté", "non", "3"))).toContain("Guid'Asso");
  });

  it("keeps what was wrong and offers a person when there is no other answer", () => {
    const turn = play("des frais ?", "non", "3");
    expect(turn.effects).toMatchObject([
      { kind: "keep-question", because: "disliked", intent: fees, why: "incomplete" },
    ]);
    expect(textOf(turn)).toContain("Guid'Asso");
  });
});
