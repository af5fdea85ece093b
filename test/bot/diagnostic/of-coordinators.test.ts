import { describe, expect, it } from "vitest";
import { workshopLike } from "../../support/workshop-like.ts";
import { CoordinationTalk } from "../coordination/coordination-talk.ts";
import { shortAnswers } from "./begun-chat.ts";

const twelve = workshopLike({ number: 12, mode: "online", localEnd: "2027-03-09T20:00" });

/** What a coordinator is answered last. */
async function talking(
  texts: readonly string[],
): Promise<{ talk: CoordinationTalk; last: string }> {
  const talk = await CoordinationTalk.open([twelve]);
  let last = "";
  for (const text of texts) last = await talk.says(text);
  return { talk, last };
}

describe("a draft that is written when the diagnostic is started", () => {
  it("waits, and is gone on with once the diagnostic was left", async () => {
    const { talk, last } = await talking(["nouvel atelier", "Un titre", "commencer le diagnostic"]);
    expect(last).toContain("Commencer (court)");
    expect(await talk.says("5")).toContain("D'accord");
    expect(await talk.says("reprendre")).toContain("Quand ?");
  });

  it.each(["Effacer", "Mon résultat", "Ma feuille de route", "Relancez-moi"])(
    "takes « %s » for its title, whatever is known of a diagnostic",
    async (title) => {
      const { last } = await talking([
        "commencer le diagnostic",
        "1",
        ...shortAnswers,
        "oui",
        "stop",
        "nouvel atelier",
        title,
      ]);
      expect(last).toContain("Quand ?");
    },
  );

  it("goes on at « reprendre », though a diagnostic waits too", async () => {
    const before = ["commencer le diagnostic", "1", "1", "pause", "non"];
    const { last } = await talking([...before, "nouvel atelier", "reprendre"]);
    expect(last).toContain("Quel est le titre");
  });
});

describe("a coordinator's command during the questions", () => {
  it.each([
    ["inscrits 12", "Protéger ses données"],
    ["annuler 12", "Protéger ses données"],
    ["nouvel atelier", "Quel est le titre"],
  ])("does « %s », which is no answer", async (text, told) => {
    const { last } = await talking(["commencer le diagnostic", "1", "1", text]);
    expect(last).toContain(told);
    expect(last).not.toContain("Je n'ai pas bien compris");
  });

  it.each(["nouvel atelier", "annuler 12"])(
    "says that the questions wait, before what « %s » asks, and comes back to them",
    async (text) => {
      const { talk, last } = await talking(["commencer le diagnostic", "1", "1", text]);
      expect(last.split("\n---\n")[0]).toContain("Votre point numérique vous attend");
      expect(last.split("\n---\n")).toHaveLength(2);
      await talk.says("annuler");
      expect(await talk.says("reprendre")).toContain("**2/12**");
    },
  );

  it("says that the questions wait below what became of a seat", async () => {
    const { last } = await talking([
      "commencer le diagnostic",
      "1",
      "1",
      "je m'inscris à l'atelier 12",
    ]);
    const [outcome = "", waits, ...others] = last.split("\n---\n");
    expect(outcome).toContain("Protéger ses données");
    expect(waits).toContain("Votre point numérique vous attend");
    expect(others).toEqual([]);
  });

  it("leaves « modifier 1 » to the questions", async () => {
    const { last } = await talking(["commencer le diagnostic", "1", "1", "modifier 1"]);
    expect(last).toContain("**1/12**");
  });
});
