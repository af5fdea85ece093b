import { describe, expect, it } from "vitest";
import { Chat } from "../../support/chat.ts";
import { answersIn, begun, known, runsIn, saysAll, shortAnswers } from "./begun-chat.ts";

describe("during the questions", () => {
  it.each([
    ["pourquoi ?", "premier contact", "fr"],
    ["aide", "moteur de recherche", "fr"],
    ["où j'en suis ?", "question 2 sur 12, encore 5 minutes", "fr"],
    ["mon rapport", "Le résultat viendra", "fr"],
    ["why?", "first contact", "en"],
    ["where am I?", "question 2 of 12", "en"],
  ] as const)(
    "« %s » is answered, and the question stays the same",
    async (text, words, language) => {
      const { chat, store } = await begun(["1"], { language });
      const heard = (await chat.says(text)).join("\n");
      expect(heard).toContain(words);
      expect(heard).toContain("**2/12**");
      expect((await runsIn(store))[0]).toMatchObject({ pending: { question: "S1", misread: 0 } });
    },
  );

  it("goes back, shows the present answer, replaces it or keeps it", async () => {
    const { chat, store } = await begun(["1", "2"]);
    const back = (await chat.says("retour")).join("\n");
    expect(back).toContain("**2/12**");
    expect(back).toContain("Votre réponse pour l'instant : Seulement une page");
    expect((await chat.says("suivant")).join("\n")).toContain("**3/12**");
    await saysAll(chat, ["oups", "4"]);
    expect(await answersIn(store)).toMatchObject({ S1: { kind: "options", codes: ["d"] } });
    expect((await runsIn(store))[0]).toMatchObject({ pending: { question: "I1" } });
  });

  it.each([
    ["continuer", "fr"],
    ["finalement on continue", "fr"],
    ["suivant", "fr"],
    ["go on", "en"],
    ["keep going", "en"],
  ] as const)("« %s » goes on after all, once they had stopped", async (text, language) => {
    const { chat, store } = await begun(["1", language === "fr" ? "arrêter" : "stop"], {
      language,
    });
    expect((await chat.says(text)).join("\n")).toContain("**2/12**");
    expect((await runsIn(store))[0]).toMatchObject({ state: "asking" });
  });

  it.each(["garder", "je garde mes réponses", "Garder mes réponses", "1"])(
    "« %s » keeps the answers of who stopped, and asks nothing more",
    async (text) => {
      const { chat, store } = await begun(["1", "arrêter"]);
      expect((await chat.says(text)).join("\n")).not.toContain("**2/12**");
      expect((await runsIn(store))[0]).toMatchObject({ state: "stopped" });
    },
  );

  it("says that there is nothing before the first question", async () => {
    const { chat } = await begun();
    expect((await chat.says("retour")).join("\n")).toContain("C'est la première question");
  });

  it.each(["modifier 1", "corriger la 1", "edit 1"])(
    "« %s » goes to that question",
    async (text) => {
      const { chat, store } = await begun(["1", "2"]);
      expect((await chat.says(text)).join("\n")).toContain("**1/12**");
      // Then it goes on where it was.
      expect((await chat.says("2")).join("\n")).toContain("**3/12**");
      expect(await answersIn(store)).toMatchObject({ P1: { codes: ["b"] }, S1: { codes: ["b"] } });
    },
  );

  it("does not go to a question that was not asked yet", async () => {
    const { chat } = await begun(["1"]);
    expect((await chat.says("modifier 9")).join("\n")).toContain("n'a pas encore été posée");
  });

  it("sets an answer aside when it no longer concerns them, and brings it back", async () => {
    const { chat, store } = await begun(["2", "1", "2", "2", "2", "2", "2", "1", "2"], {
      path: "2",
    });
    expect((await runsIn(store))[0]?.answers["C3"]).toBeDefined();
    expect(await saysAll(chat, ["modifier 1", "1"])).not.toContain("télétravail");
    expect((await runsIn(store))[0]?.answers["C3"]).toBeDefined();
    const again = await saysAll(chat, ["modifier 1", "2"]);
    expect(again).toContain("Garder nos documents");
  });

  it("asks the same question in the other language", async () => {
    const { chat } = await begun(["1"]);
    const heard = (await chat.says("english")).join("\n");
    expect(heard).toContain("**2/12** · Being known outside");
    expect((await chat.says("2")).join("\n")).toContain("**3/12** · Information");
  });

  it("names people to talk to, and waits", async () => {
    const { chat, store } = await begun(["1"]);
    const heard = (await chat.says("parler à quelqu'un")).join("\n");
    expect(heard).toContain("Guid'Asso");
    expect(heard).toContain("reprendre");
    expect((await runsIn(store))[0]?.state).toBe("paused");
    expect((await chat.says("reprendre")).join("\n")).toContain("**2/12**");
  });
});

describe("leaving and coming back", () => {
  it("pauses, notes the reminder that is wished, and goes on days later after a restart", async () => {
    const { chat, store } = await begun(["1", "2"]);
    const heard = (await chat.says("pause")).join("\n");
    expect(heard).toContain("reprendre");
    expect(heard).toContain("30 jours");
    await chat.says("oui");
    expect(await runsIn(store)).toMatchObject([
      { state: "paused", remindAt: "2026-11-25T09:00:00.000Z" },
    ]);
    const later = await Chat.open(known, store);
    later.clock.moveTo("2026-11-29T09:00:00Z");
    const resumed = (await later.says("reprendre", { id: "later" })).join("\n");
    expect(resumed).toContain("**3/12**");
    expect((await runsIn(store))[0]).toMatchObject({ state: "asking", answers: { S1: {} } });
    expect((await runsIn(store))[0]?.remindAt).toBeUndefined();
  });

  it("pauses without a reminder when none is wished", async () => {
    const { chat, store } = await begun(["1"]);
    expect(await saysAll(chat, ["pause", "non"])).toContain("je ne vous écrirai pas");
    expect((await runsIn(store))[0]?.remindAt).toBeUndefined();
  });

  it("stops at once, and offers a first result from five scored answers on", async () => {
    const { chat, store } = await begun(shortAnswers.slice(0, 5));
    const early = (await chat.says("stop")).join("\n");
    expect(early).toContain("C'est arrêté");
    expect(early).not.toContain("premier résultat");
    expect((await runsIn(store))[0]?.state).toBe("stopped");
    expect((await chat.says("1")).join("\n")).toContain("C'est gardé");
    const later = await saysAll(chat, ["reprendre", "2", "arrêter"]);
    expect(later).toContain("[Voir un premier résultat]");
    await chat.says("3");
    expect((await runsIn(store))[0]).toMatchObject({ state: "completed" });
  });

  it("stops and erases everything", async () => {
    const { chat, store } = await begun(["1", "2"]);
    const heard = await saysAll(chat, ["stop", "tout effacer"]);
    expect(heard).toContain("sont effacés");
    expect(await runsIn(store)).toEqual([]);
  });

  it("erases once it is confirmed, and says what went", async () => {
    const { chat, store } = await begun(["1", "2"]);
    expect((await chat.says("effacer")).join("\n")).toContain("J'efface toutes vos réponses");
    expect(await runsIn(store)).toHaveLength(1);
    expect((await chat.says("non")).join("\n")).toContain("**3/12**");
    expect(await saysAll(chat, ["effacer", "oui"])).toContain("sont effacés");
    expect(await runsIn(store)).toEqual([]);
    const [offer = ""] = await chat.says("commencer le diagnostic");
    expect(offer).toContain("[Commencer (court)]");
  });

  it("starts again once it is confirmed: the run before is marked as stopped", async () => {
    const { chat, store } = await begun(["1", "2"]);
    expect(await saysAll(chat, ["recommencer", "non"])).toContain("**3/12**");
    expect(await saysAll(chat, ["recommencer", "oui"])).toContain("[Commencer (court)]");
    chat.clock.moveTo("2026-11-23T10:00:00Z");
    expect((await chat.says("1")).join("\n")).toContain("**1/12**");
    const states = (await runsIn(store)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["asking", "stopped"]);
  });

  it.each([
    ["1", "**3/12**"],
    ["2", "[Commencer (court)]"],
    ["3", "J'efface toutes vos réponses"],
    ["4", "quand vous voulez"],
  ])("asks what becomes of a run that was left, and does %s", async (choice, words) => {
    const { chat } = await begun(["1", "2"]);
    await saysAll(chat, ["pause", "non"]);
    const heard = (await chat.says("commencer le diagnostic")).join("\n");
    expect(heard).toContain("lundi 23 novembre : 2 questions sur 12");
    expect(heard).toContain("[Reprendre à la question 3]");
    expect((await chat.says(choice)).join("\n")).toContain(words);
  });

  it("takes no answer in words after a day of silence, but takes a button", async () => {
    const { chat, store } = await begun(["1"]);
    const label = chat.sent.at(-1)?.choices[1]?.label ?? "";
    chat.clock.moveTo("2026-11-24T10:00:00Z");
    expect((await chat.says("2")).join("\n")).toContain("Vous aviez commencé");
    expect(Object.keys((await answersIn(store)) ?? {})).toEqual(["P1"]);
    const other = await begun(["1"]);
    other.chat.clock.moveTo("2026-11-24T10:00:00Z");
    expect((await other.chat.presses(label)).join("\n")).toContain("**3/12**");
  });

  it("answers a real question first, after a day of silence", async () => {
    const { chat } = await begun(["1"]);
    chat.clock.moveTo("2026-11-24T10:00:00Z");
    const heard = await chat.says("c'est quoi un coffre-fort de mots de passe ?");
    expect(heard[0]).toContain("coffre numérique");
    expect(heard[1]).toContain("Vous aviez commencé");
  });

  it.each([
    ["resume", "**2/12** · Being known outside"],
    ["reprendre", "**2/12** · Se faire connaître"],
  ])(
    "goes on in a room where nothing was said yet, after « %s », in the language of the word",
    async (word, heard) => {
      const { chat } = await begun(["1"], { language: "en" });
      const elsewhere = { platform: "here", room: "@amina-2", isDirect: true };
      expect((await chat.says(word, { address: elsewhere })).join("\n")).toContain(heard);
    },
  );

  it("forgets the run with the person", async () => {
    const { chat, store } = await begun(["1", "2"]);
    await saysAll(chat, ["oublie-moi", "oui"]);
    expect(await runsIn(store)).toEqual([]);
    expect(await store.list(known.documents.outbox)).toEqual([]);
  });
});
