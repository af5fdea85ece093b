import { describe, expect, it } from "vitest";
import { Chat } from "../support/chat.ts";
import { scriptedKnowledge, sure, unsure } from "../support/small-library.ts";

const knowledge = scriptedKnowledge({
  collecte: [sure("crowdfunding.create-page")],
  page: [unsure("crowdfunding.create-page", "crowdfunding.legal")],
});

describe("the last reply of a turn", () => {
  it.each([
    ["page", true],
    ["zorglub", true],
    ["collecte", false],
    ["aide", false],
  ])("after %j says whether words are waited for: %s", async (text, isAwaited) => {
    const chat = await Chat.open(knowledge);
    await chat.says(text);
    expect(chat.sent.at(-1)?.awaitsWords ?? false).toBe(isAwaited);
  });
});

describe("the language of a person's application", () => {
  it("is that of the first answer, and gives way to what is spoken", async () => {
    const chat = await Chat.open(knowledge);
    expect((await chat.says("zorglub", { language: "en" })).join("\n")).toContain("I do not know");
    await chat.says("français");
    expect((await chat.says("aide", { language: "en" })).join("\n")).toContain("Mes thèmes");
  });
});

describe("a reply", () => {
  it("says what it is written in", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("zorglub", { language: "en" });
    await chat.says("français");
    expect(chat.sent[0]?.language).toBe("en");
    expect(chat.sent.at(-1)?.language).toBe("fr");
  });
});
