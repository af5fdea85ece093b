import { describe, expect, it } from "vitest";
import { put } from "../../../src/ports/store.ts";
import { answers, farAnswers, opened } from "../../support/opened-group.ts";
import { TogetherChat } from "../../support/together-chat.ts";
import { shortAnswers } from "./begun-chat.ts";

/** Amina and Bob have answered; the code is given as it was shown. */
async function answered(chat: TogetherChat): Promise<string> {
  const { code } = await opened(chat);
  await answers(chat, "amina", shortAnswers);
  await joins(chat, "bob@there", code);
  await answers(chat, "bob@there", farAnswers);
  return code;
}

async function joins(chat: TogetherChat, who: string, code: string): Promise<void> {
  await chat.saysAll(who, [`rejoindre ${code}`, "oui"]);
}

describe("who is in a common result", () => {
  it("is also who goes on with the full questionnaire after the short one", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    await answers(chat, "amina", shortAnswers);
    await chat.saysAll("amina", ["le détail", "oui"]);
    expect((await chat.runs())[0]).toMatchObject({ state: "asking", path: "full" });
    await joins(chat, "bob@there", code);
    await answers(chat, "bob@there", farAnswers);
    await chat.says("amina", "résultat commun");
    expect([...(await chat.tickAt()).keys()].toSorted()).toEqual(["amina@here", "bob@there"]);
  });

  it("is also who started again, with their new answers", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    await chat.saysAll("amina", ["1", "recommencer", "oui", "1"]);
    await answers(chat, "amina", shortAnswers);
    await joins(chat, "bob@there", code);
    await answers(chat, "bob@there", farAnswers);
    expect(await chat.says("amina", "résultat commun")).toContain("part dans un instant");
    expect([...(await chat.tickAt()).keys()].toSorted()).toEqual(["amina@here", "bob@there"]);
  });

  it("alone sees it: who joined and did not answer does not", async () => {
    const chat = await TogetherChat.open();
    const code = await answered(chat);
    await joins(chat, "eve", code);
    await chat.says("amina", "résultat commun");
    expect([...(await chat.tickAt()).keys()].toSorted()).toEqual(["amina@here", "bob@there"]);
    const heard = await chat.says("eve", "résultat commun");
    expect(heard).toContain("seulement aux personnes qui ont répondu");
    expect(heard).not.toContain("À regarder ensemble");
  });

  it("is nobody who withdrew, whatever earlier result of theirs names the group", async () => {
    const chat = await TogetherChat.open();
    const code = await answered(chat);
    await joins(chat, "carol", code);
    await answers(chat, "carol", shortAnswers);
    const { diagnosticRuns } = chat.knowledge.documents;
    const runs = await chat.store.list(diagnosticRuns);
    const theirs = runs.find(({ document }) => document.owner.includes("carol"))?.document;
    if (!theirs) throw new Error("carol has no run");
    const again = { ...theirs, id: "AGAIN", startedAt: "2026-11-23T09:30:00.000Z" };
    await chat.store.write([put(diagnosticRuns, "AGAIN", again)]);
    await chat.says("carol", "je me retire");
    expect((await chat.runs()).filter(({ group }) => group !== undefined)).toHaveLength(2);
  });
});

describe("who answers in two groups", () => {
  /** Amina opened the first; in Bob's, opened later, she answers too. */
  async function inTwo(chat: TogetherChat): Promise<void> {
    const { code } = await opened(chat);
    await answers(chat, "amina", shortAnswers);
    await joins(chat, "carol", code);
    await answers(chat, "carol", farAnswers);
    chat.clock.moveTo("2026-11-24T09:00:00Z");
    await chat.saysAll("bob", ["commencer le diagnostic", "à plusieurs"]);
    const heard = await chat.says("bob", "1");
    const second = /\*\*([A-Z0-9]{4}-[A-Z0-9]{4})\*\*/u.exec(heard)?.[1] ?? "";
    await answers(chat, "bob", farAnswers);
    await joins(chat, "amina", second);
    await answers(chat, "amina", shortAnswers);
  }

  it("may have the one they opened drawn, though they joined another since", async () => {
    const chat = await TogetherChat.open();
    await inTwo(chat);
    expect(await chat.says("amina", "résultat commun")).toContain("part dans un instant");
    expect([...(await chat.tickAt()).keys()].toSorted()).toEqual(["amina@here", "carol@here"]);
  });

  it("may leave the one that is not drawn, after the other is", async () => {
    const chat = await TogetherChat.open();
    await inTwo(chat);
    await chat.says("bob", "résultat commun");
    await chat.tickAt();
    expect(await chat.says("amina", "je me retire")).toContain("ne compteront pas");
  });
});

describe("a group whose opener is forgotten before it is drawn", () => {
  it("is said to be gone to the others, who may open their own for what they answered", async () => {
    const chat = await TogetherChat.open();
    await answered(chat);
    await chat.saysAll("amina", ["c'est tout", "oublie-moi", "oui"]);
    expect(await chat.says("bob@there", "résultat commun")).toContain("ne sert plus");
    expect(await chat.says("bob@there", "répondre à plusieurs")).toContain("Voici votre code");
  });
});

describe("a nickname", () => {
  it("calls nobody and is no link where others read it", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    await chat.says("amina", "surnom @everyone **http://a.fr/x**");
    const heard = await chat.says("bob@there", `rejoindre ${code}`);
    expect(heard).not.toContain("@everyone");
    expect(heard).not.toContain("http://");
  });
});
