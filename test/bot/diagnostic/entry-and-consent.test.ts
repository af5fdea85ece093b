import { describe, expect, it } from "vitest";
import { Chat } from "../../support/chat.ts";
import { begun, freshStore, known, runsIn, saysAll } from "./begun-chat.ts";

const room = { platform: "here", room: "#salon", isDirect: false };

describe("entering the diagnostic", () => {
  it.each([
    ["commencer le diagnostic", "Faire le point sur votre numérique", "court"],
    ["start the check-up", "A check-up of your digital practice", "short"],
    ["faire le point", "Faire le point sur votre numérique", "court"],
  ])("offers it on « %s »", async (text, title, label) => {
    const chat = await Chat.open(known);
    const [offer = ""] = await chat.says(text);
    expect(offer).toContain(title);
    expect(offer).toContain(`(${label})]`);
    expect(offer).toContain("12 questions");
  });

  it("says one line in a room, and invites in private with a button that starts it there", async () => {
    const store = freshStore();
    const chat = await Chat.open(known, store);
    await chat.says("commencer le diagnostic", { address: room });
    const [inRoom, apart, ...others] = chat.sent;
    expect(others).toEqual([]);
    expect(inRoom?.to.isDirect).toBe(false);
    expect(inRoom?.text).toContain("en privé");
    expect(inRoom?.choices).toEqual([]);
    expect(apart?.to.isDirect).toBe(true);
    const [offer = ""] = await chat.presses(apart?.choices[0]?.label ?? "");
    expect(offer).toContain("Faire le point sur votre numérique");
  });

  it("shows and reads nothing of a run in a room", async () => {
    const { chat, store } = await begun(["1"]);
    const heard = await saysAll(chat, []);
    expect(heard).toBe("");
    const inRoom = [
      ...(await chat.says("2", { address: room })),
      ...(await chat.says("reprendre", { address: room })),
      ...(await chat.says("modifier 1", { address: room })),
    ].join("\n");
    expect(inRoom).not.toMatch(/\/12|bénévoles|Rien, ou presque/u);
    expect(Object.keys((await runsIn(store))[0]?.answers ?? {})).toEqual(["P1"]);
  });
});

describe("consent", () => {
  it.each(["oui", "commencer", "d'accord", "9", "garder", "bonjour"])(
    "is not given by « %s »",
    async (text) => {
      const store = freshStore();
      const chat = await Chat.open(known, store);
      await saysAll(chat, ["commencer le diagnostic", text]);
      expect(await runsIn(store)).toEqual([]);
    },
  );

  it("asks which one after a bare yes", async () => {
    const chat = await Chat.open(known);
    expect(await saysAll(chat, ["commencer le diagnostic", "oui"])).toContain("Court ou complet ?");
    const other = await Chat.open(known);
    expect(await saysAll(other, ["start the check-up", "yes"])).toContain("Short or full?");
  });

  it.each([
    ["1", "short"],
    ["2", "full"],
    ["complet", "full"],
    ["Commencer (court)", "short"],
  ])("is given by « %s », with the version and the date", async (text, path) => {
    const { store, heard } = await begun([], { path: text });
    expect(heard).toContain(path === "short" ? "**1/12**" : "**1/30**");
    expect(await runsIn(store)).toMatchObject([
      { path, version: known.library.questionnaire.version, startedAt: "2026-11-23T09:00:00.000Z" },
    ]);
    const kept = await store.list(known.documents.questionnaires);
    expect(kept.map(({ id }) => id)).toEqual([known.library.questionnaire.version]);
  });

  it("tells more in eight lines, and asks again", async () => {
    const chat = await Chat.open(known);
    const heard = await saysAll(chat, ["commencer le diagnostic", "en savoir plus"]);
    expect(heard.match(/^- /gmu)).toHaveLength(8);
    expect(heard).toContain("[Commencer (court)]");
  });

  it("is not given by « pas maintenant », which leaves in peace", async () => {
    const chat = await Chat.open(known);
    const heard = await saysAll(chat, ["commencer le diagnostic", "5"]);
    expect(heard).toContain("Quand vous voudrez");
    expect(heard).not.toContain("[");
  });
});

describe("keeping nothing", () => {
  it("writes no run, nor what could be an answer, and goes on to the result", async () => {
    const { chat, store, heard } = await begun([], { path: "3" });
    expect(heard).toContain("Je n'écris rien");
    expect(heard).toContain("**1/12**");
    const [second = ""] = await chat.says("1");
    expect(second).toContain("**2/12**");
    await chat.says("2 ou 3");
    expect(await runsIn(store)).toEqual([]);
    const talks = await store.list(known.documents.conversations);
    expect(JSON.stringify(talks)).not.toContain("between");
    expect((await chat.says("2")).join("\n")).toContain("**3/12**");
  });

  it("is forgotten two hours after the last answer", async () => {
    const { chat } = await begun(["1"], { path: "3" });
    chat.clock.moveTo("2026-11-23T10:59:00Z");
    expect((await chat.says("2")).join("\n")).toContain("**3/12**");
    chat.clock.moveTo("2026-11-23T13:00:00Z");
    expect((await chat.says("2")).join("\n")).toContain("Je n'ai plus vos réponses");
  });

  it("says kindly that a restart lost the answers, and offers to start again", async () => {
    const { store } = await begun(["1"], { path: "3" });
    const later = await Chat.open(known, store);
    const heard = (await later.says("2", { id: "after" })).join("\n");
    expect(heard).toContain("Je n'ai plus vos réponses");
    expect((await later.says("1", { id: "again" })).join("\n")).toContain("**1/12**");
  });

  it("goes with « oublie-moi »", async () => {
    const { chat } = await begun(["1"], { path: "3" });
    await saysAll(chat, ["oublie-moi", "oui"]);
    expect((await chat.says("commencer le diagnostic")).join("\n")).toContain("Commencer (court)");
  });
});
