import { describe, expect, it } from "vitest";
import { answersIn, begun, known, saysAll, shortAnswers } from "./begun-chat.ts";

describe("a question", () => {
  it("numbers its answers in the text and on the buttons, and names the others", async () => {
    const { chat, heard } = await begun(["1"]);
    expect(heard).toContain("**2/12** · Se faire connaître");
    expect(heard).toContain("1. Rien, ou presque rien");
    expect(heard).toContain("*Je ne sais pas · passer · pourquoi ? · retour · pause*");
    const marks = chat.sent.at(-1)?.choices.map(({ mark }) => mark);
    expect(marks?.join(" | ")).toBe(
      "1 | 2 | 3 | 4 | 5 | Je ne sais pas | Passer | Pourquoi ? | Retour | Pause",
    );
  });

  it("says the theme and its number on the full path, and never raises the total", async () => {
    const { chat, heard } = await begun(["1"], { path: "2" });
    expect(heard).toContain("· thème 1 sur 10 · Se faire connaître");
    // Without employees, one question is out; without a site, another.
    expect(heard).toContain("**2/29**");
    expect(await saysAll(chat, ["1"])).toContain("**3/28**");
    expect(await saysAll(chat, ["modifier 1", "2"])).toContain("/28**");
  });

  it("is said once to be half-way", async () => {
    const { chat, heard } = await begun(shortAnswers.slice(0, 6));
    expect(heard).toContain("Vous êtes à la moitié.");
    expect(await saysAll(chat, ["retour", "suivant"])).not.toContain("la moitié");
  });

  it("repeats back what was interpreted, and nothing that was pressed or numbered", async () => {
    const { chat } = await begun(["1"]);
    expect((await chat.says("facebook")).join("\n")).toMatch(/^Je note : \*Seulement une page/u);
    expect((await chat.says("2")).join("\n")).toMatch(/^\*\*4\/12/u);
    const label = chat.sent.at(-1)?.choices[0]?.label ?? "";
    expect((await chat.presses(label)).join("\n")).toMatch(/^\*\*5\/12/u);
  });

  it("keeps « je ne sais pas » to find out, and « passer » apart from it", async () => {
    const { chat, store } = await begun(["1"]);
    expect((await chat.says("je ne sais pas")).join("\n")).toContain("à éclaircir");
    await chat.says("passer");
    expect(await answersIn(store)).toMatchObject({
      S1: { kind: "unknown" },
      I1: { kind: "skipped" },
    });
  });

  it("takes several answers, typed or pressed together, and no more than it asks for", async () => {
    const { chat, store, heard } = await begun(shortAnswers.slice(0, 10));
    expect(heard).toContain("Plusieurs réponses sont possibles");
    expect(chat.sent.at(-1)?.mostChosen).toBe(6);
    expect((await chat.presses("1 4")).join("\n")).toContain("**12/12**");
    expect(chat.sent.at(-1)?.mostChosen).toBe(2);
    expect((await chat.says("1, 2 et 3")).join("\n")).toContain("2 au plus");
    const [label = ""] = chat.sent.at(-1)?.choices.map((choice) => choice.label) ?? [];
    // A number put under the message, where nothing adds up.
    expect((await chat.presses(label)).join("\n")).toMatch(/« 1 et 4 ».*écrivez « 1 »/u);
    expect(await answersIn(store)).not.toHaveProperty("W1");
    await chat.says("1 et 2");
    const answers = await answersIn(store);
    expect(answers?.["X1"]).toEqual({ kind: "options", codes: ["a", "d"] });
    expect(answers?.["W1"]).toMatchObject({ kind: "options", codes: ["com", "info"] });
  });

  it("asks which one is meant, by the question's own numbers", async () => {
    const { chat, store } = await begun(["1"]);
    const heard = (await chat.says("2 ou 3")).join("\n");
    expect(heard).toContain("Laquelle");
    expect(chat.sent.at(-1)?.choices.map(({ mark }) => mark)).toEqual(["2", "3"]);
    await chat.says("3");
    expect(await answersIn(store)).toMatchObject({ S1: { kind: "options", codes: ["c"] } });
  });

  it("says kindly that a choice is not listed, or that yes is no answer", async () => {
    const { chat } = await begun(["1"]);
    expect((await chat.says("9")).join("\n")).toContain("n'est pas dans la liste");
    await saysAll(chat, ["2", "2", "2"]);
    expect((await chat.says("oui")).join("\n")).toContain("Oui ou non ne suffit pas");
  });

  it("keeps what a free sentence is about, and the sentence nowhere", async () => {
    const { chat, store, heard } = await begun(fullAnswers.slice(0, -1), { path: "2" });
    expect(heard).toContain("En une phrase");
    const sentence = "on perd un temps fou à chercher nos fichiers";
    await chat.says(sentence);
    expect(await answersIn(store)).toMatchObject({
      W2: { kind: "about", intents: ["collaboration.documents"] },
    });
    const all = await Promise.all(known.kinds.map(async (kind) => store.list(kind)));
    expect(JSON.stringify(all)).not.toContain("temps fou");
    expect(JSON.stringify(chat.log)).not.toContain("temps fou");
  });

  it.each(["notre mot de passe : Soleil2026!", "FR76 3000 6000 0112 3456 7890 189"])(
    "keeps nothing of « %s », and says so",
    async (secret) => {
      const { chat, store } = await begun(["1"]);
      const heard = (await chat.says(secret)).join("\n");
      expect(heard).toContain("Je ne le garde pas");
      expect(heard).toContain("**2/12**");
      const all = await Promise.all(known.kinds.map(async (kind) => store.list(kind)));
      expect(JSON.stringify(all)).not.toContain(secret);
    },
  );
});

describe("an answer that is not understood", () => {
  it("brings the choices again, then simpler words, then the next question and once a person", async () => {
    const { chat, store } = await begun(["1"]);
    const heard = [];
    for (const text of ["bla bla", "blu", "bli"]) heard.push((await chat.says(text)).join("\n"));
    expect(heard[0]).toContain("Je n'ai pas bien compris");
    expect(heard[0]).toContain("1. Rien, ou presque rien");
    expect(heard[1]).toContain("Autrement dit");
    expect(heard[1]).toContain("[Je ne sais pas]\n[Passer]");
    expect(heard[2]).toContain("Passons");
    expect(heard[2]).toContain("parler à quelqu'un");
    expect(heard[2]).toContain("**3/12**");
    expect(await answersIn(store)).toMatchObject({ S1: { kind: "skipped" } });
    const again = await saysAll(chat, ["bla bla", "blu", "bli"]);
    expect(again).toContain("Passons");
    expect(again).not.toContain("parler à quelqu'un");
  });

  it("speaks English to who began in English", async () => {
    const { chat, heard } = await begun(["1"], { language: "en" });
    expect(heard).toContain("**2/12** · Being known outside");
    expect((await chat.says("blah blah")).join("\n")).toContain("I did not quite understand");
  });
});

/** An answer to every question of the full path. */
const fullAnswers = "1 1 2 2 2 2 2 2 2 2 2 1 2 2 2 2 3 2 8 2 2 2 1 2 2 2 1 rien".split(" ");
