import { describe, expect, it } from "vitest";
import { decideTurn } from "../../src/bot/decide-turn.ts";
import { newConversation } from "../../src/model/conversation.ts";
import { labelsOf, playTurns, textOf } from "../support/play-turns.ts";
import { page, scriptedKnowledge, sure, unsure, type Script } from "../support/small-library.ts";

const fees = "crowdfunding.fees";
const script: Script = {
  "des frais ?": [sure(fees)],
  euh: [unsure(fees, "website.cost", "website.hosting")],
  heu: [unsure("website.cost", fees)],
  "la météo ?": [{}],
  "un site ?": [sure("website.start")],
  "les frais ? une personne ?": [sure(fees, "les frais ?"), sure("bot.human", "une personne ?")],
  "what is free software": [sure("free-software.what-is")],
  "les frais ? et un site ?": [sure(fees, "les frais ?"), sure("website.start", "et un site ?")],
  "la météo ? et les frais ?": [{ question: "la météo ?" }, sure(fees, "et les frais ?")],
};
const knowledge = scriptedKnowledge(script);
const tell = knowledge.tell("fr");

const play = (...texts: readonly string[]) => playTurns(knowledge, texts);

describe("a question that is understood", () => {
  it("is answered with its page, its sources, the date checked and a next question", () => {
    const turn = play("des frais ?");
    expect(textOf(turn)).toContain(page(fees).text.fr);
    expect(textOf(turn)).toContain(page(fees).sources[0]?.url);
    expect(textOf(turn)).toContain("21 novembre 2026");
    expect(labelsOf(turn)).toEqual([
      page(page(fees).next[0] ?? "").title.fr,
      tell("useful-yes"),
      tell("useful-no"),
    ]);
    expect(turn.outcome).toMatchObject({ decision: "answer", intents: [fees] });
  });

  it("is answered in the language it is asked in", () => {
    const turn = play("what is free software");
    expect(textOf(turn)).toContain(page("free-software.what-is").text.en);
    expect(turn.conversation.language).toBe("en");
  });

  it("says by which number its next question is asked, and is led to it by that number", () => {
    const next = page(page(fees).next[0] ?? "");
    const { fr } = next.title;
    expect(textOf(play("des frais ?"))).toContain(tell("next-question", { title: fr, number: 1 }));
    expect(play("des frais ?", "1").conversation.lastIntent).toBe(next.id);
  });

  it("says so when the page is past its review day", () => {
    const whose = { platform: "here", room: "r", person: "amina", language: "fr" } as const;
    const late = new Date("2036-01-01T09:00:00Z");
    const said = { message: { text: "des frais ?", pressed: undefined }, now: late };
    const turn = decideTurn(newConversation(whose, late), said, knowledge);
    expect(textOf(turn)).toContain("devait être relue");
  });
});

describe("two questions in one message", () => {
  it("are answered in order, and only the last waits for a reply", () => {
    const turn = play("les frais ? et un site ?");
    expect(turn.replies).toHaveLength(2);
    expect(turn.replies[0]?.text).toContain(page(fees).text.fr);
    expect(turn.replies[0]?.choices).toEqual([]);
    expect(turn.replies[1]?.text).toContain(page("website.start").text.fr);
    expect(turn.outcome?.intents).toEqual([fees, "website.start"]);
  });

  it("are asked about once, at the end, and a yes is about the last", () => {
    const said = textOf(play("les frais ? et un site ?"));
    expect(said.split(tell("useful-question"))).toEqual([expect.any(String), ""]);
    expect(said.match(/Et ensuite/g)).toHaveLength(1);
    expect(play("les frais ? et un site ?", "oui").effects).toMatchObject([
      { kind: "judge-answer", intent: "website.start" },
    ]);
  });

  it("wait for nothing when the last asks for nothing: not even for what waited before", () => {
    const turn = play("un site ?", "les frais ? une personne ?");
    expect(textOf(turn)).not.toContain(tell("useful-question"));
    expect(turn.conversation).toMatchObject({ mode: { kind: "idle" }, lastIntent: fees });
  });

  it("do not hide that one of them is not known", () => {
    const turn = play("la météo ? et les frais ?");
    expect(turn.replies[0]?.text).toContain("« la météo ? »");
    expect(turn.replies[1]?.text).toContain(page(fees).text.fr);
    expect(turn.effects).toMatchObject([{ kind: "keep-question", question: "la météo ?" }]);
  });
});

describe("a question that is not clear", () => {
  it("is met with at most three needs and none of these", () => {
    const turn = play("euh");
    expect(labelsOf(turn)).toEqual([
      page(fees).title.fr,
      page("website.cost").title.fr,
      page("website.hosting").title.fr,
      tell("none-of-these"),
    ]);
    expect(turn.outcome?.decision).toBe("clarify");
  });

  it.each(["2", "la 2", "2️⃣", "la deuxième", page("website.cost").title.fr])(
    "is settled by %j",
    (reply) => {
      expect(play("euh", reply).conversation.lastIntent).toBe("website.cost");
    },
  );

  it("never brings two menus in a row: then other words, then a person", () => {
    expect(textOf(play("euh", "heu"))).toBe(tell("rephrase"));
    expect(textOf(play("euh", "heu", "euh"))).toContain(tell("unknown-again"));
    expect(textOf(play("euh", "heu", "euh"))).toContain("Guid'Asso");
  });

  it.each(["4", "aucune", "non"])("asks for other words after %j", (reply) => {
    const turn = play("euh", reply);
    expect(textOf(turn)).toBe(tell("rephrase"));
    expect(turn.effects).toMatchObject([{ kind: "keep-question", question: "euh" }]);
  });

  it("gives way to a new question", () => {
    expect(play("euh", "des frais ?").conversation.lastIntent).toBe(fees);
  });
});

describe("a question we cannot answer", () => {
  it("is said not to be known, is kept, and leaves two ways on", () => {
    const turn = play("la météo ?");
    expect(textOf(turn)).toBe(tell("unknown"));
    expect(labelsOf(turn)).toEqual([tell("see-people"), tell("see-help")]);
    expect(turn.effects).toMatchObject([{ kind: "keep-question", because: "unknown" }]);
    expect(turn.outcome).toMatchObject({ decision: "unknown", intents: [] });
  });

  it("shows people at the second failure", () => {
    expect(textOf(play("la météo ?", "la météo ?"))).toContain("Guid'Asso");
  });

  it("shows people when asked", () => {
    expect(textOf(play("la météo ?", "1"))).toContain("Guid'Asso");
  });
});

describe("a short reply", () => {
  it.each(["1", "99", "5."])(
    "that is a number without a menu is not taken for a question: %j",
    (n) => {
      const turn = play(n);
      expect(textOf(turn)).toBe(tell("choice-gone"));
      expect(turn.effects).toEqual([]);
    },
  );

  it.each(["9", "oui"])("that settles nothing shows the menu again: %j", (reply) => {
    const turn = play("euh", reply);
    expect(labelsOf(turn)).toEqual(labelsOf(play("euh")));
    expect(turn.conversation.mode.kind).toBe("choosing");
  });

  it("to no question at all is met with a word", () => {
    expect(textOf(play("oui"))).toBe(tell("listening"));
    expect(textOf(play("non"))).toContain(page("bot.goodbye").text.fr);
  });

  it("keeps older questions out of the trail", () => {
    const { trail } = play("euh", "des frais ?", "la météo ?").conversation;
    expect(trail.map((mode) => ("question" in mode ? mode.question : ""))).toEqual(["", ""]);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["nothing", "", "text-empty"],
    ["blanks", " \n\t ", "text-empty"],
    ["lone surrogates", "\uD800\uDC00\uD800".slice(1), "text-unreadable"],
    ["control characters", "\u0000\u0007\u001B", "text-unreadable"],
  ] as const)("is kindly refused: %s", (_, text, phrase) => {
    const turn = play("euh", text);
    expect(textOf(turn)).toBe(tell(phrase));
    expect(turn.conversation.mode.kind).toBe("choosing");
  });

  it("is too long beyond 4,000 characters, and loses nothing", () => {
    const turn = play("euh", "é".repeat(4001));
    expect(textOf(turn)).toBe(tell("text-too-long", { count: 4001, max: 4000 }));
    expect(turn.conversation.mode.kind).toBe("choosing");
    expect(textOf(play("é".repeat(4000)))).toBe(tell("unknown"));
  });
});

it("is pure: the same conversation and message give the same turn", () => {
  expect(play("euh", "2", "non", "1")).toEqual(play("euh", "2", "non", "1"));
});
